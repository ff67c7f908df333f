package dev.postern.rules.cognito;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.cognito.UserPool;

/// A password that was used elsewhere and leaked there is enough to sign in. Cognito's multi-factor
/// authentication is off unless it is set; `OPTIONAL` lets users choose it and is accepted.
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::Cognito::UserPool
///     Properties:
///       MfaConfiguration: "OFF" # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::Cognito::UserPool
///     Properties:
///       MfaConfiguration: "ON"
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::Cognito::UserPool
///     Properties:
///       MfaConfiguration: !Ref Choice
/// ```
///
/// ```hcl finding
/// resource "aws_cognito_user_pool" "it" { # here
///   name = "users"
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_cognito_user_pool" "it" {
///   name              = "users"
///   mfa_configuration = "ON"
/// }
/// ```
@Rule(
    title = "users have no second factor",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "set `MfaConfiguration` to `ON`, or to `OPTIONAL` with adaptive authentication",
    price = "users have to set up a second factor")
public final class UserPoolWithoutSecondFactor implements LocalCheck<UserPool> {
  @Override
  public Judgement judge(UserPool pool) {
    return Judgement.of(
        pool.secondFactor().isOneOf("ON", "OPTIONAL").not().saying("no second factor"));
  }
}
