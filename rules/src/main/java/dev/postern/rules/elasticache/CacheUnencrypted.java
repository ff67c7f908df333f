package dev.postern.rules.elasticache;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.elasticache.ReplicationGroup;

/// Caches hold sessions and copies of records, and write them to disk when they sync, swap or take
/// a snapshot.
///
/// Redis groups are encrypted at rest only when they ask for it as they are created; Valkey groups
/// are unless they ask not to be.
///
/// ```yaml finding
/// Resources:
///   Sessions:
///     Type: AWS::ElastiCache::ReplicationGroup
///     Properties:
///       ReplicationGroupDescription: sessions
/// ```
///
/// ```hcl finding
/// resource "aws_elasticache_replication_group" "sessions" {
///   replication_group_id       = "sessions"
///   description                = "sessions"
///   at_rest_encryption_enabled = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Sessions:
///     Type: AWS::ElastiCache::ReplicationGroup
///     Properties:
///       ReplicationGroupDescription: sessions
///       AtRestEncryptionEnabled: true
/// ```
///
/// ```hcl clean
/// resource "aws_elasticache_replication_group" "sessions" {
///   replication_group_id = "sessions"
///   description          = "sessions"
///   engine               = "valkey"
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
///       AtRestEncryptionEnabled: !Ref Given
/// ```
@Rule(
    title = "cache is not encrypted at rest",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "set `AtRestEncryptionEnabled` to true; an existing group is replaced",
    price = "the group is replaced")
public final class CacheUnencrypted implements LocalCheck<ReplicationGroup> {
  @Override
  public Judgement judge(ReplicationGroup replicationGroup) {
    Verdict off = replicationGroup.atRestEncryption().is(false);
    Verdict silent =
        replicationGroup
            .atRestEncryption()
            .isWritten()
            .not()
            .saying("not set; Redis groups are not encrypted")
            .and(replicationGroup.engine().is("valkey").not());
    return Judgement.of(off.or(silent));
  }
}
