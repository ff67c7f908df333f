package dev.postern.rules.iam;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.iam.IamPolicy;

/// Who can attach a policy, rewrite one, make an access key for somebody else or decide who may
/// assume a role can give himself everything: such a permission is as good as an administrator's.
///
/// The rule asks for the actions of IAM that AWS calls permissions management, and for those that
/// create identities or their credentials, on resources that are not named one by one. A condition
/// such as `iam:PermissionsBoundary`, and a resource such as `user/${aws:username}`, confine the
/// permission enough.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Allow, Action: 'iam:*', Resource: '*'} # here
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
///           - {Effect: Allow, Action: 'IAM:attachRole*', Resource: 'arn:aws:iam::*:role/*'} # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "iam:CreateAccessKey", Resource = "*" }, # here
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
///           - {Effect: Allow, Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::*:user/${aws:username}'}
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
///           - Effect: Allow
///             Action: iam:AttachRolePolicy
///             Resource: '*'
///             Condition: {StringEquals: {iam:PermissionsBoundary: 'arn:aws:iam::111122223333:policy/edge'}}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = ["iam:Get*", "iam:List*"], Resource = "*" }
///     ]
///   })
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Action: {Type: String}
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Statement: {Effect: Allow, Action: !Sub 'iam:${Action}', Resource: '*'}
/// ```
@Rule(
    title = "may change who may do what in IAM",
    severity = Severity.HIGH,
    serves = {"F02", "C15", "P1.2"},
    fix = "leave IAM to a pipeline of its own, or name the identities and ask for a boundary",
    unless = {"allows-everything", "allows-everything-together"})
public final class AllowsIamModification implements LocalCheck<IamPolicy> {

  @Override
  public Judgement judge(IamPolicy policy) {
    return policy.isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(policy.grants().changesIam().claim());
  }
}
