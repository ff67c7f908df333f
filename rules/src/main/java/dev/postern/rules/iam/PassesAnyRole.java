package dev.postern.rules.iam;

import dev.postern.iam.Scope;
import dev.postern.policy.ActionSet;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.iam.IamPolicy;

/// `iam:PassRole` decides as whom the things run that somebody starts. On every role it is one half
/// of most ways to more permissions; the other half is any service that runs something.
///
/// A condition on `iam:PassedToService` or on the resource it is for confines it.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Allow, Action: 'iam:PassRole', Resource: '*'} # here
/// ```
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Allow, Action: 'iam:Pass*', Resource: 'arn:aws:iam::111122223333:role/*'} # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "iam:PassRole", Resource = "*" }, # here
///     ]
///   })
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Allow, Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/batch'}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       {
///         Effect    = "Allow", Action = "iam:PassRole", Resource = "*"
///         Condition = { StringEquals = { "iam:PassedToService" = "glue.amazonaws.com" } }
///       }
///     ]
///   })
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Roles: {Type: String}
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Statement: {Effect: Allow, Action: 'iam:PassRole', Resource: !Ref Roles}
/// ```
@Rule(
    title = "may hand any role to any service",
    severity = Severity.MEDIUM,
    serves = {"P1.2", "P1.3"},
    fix = "name the roles that it passes, and the service in a condition on `iam:PassedToService`",
    unless = {
      "allows-everything",
      "allows-everything-together",
      "allows-iam-modification",
      "privilege-escalation"
    },
    price = "a deployment that passes any other role fails")
public final class PassesAnyRole implements LocalCheck<IamPolicy> {

  @Override
  public Judgement judge(IamPolicy policy) {
    ActionSet pass = ActionSet.matching(policy.cloud().facts().actions(), "iam:PassRole");
    return policy.isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(policy.grants().grantsAll(pass, Scope.OPEN).claim());
  }
}
