package dev.postern.rules.sagemaker;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.sagemaker.Notebook;

/// A notebook holds data and a role. With direct access its traffic leaves through a network of
/// SageMaker's, where no route table, endpoint policy or flow log of the account applies. It is
/// enabled unless it is disabled.
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::SageMaker::NotebookInstance
///     Properties:
///       DirectInternetAccess: Enabled # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::SageMaker::NotebookInstance
///     Properties:
///       SubnetId: subnet-1
///       DirectInternetAccess: Disabled
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::SageMaker::NotebookInstance
///     Properties:
///       DirectInternetAccess: !Ref Choice
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
///   subnet_id              = "subnet-1"
///   direct_internet_access = "Disabled"
/// }
/// ```
@Rule(
    title = "the notebook reaches the Internet past the VPC",
    severity = Severity.HIGH,
    serves = {"P2.2"},
    fix = "set `DirectInternetAccess: Disabled` and a subnet that goes out through NAT",
    price = "packages and data then come through NAT or VPC endpoints")
public final class NotebookWithDirectInternet implements LocalCheck<Notebook> {
  @Override
  public Judgement judge(Notebook notebook) {
    return Judgement.of(notebook.directInternet().isOneOf("Disabled").not().saying("past the VPC"));
  }
}
