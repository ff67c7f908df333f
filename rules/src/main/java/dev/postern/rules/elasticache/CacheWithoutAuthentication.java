package dev.postern.rules.elasticache;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.elasticache.ReplicationGroup;

/// Without a password a cache gives its keys to every client that its security group lets through:
/// one foothold in the network, and the sessions of all users are read.
///
/// A user group (role-based access, IAM sign-in) or an AUTH token asks clients who they are. The
/// old kind of token needs encryption in transit.
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
///       UserGroupIds: [sessions]
/// ```
///
/// ```hcl clean
/// variable "token" {
///   type = string
/// }
///
/// resource "aws_elasticache_replication_group" "sessions" {
///   replication_group_id       = "sessions"
///   description                = "sessions"
///   transit_encryption_enabled = true
///   auth_token                 = var.token
/// }
/// ```
@Rule(
    title = "cache answers anybody who reaches it",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "give the group a user group, or an AUTH token from Secrets Manager",
    price = "clients without credentials are refused")
public final class CacheWithoutAuthentication implements LocalCheck<ReplicationGroup> {
  @Override
  public Judgement judge(ReplicationGroup replicationGroup) {
    return Judgement.of(
        replicationGroup.authenticates().not().saying("no user group and no AUTH token"));
  }
}
