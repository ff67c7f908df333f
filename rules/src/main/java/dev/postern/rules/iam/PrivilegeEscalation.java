package dev.postern.rules.iam;

import dev.postern.iam.Escalation;
import dev.postern.iam.Escalations;
import dev.postern.iam.Grants;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.iam.IamPolicy;
import dev.postern.view.iam.Identity;
import java.util.List;

/// Permissions that are harmless one by one add up: who may hand any role to a service and may
/// start something there acts with the permissions of that role.
///
/// All policies of a role, user or group count together, inline, managed and those of a user's
/// groups; a policy that is a resource of its own is also judged by itself. The known ways are
/// tried from the most serious to the least, and the first that is open is named. A role to hand
/// over is taken to exist. Ways that need nothing but IAM are `allows-iam-modification`, but for
/// one that a single named role leaves open: who may create it lets it trust himself, and who may
/// then give it policies gives it all, unless a condition asks for a permissions boundary. Where
/// the way leads through something that must already be there with a role of its own, such as a
/// function whose code is replaced, the severity is lower.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Allow, Action: 'iam:PassRole', Resource: '*'}
///           - {Effect: Allow, Action: 'lambda:*', Resource: '*'}
/// ```
///
/// ```yaml finding
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties: {AssumeRolePolicyDocument: {}, ManagedPolicyArns: [!Ref P]}
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument: {Statement: {Effect: Allow, Action: 'ec2:RunInstances', Resource: '*'}}
///   Q:
///     Type: AWS::IAM::RolePolicy
///     Properties:
///       RoleName: !Ref R
///       PolicyName: q
///       PolicyDocument: {Statement: {Effect: Allow, Action: 'iam:PassRole', Resource: '*'}}
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "iam:PassRole", Resource = "*" },
///       { Effect = "Allow", Action = "glue:CreateDevEndpoint", Resource = "*" }
///     ]
///   })
/// }
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
///           - {Effect: Allow, Action: 'sts:AssumeRole', Resource: '*'} # here
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
///           - Effect: Allow
///             Resource: !Sub 'arn:aws:iam::${AWS::AccountId}:role/deploy'
///             Action: ['iam:CreateRole', 'iam:AttachRolePolicy'] # here
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
///           - {Effect: Allow, Action: 'iam:CreateRole', Resource: 'arn:aws:iam::111122223333:role/a'}
///           - {Effect: Allow, Action: 'iam:PutRolePolicy', Resource: 'arn:aws:iam::111122223333:role/b'}
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
///           - {Effect: Allow, Action: 'iam:PutRolePolicy', Resource: 'arn:aws:iam::111122223333:role/a'}
///           - Effect: Allow
///             Action: iam:CreateRole
///             Resource: arn:aws:iam::111122223333:role/a
///             Condition: {StringEquals: {iam:PermissionsBoundary: 'arn:aws:iam::111122223333:policy/edge'}}
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
///             Action: iam:PassRole
///             Resource: '*'
///             Condition: {StringEquals: {iam:PassedToService: glue.amazonaws.com}}
///           - {Effect: Allow, Action: 'lambda:CreateFunction', Resource: '*'}
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
///           - {Effect: Allow, Action: 'lambda:CreateFunction', Resource: '*'}
///           - {Effect: Allow, Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/thumbnails'}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/*" }
///     ]
///   })
/// }
/// ```
///
/// ```hcl undecided
/// variable "roles" {}
///
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Statement = [
///       { Effect = "Allow", Action = "iam:PassRole", Resource = var.roles },
///       { Effect = "Allow", Action = "lambda:CreateFunction", Resource = "*" }
///     ]
///   })
/// }
/// ```
@Rule(
    title = "its holder can give itself more permissions",
    severity = Severity.HIGH,
    serves = {"F02", "C15", "P1.2"},
    fix = "take away one action of the way, or name the roles and resources it works on",
    unless = {
      "allows-everything",
      "allows-everything-together",
      "allows-iam-modification",
      "not-action-allow"
    })
public final class PrivilegeEscalation implements LocalCheck<IamPolicy> {

  @Override
  public Judgement judge(IamPolicy policy) {
    if (policy.isEmpty() && policy.identity().map(i -> i.policies().isEmpty()).orElse(true)) {
      return Judgement.notApplicable();
    }
    Grants grants = policy.identity().map(Identity::grants).orElse(policy.grants());
    return Judgement.of(
        grants.changesIam().verdict() instanceof Verdict.Yes
            ? List.of()
            : policy.ownWays().stream()
                .findFirst()
                .map(this::claim)
                .or(() -> policy.identity().map(Identity::hasUnknown).map(Claim::of))
                .stream()
                .toList());
  }

  private Claim claim(Escalations.Found found) {
    String title = "its holder " + found.way().what();
    Claim claim = Claim.of(found.verdict()).titled(title);
    Claim proved = found.witness().map(claim::witnessed).orElse(claim);
    boolean mustExist = found.way().kind() == Escalation.Kind.EXISTING_RESOURCE;
    return mustExist && found.verdict().possible()
        ? proved.at(
            Severity.MEDIUM,
            found.verdict().evidence().getFirst().saying("leads as far as the role found there"))
        : proved;
  }
}
