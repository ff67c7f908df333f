package dev.postern.rules.secrets;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.secrets.StartUp;
import java.util.stream.Stream;

/// The template holds no secret here, but the machine gets one in what it is told when it starts.
/// User data is read by every process on the machine, from the metadata service, and by whoever may
/// call `DescribeInstanceAttribute` or `DescribeLaunchTemplateVersions`. What `cfn-init` reads is
/// the template's metadata: whoever may call `DescribeStackResource` reads it too, and `NoEcho`
/// does not hide it there.
///
/// Judged are user data of instances, launch templates and launch configurations, and
/// `AWS::CloudFormation::Init`. The secret comes from a `NoEcho` parameter, a `sensitive` variable,
/// a dynamic reference to a secret, or an attribute that is a password.
///
/// ```yaml finding
/// Parameters:
///   DbPassword: {Type: String, NoEcho: true}
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       UserData:
///         Fn::Base64: !Sub |
///           #!/bin/sh
///           /opt/shop/install --database shop
///           echo '${DbPassword}' > /opt/shop/password # here
/// ```
///
/// ```yaml finding
/// Parameters:
///   DbPassword: {Type: String, NoEcho: true}
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Metadata:
///       AWS::CloudFormation::Init:
///         config:
///           files:
///             /opt/shop/password: {content: !Ref DbPassword} # here
/// ```
///
/// ```yaml clean
/// Resources:
///   Secret:
///     Type: AWS::SecretsManager::Secret
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       UserData:
///         Fn::Base64: !Sub aws secretsmanager get-secret-value --secret-id ${Secret}
/// ```
///
/// ```hcl finding
/// variable "db_password" {
///   sensitive = true
/// }
///
/// resource "aws_launch_template" "web" {
///   user_data = base64encode("echo ${var.db_password} > /opt/shop/password") # here
/// }
/// ```
///
/// ```hcl clean
/// resource "aws_secretsmanager_secret" "db" {
/// }
///
/// resource "aws_instance" "web" {
///   user_data = "aws secretsmanager get-secret-value --secret-id ${aws_secretsmanager_secret.db.arn}"
/// }
/// ```
@Rule(
    title = "user data takes a secret",
    severity = Severity.MEDIUM,
    serves = {"P3.2"},
    fix =
        "give the machine's role permission to read the secret, and let the script read it from"
            + " Secrets Manager when it needs it",
    price = "the role needs permission to read the secret, and the script a call that does it")
public final class SecretInUserData implements LocalCheck<StartUp> {
  @Override
  public Judgement judge(StartUp machine) {
    return Judgement.of(
        Stream.concat(
                SecretInEnvironment.claims(machine.userData(), "user data takes a secret"),
                SecretInEnvironment.claims(
                    machine.initialization(), "metadata for `cfn-init` takes a secret"))
            .toList());
  }
}
