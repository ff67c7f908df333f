package dev.postern.rules.dynamodb;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.dynamodb.Table;

/// A deleted table is gone with its items, its indexes and, unless it is backed up elsewhere, its
/// recovery window. With deletion protection the call fails until somebody turns the protection off
/// first.
///
/// It is off where nothing is said.
///
/// ```yaml finding
/// Resources:
///   Orders:
///     Type: AWS::DynamoDB::Table
///     Properties:
///       DeletionProtectionEnabled: false # here
/// ```
///
/// ```hcl finding
/// resource "aws_dynamodb_table" "orders" { # here
///   name     = "orders"
///   hash_key = "id"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Orders:
///     Type: AWS::DynamoDB::Table
///     Properties:
///       DeletionProtectionEnabled: true
/// ```
///
/// ```hcl clean
/// resource "aws_dynamodb_table" "orders" {
///   name                        = "orders"
///   hash_key                    = "id"
///   deletion_protection_enabled = true
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
///       DeletionProtectionEnabled: !Ref Given
/// ```
@Rule(
    title = "table can be deleted with one call",
    severity = Severity.LOW,
    serves = {},
    fix = "turn on deletion protection",
    price = "the stack can be deleted only after protection is turned off")
public final class TableDeletionUnprotected implements LocalCheck<Table> {
  @Override
  public Judgement judge(Table table) {
    return Judgement.of(table.deletionProtection().is(true).not());
  }
}
