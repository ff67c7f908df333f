package dev.postern.rules.iam;

import dev.postern.iam.Federation;
import dev.postern.iam.Mfa;
import dev.postern.iam.Scope;
import dev.postern.iam.Sensitive;
import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.iam.Identity;
import dev.postern.view.iam.Role;
import java.util.ArrayList;
import java.util.List;

/// A password or an access key that leaks is enough to change permissions or destroy things. With a
/// condition on `aws:MultiFactorAuthPresent` it is not.
///
/// The rule looks at people: users, groups, and roles that a SAML provider may be used for. Roles
/// of services have no MFA device and are not concerned. It counts actions that AWS calls
/// permissions management and those that delete. A Deny with `BoolIfExists:
/// {aws:MultiFactorAuthPresent: "false"}` protects what it names; with `Bool` it would miss
/// requests made with access keys, which carry no such key.
///
/// ```yaml finding
/// Resources:
///   Admins:
///     Type: AWS::IAM::Group
///     Properties:
///       Policies:
///         - PolicyName: p
///           PolicyDocument:
///             Statement:
///               - Effect: Allow
///                 Resource: arn:aws:s3:::shop
///                 Action: s3:DeleteBucket # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_user" "bob" {
///   name = "bob"
/// }
///
/// resource "aws_iam_user_policy" "p" {
///   user = aws_iam_user.bob.name
///   policy = jsonencode({
///     Statement = [
///       { Effect = "Allow", Action = "s3:PutBucketPolicy", Resource = "arn:aws:s3:::shop" } # here
///     ]
///   })
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Admins:
///     Type: AWS::IAM::Group
///     Properties:
///       Policies:
///         - PolicyName: p
///           PolicyDocument:
///             Statement:
///               Effect: Allow
///               Action: s3:DeleteBucket
///               Resource: arn:aws:s3:::shop
///               Condition: {Bool: {aws:MultiFactorAuthPresent: 'true'}}
/// ```
///
/// ```yaml clean
/// Resources:
///   Admins:
///     Type: AWS::IAM::Group
///     Properties:
///       Policies:
///         - PolicyName: p
///           PolicyDocument:
///             Statement:
///               - {Effect: Allow, Action: 's3:DeleteBucket', Resource: 'arn:aws:s3:::shop'}
///               - Effect: Deny
///                 NotAction: ['iam:*MFADevice', 'sts:GetSessionToken']
///                 Resource: '*'
///                 Condition: {BoolIfExists: {aws:MultiFactorAuthPresent: 'false'}}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_group" "readers" {
///   name = "readers"
/// }
///
/// resource "aws_iam_group_policy" "p" {
///   group = aws_iam_group.readers.name
///   policy = jsonencode({
///     Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/*" }]
///   })
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Team: {Type: String}
/// Resources:
///   U:
///     Type: AWS::IAM::User
///     Properties: {Groups: [!Ref Team]}
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument:
///         Statement: {Effect: Allow, Action: 'sts:AssumeRole', Principal: {Service: ec2.amazonaws.com}}
///       Policies:
///         - PolicyName: p
///           PolicyDocument: {Statement: {Effect: Allow, Action: 's3:DeleteBucket', Resource: '*'}}
/// ```
@Rule(
    title = "people may do this without multi-factor authentication",
    severity = Severity.MEDIUM,
    serves = {"C02"},
    fix =
        "add the condition `Bool: {aws:MultiFactorAuthPresent: \"true\"}`, or a Deny with"
            + " `BoolIfExists`",
    unless = {"allows-everything", "allows-everything-together", "broad-managed-policy"},
    price = "scripts with access keys have to fetch a session with MFA")
public final class SensitiveWithoutMfa implements LocalCheck<Identity> {

  @Override
  public Judgement judge(Identity identity) {
    boolean person = !(identity instanceof Role role) || Federation.isForPeople(role.trust());
    if (!person || identity.policies().isEmpty()) {
      return Judgement.notApplicable();
    }
    boolean asked =
        identity instanceof Role role
            && role.trust().statements().stream().allMatch(Mfa::isAskedBy);
    if (asked) {
      return Judgement.satisfied();
    }
    Actions actions = identity.cloud().facts().actions();
    List<PolicyDocument> documents = identity.effectiveDocuments();
    ActionSet refused = Mfa.refusedWithout(documents, actions);
    var claims = new ArrayList<Claim>();
    identity
        .grants()
        .assumingConditions()
        .shares(a -> Sensitive.needsMfa(a) && !refused.contains(a.toString()), Scope.SOME)
        .stream()
        .filter(share -> !Mfa.isAskedBy(share.statement()))
        .forEach(share -> claims.add(Claim.of(share.verdict())));
    if (!refused.containsAll(ActionSet.all(actions).where(Sensitive::needsMfa))) {
      claims.add(Claim.of(identity.hasUnknown()));
    }
    return Judgement.of(claims);
  }
}
