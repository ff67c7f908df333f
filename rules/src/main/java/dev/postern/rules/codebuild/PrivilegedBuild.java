package dev.postern.rules.codebuild;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.codebuild.Project;

/// A privileged build container may do to its host what root may: whoever can change what is built,
/// for example in a pull request, can leave the container. It is needed for a Docker daemon in the
/// build only.
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::CodeBuild::Project
///     Properties:
///       Environment:
///         PrivilegedMode: true # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::CodeBuild::Project
///     Properties:
///       Environment:
///         PrivilegedMode: false
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::CodeBuild::Project
///     Properties:
///       Environment:
///         PrivilegedMode: !Ref Choice
/// ```
///
/// ```hcl finding
/// resource "aws_codebuild_project" "it" {
///   environment {
///     privileged_mode = true # here
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_codebuild_project" "it" {
///   environment {
///     privileged_mode = false
///   }
/// }
/// ```
@Rule(
    title = "builds run in a privileged container",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "set `PrivilegedMode: false`, and build images without a Docker daemon",
    price = "`docker build` in the build fails")
public final class PrivilegedBuild implements LocalCheck<Project> {
  @Override
  public Judgement judge(Project project) {
    return Judgement.of(project.privileged().is(true).saying("root on the build host"));
  }
}
