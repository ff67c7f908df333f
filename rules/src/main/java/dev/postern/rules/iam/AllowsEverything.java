package dev.postern.rules.iam;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.iam.IamPolicy;

/// Whoever holds this policy is an administrator of the account: no mistake and no stolen
/// credential stops short of anything.
///
/// The actions of all statements are counted over the published list of actions, so that `*`,
/// `*:*`, a union of statements and `NotAction` on nothing are the same. What a Deny or a
/// `NotAction` leaves out helps only where it is much or belongs to IAM, since whoever has IAM can
/// take the rest. A statement with a condition that leaves out requests is not counted here.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Allow, Action: '*', Resource: '*'} # here
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
///             Resource: 'arn:aws:*:*:*:*'
///             Action: '*:*' # here
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
///           - {Effect: Allow, NotAction: 'iam:*', Resource: '*'}
///           - {Effect: Allow, Action: 'iam:*', Resource: '*'}
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "*", Resource = "*" }, # here
///     ]
///   })
/// }
/// ```
///
/// ```json finding
/// {
///   "Version": "2012-10-17",
///   "Statement": [{ "Effect": "Allow", "NotAction": "aws-portal:*", "Resource": "*" }]
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
///           - {Effect: Allow, Action: '*', Resource: '*'}
///           - {Effect: Deny, Action: 'iam:*', Resource: '*'}
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
///           - {Effect: Allow, Action: '*', Resource: 'arn:aws:s3:::shop/*'}
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
///             Action: ['s3:GetObject', 's3:PutObject']
///             Resource: arn:aws:s3:::shop/*
///             Condition:
///               StringEquals: {aws:PrincipalAccount: '111122223333'}
///               IpAddress: {aws:SourceIp: 203.0.113.0/24}
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
/// ```yaml undecided
/// Parameters:
///   Actions: {Type: CommaDelimitedList}
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Statement: {Effect: Allow, Action: !Ref Actions, Resource: '*'}
/// ```
///
/// ```hcl undecided
/// variable "actions" {}
///
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({ Statement = [{ Effect = "Allow", Action = var.actions, Resource = "*" }] })
/// }
/// ```
@Rule(
    title = "allows every action on every resource",
    severity = Severity.CRITICAL,
    serves = {"F01", "C01", "C03", "C15"},
    fix = "list the actions and resources that the task needs",
    price = "a task that uses an action nobody listed fails")
public final class AllowsEverything implements LocalCheck<IamPolicy> {

  @Override
  public Judgement judge(IamPolicy policy) {
    return policy.isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(policy.grants().allowsEverything().claim());
  }
}
