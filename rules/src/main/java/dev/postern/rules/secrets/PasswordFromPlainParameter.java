package dev.postern.rules.secrets;

import dev.postern.model.Resource;
import dev.postern.model.Strings;
import dev.postern.model.Text;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.secrets.Secrets;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.secrets.SecretByReference;
import java.util.List;

/// `{{resolve:ssm:...}}` reads parameters of type String and StringList, which are stored and shown
/// in plain text to everybody with `ssm:GetParameter`. A SecureString needs `resolve:ssm-secure`.
///
/// The same in Terraform is an `aws_ssm_parameter` of type `String` under a secret's name.
///
/// ```yaml finding
/// Resources:
///   Db:
///     Type: AWS::RDS::DBInstance
///     Properties:
///       MasterUserPassword: "{{resolve:ssm:/shop/db/password:1}}" # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Db:
///     Type: AWS::RDS::DBInstance
///     Properties:
///       MasterUserPassword: "{{resolve:ssm-secure:/shop/db/password:1}}"
/// ```
///
/// ```hcl finding
/// variable "db_password" {
/// }
///
/// resource "aws_ssm_parameter" "db" {
///   name  = "/shop/db/password"
///   type  = "String" # here
///   value = var.db_password
/// }
/// ```
///
/// ```hcl clean
/// variable "db_password" {
/// }
///
/// resource "aws_ssm_parameter" "db" {
///   name  = "/shop/db/password"
///   type  = "SecureString"
///   value = var.db_password
/// }
/// ```
@Rule(
    title = "password is read from a parameter that is not encrypted",
    severity = Severity.LOW,
    serves = {"P3.2"},
    fix =
        "store it in Secrets Manager or as a SecureString and refer to it with"
            + " `resolve:secretsmanager` or `resolve:ssm-secure`")
public final class PasswordFromPlainParameter implements LocalCheck<Resource> {
  @Override
  public Judgement judge(Resource resource) {
    if (resource.type().equals("AWS::SSM::Parameter")) {
      boolean named =
          resource
              .at("Name")
              .text()
              .sole()
              .map(Text::suffix)
              .filter(Secrets::isNameOfOne)
              .isPresent();
      return named
          ? Judgement.of(
              resource.at("Type").isOneOf("String", "StringList").saying("stored in plain text"))
          : Judgement.notApplicable();
    }
    return Judgement.of(
        Strings.of(resource).stream()
            .filter(leaf -> SecretByReference.isPlainParameter(leaf.text()))
            .filter(leaf -> Secrets.isNameOfOne(leaf.name()))
            .map(PasswordFromPlainParameter::claim)
            .toList());
  }

  private static Claim claim(Strings.Leaf leaf) {
    var evidence = new Evidence(leaf.origin(), "a plain-text parameter");
    return Claim.of(Verdict.within(List.of(leaf.when()), Verdict.yes(evidence)));
  }
}
