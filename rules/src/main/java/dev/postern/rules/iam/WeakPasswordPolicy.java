package dev.postern.rules.iam;

import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.iam.PasswordPolicy;
import java.math.BigDecimal;
import java.util.List;

/// Passwords of IAM users are tried by everyone on the Internet. Length is what makes them hard to
/// guess, and remembering the old ones keeps a leaked one from coming back. Without a length
/// written here IAM asks for six characters.
///
/// CIS AWS Foundations asks for 14 characters and 24 remembered passwords.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: Postern::IAM::AccountPasswordPolicy
///     Properties:
///       MinimumPasswordLength: 8 # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_account_password_policy" "p" {
///   minimum_password_length   = 8 # here
///   password_reuse_prevention = 24
/// }
/// ```
///
/// ```hcl finding
/// resource "aws_iam_account_password_policy" "p" { # here
///   minimum_password_length = 14
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   P:
///     Type: Postern::IAM::AccountPasswordPolicy
///     Properties: {MinimumPasswordLength: 14, PasswordReusePrevention: 24}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_account_password_policy" "p" {
///   minimum_password_length   = 14
///   password_reuse_prevention = 24
/// }
/// ```
///
/// ```hcl undecided
/// variable "length" {}
///
/// resource "aws_iam_account_password_policy" "p" {
///   minimum_password_length   = var.length
///   password_reuse_prevention = 24
/// }
/// ```
@Rule(
    title = "password policy of the account is weak",
    severity = Severity.MEDIUM,
    serves = {"P1.3"},
    fix = "ask for at least 14 characters, and remember the last 24 passwords")
public final class WeakPasswordPolicy implements LocalCheck<PasswordPolicy> {

  private static final BigDecimal LENGTH = BigDecimal.valueOf(14);
  private static final BigDecimal REMEMBERED = BigDecimal.valueOf(24);

  @Override
  public Judgement judge(PasswordPolicy policy) {
    Verdict isLong = policy.minimumLength().isNumber(n -> n.compareTo(LENGTH) >= 0);
    Verdict remembers = policy.remembered().isNumber(n -> n.compareTo(REMEMBERED) >= 0);
    return Judgement.of(
        List.of(
            Claim.of(isLong.not()).titled("passwords of fewer than 14 characters are accepted"),
            Claim.of(remembers.not()).titled("old passwords may be used again")));
  }
}
