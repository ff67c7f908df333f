package dev.postern.rules.iam;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.iam.Role;
import java.math.BigDecimal;

/// Credentials of a session work until they expire, also where they were stolen, and after the role
/// was taken from whoever holds them. The default is one hour; IAM admits up to twelve.
///
/// ```yaml finding
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       MaxSessionDuration: 43200 # here
///       AssumeRolePolicyDocument:
///         Statement:
///           - Effect: Allow
///             Action: sts:AssumeRole
///             Principal: {Service: ec2.amazonaws.com}
/// ```
///
/// ```hcl finding
/// resource "aws_iam_role" "r" {
///   max_session_duration = 43200 # here
///   assume_role_policy   = jsonencode({ Statement = [] })
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
///             Principal: {Service: ec2.amazonaws.com}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_role" "r" {
///   max_session_duration = 7200
///   assume_role_policy   = jsonencode({ Statement = [] })
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Seconds: {Type: Number}
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       MaxSessionDuration: !Ref Seconds
///       AssumeRolePolicyDocument: {}
/// ```
@Rule(
    title = "sessions of the role may last longer than four hours",
    severity = Severity.LOW,
    serves = {"P1.3"},
    fix = "shorten `MaxSessionDuration` to what the task takes")
public final class LongRoleSession implements LocalCheck<Role> {

  private static final BigDecimal LONG = BigDecimal.valueOf(4 * 60 * 60);

  @Override
  public Judgement judge(Role role) {
    return Judgement.of(
        role.maxSessionDuration()
            .isNumber(seconds -> seconds.compareTo(LONG) > 0)
            .saying("more than four hours"));
  }
}
