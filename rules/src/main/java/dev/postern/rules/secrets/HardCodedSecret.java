package dev.postern.rules.secrets;

import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.rule.Claim;
import dev.postern.rule.CloudCheck;
import dev.postern.rule.Judgement;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.secrets.Confidence;
import dev.postern.secrets.Detection;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.secrets.FoundSecret;
import java.util.List;

/// Whoever can read the repository, the deployment artifacts or the console reads the secret, and
/// it cannot be rotated without a deployment. Encryption of environment variables at rest changes
/// nothing: they are shown decrypted.
///
/// Every string of the model is searched: environment variables, user data (also in Base64), inline
/// code, tags, parameter and variable defaults, mappings, outputs, metadata. A secret is known by a
/// provider's format and checksum, by its place in a URL or command, or by the name that holds it
/// together with how it looks. Random-looking text alone is no secret: commit hashes, digests and
/// generated names are clean, and so are references, dynamic references and placeholders. Weak
/// evidence, such as a plain word under a token's name, is a low finding.
///
/// A secret that is used in many places by reference is one finding where it is written.
///
/// ```yaml finding
/// Resources:
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       Environment:
///         Variables:
///           DATABASE_URL: postgres://shop:kV9-tr4in-Moss@db.internal/shop # here
/// ```
///
/// ```yaml finding
/// Parameters:
///   DbPassword:
///     Type: String
///     NoEcho: true
///     Default: kV9-tr4in-Moss # here
/// Resources:
///   Db:
///     Type: AWS::RDS::DBInstance
///     Properties:
///       MasterUserPassword: !Ref DbPassword
/// ```
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       UserData:
///         Fn::Base64: |
///           #!/bin/sh
///           export DB_PASSWORD=kV9-tr4in-Moss # here
/// ```
///
/// ```yaml finding
/// Resources:
///   Task:
///     Type: AWS::ECS::TaskDefinition
///     Properties:
///       ContainerDefinitions:
///         - Name: web
///           Environment:
///             - Name: DB_PASSWORD
///               Value: kV9-tr4in-Moss # here
/// ```
///
/// ```yaml clean
/// Parameters:
///   DbPassword:
///     Type: String
///     NoEcho: true
/// Resources:
///   Api:
///     Type: AWS::Lambda::Function
///     Properties:
///       Environment:
///         Variables:
///           SECRET_ARN: arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1b2c3
///           DB_PASSWORD: !Ref DbPassword
///           COMMIT: 3f786850e387550fdab836ed7e6dc881de23001b
///           API_TOKEN: "{{resolve:secretsmanager:api:SecretString:token}}"
/// ```
///
/// ```hcl finding
/// resource "aws_lambda_function" "api" {
///   function_name = "api"
///   environment {
///     variables = {
///       DATABASE_URL = "postgres://shop:kV9-tr4in-Moss@db.internal/shop" # here
///     }
///   }
/// }
/// ```
///
/// ```hcl finding
/// variable "db_password" {
///   default = "kV9-tr4in-Moss" # here
/// }
///
/// resource "aws_db_instance" "db" {
///   password = var.db_password
/// }
/// ```
///
/// ```hcl clean
/// variable "db_password" {
///   sensitive = true
/// }
///
/// resource "aws_db_instance" "db" {
///   password = var.db_password
/// }
/// ```
@Rule(
    title = "secret stands in plain text",
    severity = Severity.HIGH,
    serves = {"F11", "C14", "P3.2"},
    fix =
        "move the value to Secrets Manager or an SSM SecureString, refer to it by ARN, and replace"
            + " the secret everywhere it was used",
    price = "everybody who could read the file knows the old value, so it has to be rotated")
public final class HardCodedSecret implements CloudCheck<Resource> {
  @Override
  public Judgement judge(Resource resource, Cloud cloud) {
    return Judgement.of(
        FoundSecret.in(resource, cloud).stream().map(HardCodedSecret::claim).toList());
  }

  private static Claim claim(FoundSecret found) {
    Detection detection = found.detection();
    String kind = detection.kind().title();
    String shown = detection.mask().equals("…") ? "" : " `" + detection.mask() + "`";
    var evidence =
        new Evidence(found.origin(), kind + shown + ", fingerprint " + detection.fingerprint());
    Claim claim =
        Claim.of(Verdict.within(List.of(found.when()), Verdict.yes(evidence)))
            .titled(kind + " in " + found.where());
    return detection.confidence() == Confidence.LOW
        ? claim.at(Severity.LOW, evidence.saying("it may be an example, an identifier or a word"))
        : claim;
  }
}
