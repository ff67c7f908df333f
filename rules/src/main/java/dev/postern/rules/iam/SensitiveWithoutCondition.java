package dev.postern.rules.iam;

import dev.postern.iam.Scope;
import dev.postern.iam.Sensitive;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.iam.IamPolicy;

/// Who may do this may read any secret, key or stored data of the account, or may decide who else
/// may; nothing asks where the request comes from, who sends it, or what it is for. A stolen
/// credential works from anywhere.
///
/// Sensitive are the actions that AWS calls permissions management, and a list of those that hand
/// out secrets, keys or stored data (`secretsmanager:GetSecretValue`, `kms:Decrypt`,
/// `s3:GetObject`, `dynamodb:Scan`, ...). Resources of which no part of the name is given count as
/// everything: `secret:*` does, `secret:shop/*` and `arn:aws:s3:::shop/*` do not. Conditions that
/// hold for every request, such as TLS or `IfExists` on an absent key, do not help.
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
///             Resource: '*'
///             Action: secretsmanager:GetSecretValue # here
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
///             Resource: 'arn:aws:kms:us-east-1:111122223333:key/*'
///             Condition: {Bool: {aws:SecureTransport: 'true'}}
///             Action: kms:Decrypt # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "s3:PutBucketPolicy", Resource = "*" }, # here
///     ]
///   })
/// }
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
///           - {Effect: Allow, Action: 'secretsmanager:GetSecretValue', Resource: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:shop/*'}
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
///             Action: s3:GetObject
///             Resource: arn:aws:s3:::shop/*
///             Condition:
///               StringEquals: {aws:PrincipalAccount: '111122223333'}
///               IpAddress: {aws:SourceIp: 203.0.113.0/24}
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
///           - {Effect: Allow, Action: 'kms:Decrypt', Resource: '*', Condition: {StringEquals: {kms:ViaService: s3.us-east-1.amazonaws.com}}}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "s3:ListAllMyBuckets", Resource = "*" }
///     ]
///   })
/// }
/// ```
///
/// ```hcl undecided
/// variable "secret" {}
///
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Statement = [
///       { Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = var.secret }
///     ]
///   })
/// }
/// ```
@Rule(
    title = "sensitive access to everything without any condition",
    severity = Severity.MEDIUM,
    serves = {"F04", "C05"},
    fix = "name the resources, or ask for an address, an organisation, MFA or a tag in a condition",
    unless = {
      "allows-everything",
      "allows-everything-together",
      "allows-whole-service",
      "allows-iam-modification",
      "privilege-escalation",
      "not-action-allow"
    },
    price = "requests that do not meet the condition fail")
public final class SensitiveWithoutCondition implements LocalCheck<IamPolicy> {

  @Override
  public Judgement judge(IamPolicy policy) {
    return policy.isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(
            policy.grants().shares(Sensitive::isSensitive, Scope.OPEN).stream()
                .map(share -> Claim.of(share.verdict()))
                .toList());
  }
}
