package dev.postern.rules.secretsmanager;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.secretsmanager.Secret;

/// A secret that never changes is known to everybody who ever saw it: those who left, old backups,
/// logs of a bad day. A schedule renews it without a deployment, which also proves that it can be
/// renewed when it must.
///
/// A schedule in the same unit counts. A secret that RDS or another service manages does not appear
/// as a resource and is renewed by that service.
///
/// ```yaml finding
/// Resources:
///   Token:        # here
///     Type: AWS::SecretsManager::Secret
/// ```
///
/// ```hcl finding
/// resource "aws_secretsmanager_secret" "token" { # here
///   name = "token"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Token:
///     Type: AWS::SecretsManager::Secret
///   Renewal:
///     Type: AWS::SecretsManager::RotationSchedule
///     Properties:
///       SecretId: !Ref Token
///       RotationRules: {AutomaticallyAfterDays: 30}
/// ```
///
/// ```hcl clean
/// resource "aws_secretsmanager_secret" "token" {
///   name = "token"
/// }
///
/// resource "aws_secretsmanager_secret_rotation" "token" {
///   secret_id           = aws_secretsmanager_secret.token.id
///   rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:renew"
///   rotation_rules {
///     automatically_after_days = 30
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Which: {Type: String}
/// Resources:
///   Token:
///     Type: AWS::SecretsManager::Secret
///   Renewal:
///     Type: AWS::SecretsManager::RotationSchedule
///     Properties: {SecretId: !Ref Which, RotationRules: {AutomaticallyAfterDays: 30}}
/// ```
@Rule(
    title = "secret is never rotated",
    severity = Severity.MEDIUM,
    serves = {"P3.2"},
    fix = "add a rotation schedule")
public final class SecretNotRotated implements LocalCheck<Secret> {
  @Override
  public Judgement judge(Secret secret) {
    Verdict still = secret.resource().saying(true, "no schedule renews it");
    return Judgement.of(still.and(secret.isRotated().not()));
  }
}
