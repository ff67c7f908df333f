package dev.postern.rules.iam;

import dev.postern.iam.Federation;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.iam.TrustPolicy;

/// A SAML assertion says for whom it was made. Without a condition on `SAML:aud` one that was made
/// for another application of the same provider can be used for the role.
///
/// ```yaml finding
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: sts:AssumeRoleWithSAML
///             Principal: {Federated: 'arn:aws:iam::111122223333:saml-provider/corp'} # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_role" "r" {
///   assume_role_policy = jsonencode({
///     Statement = [
///       {
///         Effect    = "Allow", Action = "sts:AssumeRoleWithSAML"
///         Principal = { Federated = "arn:aws:iam::111122223333:saml-provider/corp" } # here
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
///             Action: sts:AssumeRoleWithSAML
///             Principal: {Federated: 'arn:aws:iam::111122223333:saml-provider/corp'}
///             Condition: {StringEquals: {SAML:aud: 'https://signin.aws.amazon.com/saml'}}
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
    title = "SAML trust takes assertions meant for anyone",
    severity = Severity.LOW,
    serves = {"C05"},
    fix = "add the condition `StringEquals: {SAML:aud: https://signin.aws.amazon.com/saml}`")
public final class SamlTrustWithoutAudience implements LocalCheck<TrustPolicy> {

  @Override
  public Judgement judge(TrustPolicy trust) {
    return trust.documents().isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(Federation.takesAnySamlAudience(trust.documents().getFirst()));
  }
}
