package dev.postern.rules.codebuild;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.codebuild.Project;

/// Build logs print names, addresses, parameters, and now and then secrets. A public project shows
/// them, its artifacts and its environment variables to everybody.
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::CodeBuild::Project
///     Properties:
///       Visibility: PUBLIC_READ # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::CodeBuild::Project
///     Properties:
///       Visibility: PRIVATE
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::CodeBuild::Project
///     Properties:
///       Visibility: !Ref Choice
/// ```
///
/// ```hcl finding
/// resource "aws_codebuild_project" "it" {
///   name               = "it"
///   project_visibility = "PUBLIC_READ" # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_codebuild_project" "it" {
///   name = "it"
/// }
/// ```
@Rule(
    title = "everybody on the Internet can read the builds and their logs",
    severity = Severity.HIGH,
    serves = {"P2.3"},
    fix = "set `Visibility: PRIVATE`",
    price = "links to public builds stop working")
public final class BuildsShownToEverybody implements LocalCheck<Project> {
  @Override
  public Judgement judge(Project project) {
    return Judgement.of(project.visibility().isOneOf("PUBLIC_READ").saying("shown to everybody"));
  }
}
