package dev.postern.rules.rds;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.rds.Upgraded;

/// Minor versions of an engine carry its security fixes. AWS installs them in the maintenance
/// window unless it is told not to, and what is told not to is patched when somebody remembers.
///
/// Automatic upgrades are on where nothing is said; the rule finds where they are turned off.
///
/// ```yaml finding
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties:
///       Engine: postgres
///       AutoMinorVersionUpgrade: false # here
/// ```
///
/// ```hcl finding
/// resource "aws_elasticache_replication_group" "sessions" {
///   replication_group_id       = "sessions"
///   description                = "sessions"
///   auto_minor_version_upgrade = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: postgres}
/// ```
///
/// ```hcl clean
/// resource "aws_db_instance" "orders" {
///   engine         = "postgres"
///   instance_class = "db.t4g.micro"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Upgrade: {Type: String}
/// Resources:
///   Orders:
///     Type: AWS::RDS::DBInstance
///     Properties: {Engine: postgres, AutoMinorVersionUpgrade: !Ref Upgrade}
/// ```
@Rule(
    title = "engine is not patched by itself",
    severity = Severity.LOW,
    serves = {},
    fix = "leave automatic minor version upgrades on")
public final class EngineNotPatched implements LocalCheck<Upgraded> {
  @Override
  public Judgement judge(Upgraded upgraded) {
    return Judgement.of(upgraded.autoMinorVersionUpgrade().is(false));
  }
}
