package dev.postern.rules.iam;

import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.iam.AttachedPolicy;
import dev.postern.view.iam.User;

/// An inline policy belongs to one user and is seen nowhere else: it is forgotten when the user
/// changes tasks, and reviewed by nobody. Groups and roles carry permissions that outlive one
/// person's task.
///
/// ```yaml finding
/// Resources:
///   U:
///     Type: AWS::IAM::User
///     Properties:
///       Policies:
///         - PolicyName: p
///           PolicyDocument: {Statement: {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*'}} # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_user" "bob" {
///   name = "bob"
/// }
///
/// resource "aws_iam_user_policy" "p" {
///   user   = aws_iam_user.bob.name
///   policy = jsonencode({ Statement = [] }) # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   U:
///     Type: AWS::IAM::User
///     Properties: {Groups: [readers]}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_user" "bob" {
///   name = "bob"
/// }
/// ```
@Rule(
    title = "user has an inline policy",
    severity = Severity.LOW,
    serves = {"C04"},
    fix = "move the permissions to a group or role")
public final class UserInlinePolicy implements LocalCheck<User> {

  @Override
  public Judgement judge(User user) {
    return Judgement.of(
        user.ownPolicies().stream()
            .filter(policy -> policy.kind() == AttachedPolicy.Kind.INLINE)
            .map(policy -> new Evidence(policy.origin(), "belongs to this user alone"))
            .map(Verdict::yes)
            .map(Claim::of)
            .toList());
  }
}
