package dev.postern.rules.rds;

import dev.postern.model.Text;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import dev.postern.view.rds.Database;
import java.util.LinkedHashMap;

/// A password that comes from a parameter or a variable was chosen by somebody, lies in a pipeline,
/// and in Terraform also in the state. It changes only with a deployment. With
/// `ManageMasterUserPassword` RDS makes it, keeps it in Secrets Manager and renews it every week,
/// and nobody has to know it.
///
/// The rule is about passwords that are not written out: one that is written out is worse, and
/// another rule says so. A dynamic reference (`{{resolve:secretsmanager:...}}`) and a version that
/// Terraform reads from Secrets Manager count as managed.
///
/// ```yaml finding
/// Parameters:
///   Password: {Type: String, NoEcho: true}
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: postgres, MasterUserPassword: !Ref Password}
/// ```
///
/// ```hcl finding
/// variable "password" {
///   type      = string
///   sensitive = true
/// }
///
/// resource "aws_db_instance" "orders" {
///   engine         = "postgres"
///   instance_class = "db.t4g.micro"
///   password       = var.password
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: postgres, ManageMasterUserPassword: true}
/// ```
///
/// ```hcl clean
/// resource "aws_db_instance" "orders" {
///   engine                      = "postgres"
///   instance_class              = "db.t4g.micro"
///   manage_master_user_password = true
/// }
/// ```
///
/// ```hcl clean
/// ephemeral "aws_secretsmanager_secret_version" "orders" {
///   secret_id = "orders"
/// }
///
/// resource "aws_db_instance" "orders" {
///   engine              = "postgres"
///   instance_class      = "db.t4g.micro"
///   password_wo         = ephemeral.aws_secretsmanager_secret_version.orders.secret_string
///   password_wo_version = 1
/// }
/// ```
///
/// ```hcl clean
/// data "aws_secretsmanager_secret_version" "orders" {
///   secret_id = "orders"
/// }
///
/// resource "aws_db_instance" "orders" {
///   engine         = "postgres"
///   instance_class = "db.t4g.micro"
///   password       = jsondecode(data.aws_secretsmanager_secret_version.orders.secret_string)["password"]
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Password:
///     Type: AWS::SecretsManager::Secret
///   Orders:
///     Type: AWS::RDS::DBCluster
///     Properties:
///       Engine: aurora-postgresql
///       MasterUserPassword: !Sub "{{resolve:secretsmanager:${Password}:SecretString:password}}"
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Copy:
///     Type: AWS::RDS::DBInstance
///     Properties: {DBSnapshotIdentifier: orders-2026-01-01}
/// ```
@Rule(
    title = "database password is not kept in Secrets Manager",
    severity = Severity.LOW,
    serves = {"P3.2"},
    fix =
        "let RDS manage the password (`ManageMasterUserPassword`), or refer to a secret of Secrets"
            + " Manager")
public final class DatabasePasswordNotManaged implements LocalCheck<Database> {
  @Override
  public Judgement judge(Database database) {
    Verdict managed = database.managedPassword().is(true);
    Verdict password = database.hasMasterPassword();
    if (managed.or(password) instanceof Verdict.No) {
      return Judgement.notApplicable();
    }
    var elsewhere = new LinkedHashMap<World, Verdict>();
    database
        .masterPassword()
        .text()
        .cases()
        .forEach(c -> elsewhere.put(c.when(), isElsewhere(c.value())));
    return Judgement.of(password.and(Verdict.when(elsewhere)).and(managed.not()));
  }

  private static Verdict isElsewhere(Value<Text> password) {
    if (password instanceof Value.Unknown<Text>(var reason, _, _)
        && reason.what().contains("aws_secretsmanager_secret_version.")) {
      return Verdict.no();
    }
    Verdict plain = password.decide(DatabasePasswordNotManaged::isPlain);
    return plain instanceof Verdict.Undecided ? Verdict.yes() : plain.not();
  }

  private static Truth isPlain(Text password) {
    boolean resolved = password.prefix().startsWith("{{resolve:");
    return Truth.of(resolved || password.literal().isPresent());
  }
}
