package dev.postern.rules.secrets;

import dev.postern.model.Strings.Leaf;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/// The template holds no secret here, but the deployed function or task does: whoever may call
/// `GetFunctionConfiguration` or `DescribeTaskDefinition`, or open the console, reads it in plain
/// text, and rotating it takes a deployment. That the variables are encrypted at rest does not
/// help, because they are shown decrypted.
///
/// The words of a container's command are shown in the same places, and are judged with them.
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
/// ```yaml finding
/// Parameters:
///   DbPassword: {Type: String, NoEcho: true}
/// Resources:
///   Task:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       ContainerDefinitions:
///         - Name: web
///           Command: [serve, !Sub '--password=${DbPassword}'] # here
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
        Stream.concat(
                claims(workload.environment(), "environment variable takes a secret"),
                claims(workload.commands(), "command of a container takes a secret"))
            .toList());
  }

  /// A claim for each secret that strings take.
  static Stream<Claim> claims(List<Leaf> leaves, String title) {
    var uses = new LinkedHashMap<String, List<Verdict>>();
    for (Leaf leaf : leaves) {
      SecretByReference.of(leaf)
          .ifPresent(secret ->
              uses.computeIfAbsent(secret.from(), _ -> new ArrayList<>()).add(use(leaf, secret)));
    }
    return uses.values().stream().map(all -> Claim.of(Verdict.any(all)).titled(title));
  }

  private static Verdict use(Leaf leaf, SecretByReference secret) {
    var use = new Evidence(Origin.written(secret.use()), "shown in plain text: " + secret.from());
    return Verdict.within(List.of(leaf.when()), Verdict.yes(use));
  }
}
