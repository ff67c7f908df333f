package dev.postern.rules.dms;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.dms.ReplicationInstance;

/// A replication instance holds the credentials of both databases and copies what is in them. It
/// gets a public address where nothing is said (API page CreateReplicationInstance); Terraform's
/// provider writes false.
///
/// ```yaml finding
/// Resources:
///   Copy:
///     Type: AWS::DMS::ReplicationInstance
///     Properties:
///       ReplicationInstanceClass: dms.t3.medium
///       PubliclyAccessible: true # here
/// ```
///
/// ```hcl finding
/// resource "aws_dms_replication_instance" "copy" {
///   replication_instance_id    = "copy"
///   replication_instance_class = "dms.t3.medium"
///   publicly_accessible        = true # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Copy:
///     Type: AWS::DMS::ReplicationInstance
///     Properties:
///       ReplicationInstanceClass: dms.t3.medium
///       PubliclyAccessible: false
/// ```
///
/// ```hcl clean
/// resource "aws_dms_replication_instance" "copy" {
///   replication_instance_id    = "copy"
///   replication_instance_class = "dms.t3.medium"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Given: {Type: String}
/// Resources:
///   Copy:
///     Type: AWS::DMS::ReplicationInstance
///     Properties:
///       ReplicationInstanceClass: dms.t3.medium
///       PubliclyAccessible: !Ref Given
/// ```
///
/// ```yaml finding
/// Resources:
///   Copy:         # here
///     Type: AWS::DMS::ReplicationInstance
///     Properties: {ReplicationInstanceClass: dms.t3.medium}
/// ```
@Rule(
    title = "replication instance has a public address",
    severity = Severity.HIGH,
    serves = {"P2.3"},
    fix = "set `PubliclyAccessible` to false; an existing instance is replaced",
    price = "the instance is replaced")
public final class ReplicationPubliclyAccessible implements LocalCheck<ReplicationInstance> {
  @Override
  public Judgement judge(ReplicationInstance replicationInstance) {
    return Judgement.of(replicationInstance.publiclyAccessible().is(true));
  }
}
