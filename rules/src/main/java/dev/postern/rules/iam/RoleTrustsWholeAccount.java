package dev.postern.rules.iam;

import dev.postern.iam.Exposure;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Truth;
import dev.postern.view.iam.TrustPolicy;

/// With the account itself as principal, everybody in the account whose own policies allow
/// `sts:AssumeRole` gets in: who that is cannot be seen here, and grows with every policy that
/// allows it on `*`.
///
/// ```yaml finding
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: sts:AssumeRole
///             Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'} # here
/// ```
///
/// ```hcl finding
/// data "aws_caller_identity" "me" {}
///
/// resource "aws_iam_role" "r" {
///   assume_role_policy = jsonencode({
///     Statement = [
///       {
///         Effect    = "Allow", Action = "sts:AssumeRole"
///         Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:root" }
///       }
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
///       AssumeRolePolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: sts:AssumeRole
///             Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}
///             Condition: {Bool: {aws:MultiFactorAuthPresent: 'true'}}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_role" "r" {
///   assume_role_policy = jsonencode({
///     Statement = [
///       { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }
///     ]
///   })
/// }
/// ```
@Rule(
    title = "any principal of the account may be allowed to assume the role",
    severity = Severity.LOW,
    serves = {"P1.3"},
    fix = "name the roles or users that assume it, or ask for MFA",
    price = "callers that are not named are refused")
public final class RoleTrustsWholeAccount implements LocalCheck<TrustPolicy> {

  @Override
  public Judgement judge(TrustPolicy trust) {
    return trust.documents().isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(
            trust.documents().stream()
                .flatMap(document ->
                    Exposure.accounts(document, trust.resource().unit().account()).stream())
                .filter(named -> named.whole() && named.isOwn() == Truth.TRUE)
                .map(named -> named.verdict().and(named.conditioned().not()))
                .map(verdict -> Claim.of(verdict.saying("everybody here who may assume roles")))
                .toList());
  }
}
