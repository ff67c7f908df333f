package dev.postern.rules.ssm;

import dev.postern.model.Text;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import dev.postern.view.ssm.Parameter;
import java.util.regex.Pattern;

/// A parameter of type `String` is stored and shown as it is: whoever may read parameters, and many
/// roles may, reads the secret. A `SecureString` is encrypted with a KMS key whose policy decides
/// as well.
///
/// The rule goes by the name: its last word says that it is a password, a secret, a token or a key.
/// CloudFormation cannot make a `SecureString`; there, Secrets Manager is the place. A value that
/// is a secret is found by other rules whatever the name is.
///
/// ```yaml finding
/// Resources:
///   Password:
///     Type: AWS::SSM::Parameter
///     Properties:
///       Name: /shop/db_password
///       Type: String # here
/// ```
///
/// ```hcl finding
/// variable "given" {
///   type = string
/// }
///
/// resource "aws_ssm_parameter" "token" {
///   name  = "/shop/payment/api-token"
///   type  = "String" # here
///   value = var.given
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Policy:
///     Type: AWS::SSM::Parameter
///     Properties: {Name: /shop/password-policy, Type: String, Value: strict}
/// ```
///
/// ```hcl clean
/// variable "given" {
///   type = string
/// }
///
/// resource "aws_ssm_parameter" "token" {
///   name  = "/shop/payment/api-token"
///   type  = "SecureString"
///   value = var.given
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Kind: {Type: String}
/// Resources:
///   Password:
///     Type: AWS::SSM::Parameter
///     Properties: {Name: /shop/db_password, Type: !Ref Kind}
/// ```
@Rule(
    title = "parameter keeps a secret in plain text",
    severity = Severity.MEDIUM,
    serves = {"P3.2"},
    fix = "keep it as a `SecureString` or in Secrets Manager")
public final class ParameterHoldsSecretInPlain implements LocalCheck<Parameter> {
  @Override
  public Judgement judge(Parameter parameter) {
    Verdict claims = parameter.name().text().decide(ParameterHoldsSecretInPlain::claimsSecret);
    if (!claims.possible()) {
      return Judgement.satisfied();
    }
    return Judgement.of(parameter.type().isOneOf("String", "StringList").and(claims));
  }

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(password|passwd|passphrase|secret|token|(api|private|access|secret)[-_]?key)$");

  private static Truth claimsSecret(Text name) {
    return Truth.of(SECRET.matcher(name.suffix()).matches());
  }
}
