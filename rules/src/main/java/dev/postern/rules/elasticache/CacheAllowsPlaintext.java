package dev.postern.rules.elasticache;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.elasticache.ReplicationGroup;

/// Without encryption in transit the cache's commands, its data and its password cross the network
/// in the clear, between clients and nodes and between the nodes.
///
/// It is off where nothing is said.
///
/// ```yaml finding
/// Resources:
///   Sessions:
///     Type: AWS::ElastiCache::ReplicationGroup
///     Properties:
///       ReplicationGroupDescription: sessions
///       TransitEncryptionEnabled: false # here
/// ```
///
/// ```hcl finding
/// resource "aws_elasticache_replication_group" "sessions" { # here
///   replication_group_id = "sessions"
///   description          = "sessions"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Sessions:
///     Type: AWS::ElastiCache::ReplicationGroup
///     Properties:
///       ReplicationGroupDescription: sessions
///       TransitEncryptionEnabled: true
/// ```
///
/// ```hcl clean
/// resource "aws_elasticache_replication_group" "sessions" {
///   replication_group_id       = "sessions"
///   description                = "sessions"
///   transit_encryption_enabled = true
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Given: {Type: String}
/// Resources:
///   Sessions:
///     Type: AWS::ElastiCache::ReplicationGroup
///     Properties:
///       ReplicationGroupDescription: sessions
///       TransitEncryptionEnabled: !Ref Given
/// ```
@Rule(
    title = "cache talks without TLS",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "set `TransitEncryptionEnabled` to true and have clients connect with TLS",
    price = "clients that do not use TLS are refused once the mode is `required`")
public final class CacheAllowsPlaintext implements LocalCheck<ReplicationGroup> {
  @Override
  public Judgement judge(ReplicationGroup replicationGroup) {
    return Judgement.of(replicationGroup.transitEncryption().is(true).not());
  }
}
