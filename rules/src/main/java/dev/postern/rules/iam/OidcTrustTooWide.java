package dev.postern.rules.iam;

import dev.postern.iam.Federation;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.iam.TrustPolicy;

/// GitHub, GitLab, HCP Terraform and others give every customer tokens of the same issuer. The
/// audience is the same for all of them; only the subject tells whose pipeline asks. Without a
/// condition on it, or with one that leaves the owner open, a stranger's pipeline takes on the
/// role.
///
/// The owner must be given in full: `repo:acme/*` keeps to one organisation, `repo:acme*` does not.
/// `ForAllValues` and `IfExists` hold where the claim is absent.
///
/// ```yaml finding
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: sts:AssumeRoleWithWebIdentity
///             Condition: {StringEquals: {token.actions.githubusercontent.com:aud: sts.amazonaws.com}}
///             Principal: {Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'} # here
/// ```
///
/// ```yaml finding
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: sts:AssumeRoleWithWebIdentity
///             Condition: {StringLike: {token.actions.githubusercontent.com:sub: 'repo:*:ref:refs/heads/main'}}
///             Principal: {Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'} # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_role" "r" {
///   assume_role_policy = jsonencode({
///     Statement = [
///       {
///         Effect    = "Allow", Action = "sts:AssumeRoleWithWebIdentity"
///         Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/gitlab.com" } # here
///         Condition = { StringEquals = { "gitlab.com:aud" = "https://gitlab.com" } }
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
///             Action: sts:AssumeRoleWithWebIdentity
///             Condition: {StringEquals: {token.actions.githubusercontent.com:sub: 'repo:acme/shop:ref:refs/heads/main'}}
///             Principal: {Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'}
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
///
/// ```hcl undecided
/// variable "subject" {}
///
/// resource "aws_iam_role" "r" {
///   assume_role_policy = jsonencode({
///     Statement = [{
///       Effect    = "Allow", Action = "sts:AssumeRoleWithWebIdentity"
///       Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/gitlab.com" }
///       Condition = { StringLike = { "gitlab.com:sub" = var.subject } }
///     }]
///   })
/// }
/// ```
@Rule(
    title = "pipelines of strangers may assume the role",
    severity = Severity.CRITICAL,
    serves = {"F05", "C05"},
    fix = "compare the `sub` claim with the repository and branch that may assume it")
public final class OidcTrustTooWide implements LocalCheck<TrustPolicy> {

  @Override
  public Judgement judge(TrustPolicy trust) {
    if (trust.documents().isEmpty()) {
      return Judgement.notApplicable();
    }
    Claim claim = Claim.of(Federation.admitsStrangers(trust.documents().getFirst()));
    return Judgement.of(
        claim.verdict().possible() ? claim.witnessed(Federation.stranger()) : claim);
  }
}
