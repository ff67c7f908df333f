package dev.postern.rules.iam;

import dev.postern.iam.Answer;
import dev.postern.iam.Grants;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.iam.Identity;
import java.util.List;

/// None of the policies is an administrator's by itself, but all of them together leave nothing
/// out: one allows what another excludes.
///
/// Inline policies, managed ones and, for a user, those of its groups are counted together. Where
/// one of them allows everything alone, that one is reported instead. A policy or group that is not
/// known may allow the rest.
///
/// ```yaml finding
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument: {}
///       ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess']
///       Policies:
///         - PolicyName: p
///           PolicyDocument:
///             Statement: {Effect: Allow, Action: ['iam:*', 'organizations:*', 'account:*'], Resource: '*'}
/// ```
///
/// ```hcl finding
/// resource "aws_iam_role" "r" {
///   assume_role_policy  = jsonencode({ Statement = [] })
///   managed_policy_arns = ["arn:aws:iam::aws:policy/PowerUserAccess"]
/// }
///
/// resource "aws_iam_role_policy" "p" {
///   role = aws_iam_role.r.id
///   policy = jsonencode({
///     Statement = [
///       { Effect = "Allow", Action = ["iam:*", "organizations:*", "account:*"], Resource = "*" }
///     ]
///   })
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument: {}
///       ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess']
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Team: {Type: String}
/// Resources:
///   U:
///     Type: AWS::IAM::User
///     Properties:
///       Groups: [!Ref Team]
///       ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess']
/// ```
///
/// ```hcl undecided
/// variable "teams" {
///   type = list(string)
/// }
///
/// resource "aws_iam_user" "u" {
///   name = "bob"
/// }
///
/// resource "aws_iam_user_group_membership" "m" {
///   user   = aws_iam_user.u.name
///   groups = var.teams
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_iam_user" "u" {
///   name = "bob"
/// }
///
/// resource "aws_iam_user_policy_attachment" "a" {
///   user       = aws_iam_user.u.name
///   policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
/// }
/// ```
@Rule(
    title = "policies together allow every action on every resource",
    severity = Severity.CRITICAL,
    serves = {"F01", "C01", "C03", "C15"},
    fix = "take away the policies that the task does not need",
    unless = {"allows-everything"},
    price = "a task that uses an action nobody listed fails")
public final class AllowsEverythingTogether implements LocalCheck<Identity> {

  @Override
  public Judgement judge(Identity identity) {
    List<PolicyDocument> all = identity.effectiveDocuments();
    Verdict unknown = identity.hasUnknown();
    if (all.isEmpty()) {
      return Judgement.where(unknown, unknown);
    }
    var actions = identity.cloud().facts().actions();
    boolean one =
        all.stream()
            .map(document -> Grants.of(List.of(document), actions).allowsEverything().verdict())
            .anyMatch(verdict -> !(verdict instanceof Verdict.No));
    Answer together = identity.grants().allowsEverything();
    return one
        ? Judgement.satisfied()
        : Judgement.of(new Answer(together.verdict().or(unknown), together.witness()).claim());
  }
}
