package dev.postern.rules.policies;

import dev.postern.iam.Exposure;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Origin;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import dev.postern.view.iam.ResourcePolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// An account is let in as a whole, and nothing but its own administrators decides who uses that. A
/// condition such as `aws:PrincipalOrgID` ends the access when the account leaves the organisation.
///
/// An account whose id comes from the deployment itself is the own one; of one that is written as a
/// number that cannot be seen. An administrator statement of a key policy is taken for the own
/// account's.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::S3::BucketPolicy
///     Properties:
///       Bucket: shop
///       PolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: s3:GetObject
///             Resource: arn:aws:s3:::shop/*
///             Principal: {AWS: '444455556666'} # here
/// ```
///
/// ```hcl finding
/// resource "aws_s3_bucket_policy" "p" {
///   bucket = "shop"
///   policy = jsonencode({
///     Statement = [
///       {
///         Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/*"
///         Principal = { AWS = "arn:aws:iam::444455556666:root" } # here
///       }
///     ]
///   })
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   P:
///     Type: AWS::S3::BucketPolicy
///     Properties:
///       Bucket: shop
///       PolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: s3:GetObject
///             Resource: arn:aws:s3:::shop/*
///             Principal: {AWS: '444455556666'}
///             Condition: {StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}}
/// ```
///
/// ```yaml clean
/// Resources:
///   P:
///     Type: AWS::S3::BucketPolicy
///     Properties:
///       Bucket: shop
///       PolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: s3:GetObject
///             Resource: arn:aws:s3:::shop/*
///             Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:role/web'}
/// ```
///
/// ```hcl clean
/// resource "aws_s3_bucket_policy" "p" {
///   bucket = "shop"
///   policy = jsonencode({
///     Statement = [
///       {
///         Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/*"
///         Principal = { Service = "logging.s3.amazonaws.com" }
///       }
///     ]
///   })
/// }
/// ```
///
/// ```hcl undecided
/// variable "account" {}
///
/// resource "aws_s3_bucket_policy" "p" {
///   bucket = "shop"
///   policy = jsonencode({
///     Statement = [{
///       Effect    = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/*"
///       Principal = { AWS = "arn:aws:iam::${var.account}:root" }
///     }]
///   })
/// }
/// ```
@Rule(
    title = "policy lets in a whole account without condition",
    severity = Severity.LOW,
    serves = {"C05"},
    fix = "ask for the organisation or for what the access is for in a condition",
    unless = {"resource-policy-open-to-anyone"})
public final class ResourcePolicyOpenToAccounts implements LocalCheck<ResourcePolicy> {

  @Override
  public Judgement judge(ResourcePolicy policy) {
    if (policy.documents().isEmpty() || policy.isPermission()) {
      return Judgement.notApplicable();
    }
    var statements = new LinkedHashMap<Origin, List<Verdict>>();
    policy.documents().stream()
        .flatMap(
            document -> Exposure.accounts(document, policy.resource().unit().account()).stream())
        .filter(named -> named.whole() && named.isOwn() != Truth.TRUE)
        .filter(named -> !policy.isAdministration(named.statement()))
        .forEach(named ->
            statements
                .computeIfAbsent(named.statement().origin(), _ -> new ArrayList<>())
                .add(verdict(named)));
    return Judgement.of(
        statements.values().stream().map(accounts -> Claim.of(Verdict.any(accounts))).toList());
  }

  private static Verdict verdict(Exposure.NamedAccount named) {
    Verdict free = named.verdict().and(named.conditioned().not());
    return named.isOwn() == Truth.UNKNOWN && free.possible()
        ? Verdict.undecided(free.evidence().getFirst().saying("whose account is not known"))
        : free;
  }
}
