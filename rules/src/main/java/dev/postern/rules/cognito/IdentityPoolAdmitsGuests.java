package dev.postern.rules.cognito;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.cognito.IdentityPool;

/// The id of an identity pool stands in the code of the page or app that uses it. With guests
/// admitted, everybody who reads it gets credentials of the pool's guest role.
///
/// ```yaml finding
/// Resources:
///   It:
///     Type: AWS::Cognito::IdentityPool
///     Properties:
///       AllowUnauthenticatedIdentities: true # here
/// ```
///
/// ```yaml clean
/// Resources:
///   It:
///     Type: AWS::Cognito::IdentityPool
///     Properties:
///       AllowUnauthenticatedIdentities: false
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Choice: {Type: String}
/// Resources:
///   It:
///     Type: AWS::Cognito::IdentityPool
///     Properties:
///       AllowUnauthenticatedIdentities: !Ref Choice
/// ```
///
/// ```hcl finding
/// resource "aws_cognito_identity_pool" "it" {
///   identity_pool_name               = "it"
///   allow_unauthenticated_identities = true # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_cognito_identity_pool" "it" {
///   identity_pool_name               = "it"
///   allow_unauthenticated_identities = false
/// }
/// ```
@Rule(
    title = "anybody gets AWS credentials without signing in",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "set `AllowUnauthenticatedIdentities: false`",
    price = "visitors who are not signed in lose access")
public final class IdentityPoolAdmitsGuests implements LocalCheck<IdentityPool> {
  @Override
  public Judgement judge(IdentityPool pool) {
    return Judgement.of(pool.admitsGuests().is(true).saying("guests are admitted"));
  }
}
