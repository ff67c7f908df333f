package dev.postern.rules.iam;

import dev.postern.iam.PublicAccess;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.iam.TrustPolicy;

/// The trust policy lets in everyone: whoever has an AWS account of his own can take on the role
/// and all that it may do.
///
/// A condition helps only when it pins the caller to fixed principals, accounts or organisations.
/// An external id does not: it is a name for a customer, not a secret. `ForAllValues` and
/// `IfExists` hold for requests that do not carry the key.
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
///             Principal: '*' # here
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
///             Condition: {StringEquals: {sts:ExternalId: shop}}
///             Principal: {AWS: '*'} # here
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
///             Condition: {'ForAllValues:StringEquals': {aws:PrincipalOrgID: o-a1b2c3d4e5}}
///             Principal: {AWS: '*'} # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_role" "r" {
///   assume_role_policy = jsonencode({
///     Statement = [
///       { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } }, # here
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
///             Principal: {AWS: '*'}
///             Condition: {StringEquals: {aws:PrincipalOrgID: o-a1b2c3d4e5}}
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
/// ```json finding
/// {
///   "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "AWS": "*" } }]
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Who: {Type: String}
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument:
///         Statement: {Effect: Allow, Action: 'sts:AssumeRole', Principal: {AWS: !Ref Who}}
/// ```
@Rule(
    title = "anyone with an AWS account may assume the role",
    severity = Severity.CRITICAL,
    serves = {"F05", "C05"},
    fix = "name the accounts or roles that may assume it")
public final class RoleTrustsAnyone implements LocalCheck<TrustPolicy> {

  @Override
  public Judgement judge(TrustPolicy trust) {
    return trust.documents().isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(
            PublicAccess.of(trust.documents(), trust.cloud().facts().actions()).isPublic().claim());
  }
}
