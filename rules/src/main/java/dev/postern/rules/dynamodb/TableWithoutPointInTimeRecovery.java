package dev.postern.rules.dynamodb;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.dynamodb.Table;

/// With point-in-time recovery a table can be restored to any second of the last 35 days, or of as
/// many as it is told. Without it a wrong update of every item is final.
///
/// It is off where nothing is said.
///
/// ```yaml finding
/// Resources:
///   Orders: # here
///     Type: AWS::DynamoDB::Table
/// ```
///
/// ```hcl finding
/// resource "aws_dynamodb_table" "orders" {
///   name     = "orders"
///   hash_key = "id"
///   point_in_time_recovery {
///     enabled = false # here
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::DynamoDB::Table
///     Properties:
///       PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}
/// ```
///
/// ```hcl clean
/// resource "aws_dynamodb_table" "orders" {
///   name     = "orders"
///   hash_key = "id"
///   point_in_time_recovery {
///     enabled = true
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Given: {Type: String}
/// Resources:
///   Orders:
///     Type: AWS::DynamoDB::Table
///     Properties:
///       PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: !Ref Given}
/// ```
@Rule(
    title = "table cannot be put back to an earlier time",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "turn on point-in-time recovery")
public final class TableWithoutPointInTimeRecovery implements LocalCheck<Table> {
  @Override
  public Judgement judge(Table table) {
    return Judgement.of(table.pointInTimeRecovery().is(true).not());
  }
}
