package dev.postern.rules.sagemaker;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.sagemaker.Notebook;

/// Root on the instance can read its credentials and change what other users of the notebook run.
/// Root access is enabled unless it is disabled.
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::SageMaker::NotebookInstance
///     Properties:
///       RootAccess: Enabled # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::SageMaker::NotebookInstance
///     Properties:
///       RootAccess: Disabled
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::SageMaker::NotebookInstance
///     Properties:
///       RootAccess: !Ref Choice
/// ```
///
/// ```hcl finding
/// resource "aws_sagemaker_notebook_instance" "it" { # here
///   name = "it"
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_sagemaker_notebook_instance" "it" {
///   root_access = "Disabled"
/// }
/// ```
@Rule(
    title = "users of the notebook are root on its instance",
    severity = Severity.LOW,
    serves = {},
    fix = "set `RootAccess: Disabled`",
    price = "users cannot install system packages; lifecycle scripts still run as root")
public final class NotebookWithRootAccess implements LocalCheck<Notebook> {
  @Override
  public Judgement judge(Notebook notebook) {
    return Judgement.of(notebook.rootAccess().isOneOf("Disabled").not().saying("root"));
  }
}
