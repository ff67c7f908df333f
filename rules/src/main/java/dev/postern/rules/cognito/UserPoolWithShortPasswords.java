package dev.postern.rules.cognito;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.cognito.UserPool;

/// Sign-in pages are open to everybody, and short passwords are found by trying. Cognito asks for 8
/// characters where nothing is said, and accepts 6 where that is set. Length counts more than kinds
/// of characters (NIST SP 800-63B).
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::Cognito::UserPool
///     Properties:
///       Policies: {PasswordPolicy: {MinimumLength: 6}} # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::Cognito::UserPool
///     Properties:
///       Policies: {PasswordPolicy: {MinimumLength: 12}}
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::Cognito::UserPool
///     Properties:
///       Policies: {PasswordPolicy: {MinimumLength: !Ref Choice}}
/// ```
///
/// ```hcl finding
/// resource "aws_cognito_user_pool" "it" {
///   password_policy {
///     minimum_length = 6 # here
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_cognito_user_pool" "it" {
///   password_policy {
///     minimum_length = 12
///   }
/// }
/// ```
@Rule(
    title = "users may choose passwords shorter than 8 characters",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "require at least 8 characters, better 12",
    price = "users with shorter passwords keep them until they change them")
public final class UserPoolWithShortPasswords implements LocalCheck<UserPool> {
  @Override
  public Judgement judge(UserPool pool) {
    return Judgement.of(
        pool.leastLength().isNumber(n -> n.intValue() < 8).saying("shorter than 8"));
  }
}
