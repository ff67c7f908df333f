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
import dev.postern.view.secrets.SecretByReference;
import dev.postern.view.secrets.Workload;
import java.util.List;

/// The template holds no secret here, but the deployed function or task does: whoever may call
/// `GetFunctionConfiguration` or `DescribeTaskDefinition`, or open the console, reads it in plain
/// text, and rotating it takes a deployment. That the variables are encrypted at rest does not
/// help, because they are shown decrypted.
///
/// A variable takes a secret when its value comes from a `NoEcho` parameter, a `sensitive`
/// variable, a dynamic reference to a secret, or an attribute that is a password.
///
/// ```yaml finding
/// Parameters:
///   DbPassword: {Type: String, NoEcho: true}
/// Resources:
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       Environment:
///         Variables:
///           DB_PASSWORD: !Ref DbPassword # here
/// ```
///
/// ```yaml finding
/// Resources:
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       Environment:
///         Variables:
///           TOKEN: "{{resolve:secretsmanager:api:SecretString:token}}" # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Task:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       ContainerDefinitions:
///         - Name: web
///           Secrets:
///             - Name: DB_PASSWORD
///               ValueFrom: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1b2c3
/// ```
///
/// ```hcl finding
/// variable "db_password" {
///   sensitive = true
/// }
///
/// resource "aws_lambda_function" "api" {
///   environment {
///     variables = {
///       DB_PASSWORD = var.db_password # here
///     }
///   }
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_secretsmanager_secret" "db" {
/// }
///
/// resource "aws_lambda_function" "api" {
///   environment {
///     variables = {
///       SECRET_ARN = aws_secretsmanager_secret.db.arn
///     }
///   }
/// }
/// ```
@Rule(
    title = "environment variable takes a secret",
    severity = Severity.MEDIUM,
    serves = {"P3.2"},
    fix =
        "hand over the ARN of the secret and read it at run time; in ECS use `Secrets` with"
            + " `ValueFrom`",
    price = "the role needs permission to read the secret, and the code a call that does it")
public final class SecretInEnvironment implements LocalCheck<Workload> {
  @Override
  public Judgement judge(Workload workload) {
    return Judgement.of(
        workload.environment().stream()
            .flatMap(leaf -> SecretByReference.of(leaf).map(from -> claim(leaf, from)).stream())
            .toList());
  }

  private static Claim claim(Strings.Leaf leaf, String from) {
    var use = new Evidence(Origin.written(leaf.origin().place()), "shown in the console: " + from);
    return Claim.of(Verdict.within(List.of(leaf.when()), Verdict.yes(use)));
  }
}
