package dev.postern.rules.secrets;

import dev.postern.model.Property;
import dev.postern.model.Text;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.secrets.Secrets;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.secrets.Declarations;
import java.util.Set;

/// The value of a CloudFormation parameter is printed by `DescribeStacks`, in the console and in
/// change sets unless the parameter has `NoEcho`. A Terraform variable is printed in plans unless
/// it is `sensitive`; it lies in the state either way, so that is a smaller matter.
///
/// A parameter is for a secret when its name says so: `DbPassword`, `api_key`, but not
/// `PasswordPolicy` or `SecretArn`. Parameters that CloudFormation reads from the Parameter Store
/// are not concerned: they hold a name.
///
/// ```yaml finding
/// Parameters:
///   DbPassword:
///     Type: String # here
/// Resources:
///   Topic: {Type: AWS::SNS::Topic}
/// ```
///
/// ```yaml clean
/// Parameters:
///   UsersMayChangePassword: {Type: String, AllowedValues: ["true", "false"]}
///   PasswordLength: {Type: Number}
/// Resources:
///   Bucket: {Type: AWS::S3::Bucket}
/// ```
///
/// ```yaml clean
/// Parameters:
///   DbPassword:
///     Type: String
///     NoEcho: true
///   DbPasswordSecretArn:
///     Type: String
/// Resources:
///   Topic: {Type: AWS::SNS::Topic}
/// ```
///
/// ```hcl finding
/// variable "db_password" { # here
///   type = string
/// }
/// ```
///
/// ```hcl clean
/// variable "db_password" {
///   type      = string
///   sensitive = true
/// }
/// ```
@Rule(
    title = "parameter for a secret is shown to everybody who sees the stack",
    severity = Severity.MEDIUM,
    serves = {"P3.2"},
    fix =
        "set `NoEcho: true` on the parameter, or `sensitive = true` on the variable; better, take"
            + " the secret by reference")
public final class SecretParameterWithoutNoEcho implements LocalCheck<Declarations> {
  private static final Set<String> PLAIN_TYPES = Set.of("Number", "number", "bool");

  @Override
  public Judgement judge(Declarations declared) {
    return Judgement.of(
        declared.inputs().stream()
            .filter(input -> Secrets.isNameOfOne(input.key()))
            .filter(input -> !isNoSecret(input.property()))
            .map(input -> claim(declared, input))
            .toList());
  }

  /// A name to be looked up, a number, a switch, or one of a list that everybody can read.
  private static boolean isNoSecret(Property input) {
    String type = input.at("Type").text().sole().map(Text::prefix).orElse("");
    boolean listed = input.at("AllowedValues").isWritten() instanceof Verdict.Yes;
    return listed || type.startsWith("AWS::SSM::") || PLAIN_TYPES.contains(type);
  }

  private static Claim claim(Declarations declared, Property.Entry input) {
    var place = new Evidence(input.property().value().origin(), "its value is printed");
    Claim claim =
        Claim.of(declared.hides(input.property()).not().showing(place))
            .titled((declared.isTerraform() ? "variable" : "parameter") + " for a secret is shown");
    return declared.isTerraform()
        ? claim.at(Severity.LOW, place.saying("Terraform prints it in plans only"))
        : claim;
  }
}
