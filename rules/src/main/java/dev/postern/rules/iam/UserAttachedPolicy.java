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
import java.util.List;

/// Permissions that hang on single users drift apart: one keeps what another lost. With groups and
/// roles it is the task that has permissions, and leaving the task takes them away.
///
/// ```yaml finding
/// Resources:
///   U:
///     Type: AWS::IAM::User
///     Properties:
///       ManagedPolicyArns:
///         - arn:aws:iam::aws:policy/ReadOnlyAccess # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_user" "bob" {
///   name = "bob"
/// }
///
/// resource "aws_iam_user_policy_attachment" "a" {
///   user       = aws_iam_user.bob.name
///   policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess" # here
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
    title = "policy is attached to a user instead of a group",
    severity = Severity.LOW,
    serves = {"P1.3"},
    fix = "attach the policy to a group, or give the user a role to assume",
    unless = {"broad-managed-policy"})
public final class UserAttachedPolicy implements LocalCheck<User> {

  @Override
  public Judgement judge(User user) {
    return Judgement.of(
        user.ownPolicies().stream()
            .filter(policy -> policy.kind() != AttachedPolicy.Kind.INLINE)
            .map(policy -> Verdict.within(List.of(policy.when()), attached(policy)))
            .map(Claim::of)
            .toList());
  }

  private static Verdict attached(AttachedPolicy policy) {
    return Verdict.yes(new Evidence(policy.origin(), "attached to this user"));
  }
}
