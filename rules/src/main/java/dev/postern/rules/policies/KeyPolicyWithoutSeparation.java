package dev.postern.rules.policies;

import dev.postern.policy.document.Principal;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.iam.ResourcePolicy;

/// Who may do everything with a key can decrypt what it protects, change who else can, and destroy
/// it. Administration and use in separate statements, for separate principals, keep one mistake
/// from being all of them.
///
/// The statement for the account itself, which makes IAM policies count, is not meant; it is AWS's
/// default.
///
/// ```yaml finding
/// Resources:
///   K:
///     Type: AWS::KMS::Key
///     Properties:
///       KeyPolicy:
///         Statement:
///           - Effect: Allow
///             Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:role/app'}
///             Resource: '*'
///             Action: kms:* # here
/// ```
///
/// ```hcl finding
/// resource "aws_kms_key" "k" {
///   policy = jsonencode({
///     Statement = [{
///       Effect    = "Allow", Resource = "*"
///       Action    = "kms:*" # here
///       Principal = { AWS = "arn:aws:iam::111122223333:role/app" }
///     }]
///   })
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   K:
///     Type: AWS::KMS::Key
///     Properties:
///       KeyPolicy:
///         Statement:
///           - Effect: Allow
///             Action: kms:*
///             Resource: '*'
///             Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}
/// ```
///
/// ```hcl clean
/// resource "aws_kms_key" "k" {
///   policy = jsonencode({
///     Statement = [{
///       Effect    = "Allow", Action = ["kms:Encrypt", "kms:Decrypt"], Resource = "*"
///       Principal = { AWS = "arn:aws:iam::111122223333:role/app" }
///     }]
///   })
/// }
/// ```
@Rule(
    title = "principal may both administer the key and use it",
    severity = Severity.LOW,
    serves = {"P3.1"},
    fix = "give administrators and users of the key statements of their own",
    unless = {"resource-policy-open-to-anyone"})
public final class KeyPolicyWithoutSeparation implements LocalCheck<ResourcePolicy> {

  @Override
  public Judgement judge(ResourcePolicy policy) {
    if (!policy.service().equals("kms") || policy.documents().isEmpty()) {
      return Judgement.notApplicable();
    }
    return Judgement.of(
        policy.statements().stream()
            .filter(s ->
                s.principals().listed().stream()
                    .anyMatch(n -> n.principal() instanceof Principal.Arn))
            .flatMap(s ->
                s.actions().listed().stream()
                    .filter(action -> isWhole(action.loosest()))
                    .map(action -> Verdict.of(s.allows(), action.saying("administration and use"))))
            .map(Claim::of)
            .toList());
  }

  private static boolean isWhole(String action) {
    return action.equalsIgnoreCase("kms:*") || action.equals("*");
  }
}
