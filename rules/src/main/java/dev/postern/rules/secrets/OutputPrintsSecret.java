package dev.postern.rules.secrets;

import dev.postern.model.Strings;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Verdict;
import dev.postern.view.secrets.Declarations;
import dev.postern.view.secrets.SecretByReference;
import java.util.List;

/// Outputs are shown in plain text by `DescribeStacks`, in the console and to every stack that
/// imports them; `NoEcho` does not carry over to an output. AWS's page on parameters warns of it. A
/// Terraform output that is `sensitive` is not printed.
///
/// An output prints a secret when its value is made of a `NoEcho` parameter, a dynamic reference to
/// a secret, or an attribute that is a password.
///
/// ```yaml finding
/// Parameters:
///   DbPassword: {Type: String, NoEcho: true}
/// Resources:
///   Topic: {Type: AWS::SNS::Topic}
/// Outputs:
///   Password:
///     Value: !Ref DbPassword # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Secret:
///     Type: AWS::SecretsManager::Secret
/// Outputs:
///   SecretArn:
///     Value: !Ref Secret
/// ```
///
/// ```hcl finding
/// variable "db_password" {
///   type = string
/// }
///
/// output "password" {
///   value = var.db_password # here
/// }
/// ```
///
/// ```hcl clean
/// variable "db_password" {
///   type      = string
///   sensitive = true
/// }
///
/// output "password" {
///   value     = var.db_password
///   sensitive = true
/// }
/// ```
@Rule(
    title = "output prints a secret",
    severity = Severity.HIGH,
    serves = {"P3.2"},
    fix = "print the ARN of the secret instead of its value",
    price = "what reads the output has to read the secret by its ARN")
public final class OutputPrintsSecret implements LocalCheck<Declarations> {
  @Override
  public Judgement judge(Declarations declared) {
    return Judgement.of(
        declared.printed().stream()
            .flatMap(leaf -> SecretByReference.of(leaf).map(secret -> claim(leaf, secret)).stream())
            .toList());
  }

  private static Claim claim(Strings.Leaf leaf, SecretByReference secret) {
    var place = new Evidence(Origin.written(secret.use()), "prints " + secret.from());
    return Claim.of(Verdict.within(List.of(leaf.when()), Verdict.yes(place)));
  }
}
