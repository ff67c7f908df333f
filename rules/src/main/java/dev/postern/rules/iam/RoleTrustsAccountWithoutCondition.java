package dev.postern.rules.iam;

import dev.postern.iam.Exposure;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import dev.postern.view.iam.TrustPolicy;
import java.util.List;

/// A third party that works for many customers can be talked into using its access to this role for
/// another of them: the confused deputy. An external id in the condition keeps customers apart;
/// within one organisation, `aws:PrincipalOrgID` does.
///
/// Any restricting condition counts. A single role or user of the account is a smaller opening than
/// all of it and weighs less. An account whose id comes from the deployment itself is the own one,
/// and not meant; of one that is written as a number that cannot be seen.
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
///             Principal: {AWS: 'arn:aws:iam::444455556666:root'} # here
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
///             Action: sts:AssumeRole
///             Principal: {AWS: 'arn:aws:iam::444455556666:role/deployer'} # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_role" "r" {
///   assume_role_policy = jsonencode({
///     Statement = [
///       { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "444455556666" } }, # here
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
///             Principal: {AWS: 'arn:aws:iam::444455556666:root'}
///             Condition: {StringEquals: {sts:ExternalId: shop-7}}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_role" "r" {
///   assume_role_policy = jsonencode({
///     Statement = [
///       {
///         Effect    = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "444455556666" }
///         Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
///       }
///     ]
///   })
/// }
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: sts:AssumeRole
///             Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}
/// ```
///
/// ```hcl undecided
/// variable "account" {}
///
/// resource "aws_iam_role" "r" {
///   assume_role_policy = jsonencode({
///     Statement = [
///       { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::${var.account}:root" } }
///     ]
///   })
/// }
/// ```
@Rule(
    title = "account may assume the role without any condition",
    severity = Severity.MEDIUM,
    serves = {"C05"},
    fix = "ask for an external id, an organisation or MFA in a condition",
    price = "callers that do not send what the condition asks for are refused")
public final class RoleTrustsAccountWithoutCondition implements LocalCheck<TrustPolicy> {

  @Override
  public Judgement judge(TrustPolicy trust) {
    List<Exposure.NamedAccount> others =
        trust.documents().stream()
            .flatMap(
                document -> Exposure.accounts(document, trust.resource().unit().account()).stream())
            .filter(named -> named.isOwn() != Truth.TRUE)
            .toList();
    return others.isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(others.stream().map(this::claim).toList());
  }

  private Claim claim(Exposure.NamedAccount named) {
    Verdict free = named.verdict().and(named.conditioned().not());
    if (named.isOwn() == Truth.UNKNOWN && free.possible()) {
      free = Verdict.undecided(free.evidence().getFirst().saying("whose account is not known"));
    }
    return named.whole() || !free.possible()
        ? Claim.of(free)
        : Claim.of(free)
            .at(Severity.LOW, free.evidence().getFirst().saying("one principal, not all of it"));
  }
}
