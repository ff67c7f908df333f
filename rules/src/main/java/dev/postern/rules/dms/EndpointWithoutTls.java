package dev.postern.rules.dms;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.dms.Endpoint;

/// A migration sends a whole database over the network, its password first. DMS uses no TLS where
/// nothing is said.
///
/// The rule asks the relational engines for which the mode decides; endpoints of S3, DynamoDB,
/// Kinesis and others have settings of their own.
///
/// ```yaml finding
/// Resources:
///   Source:
///     Type: AWS::DMS::Endpoint
///     Properties:
///       EndpointType: source
///       EngineName: postgres
///       SslMode: none # here
/// ```
///
/// ```hcl finding
/// resource "aws_dms_endpoint" "source" { # here
///   endpoint_id   = "source"
///   endpoint_type = "source"
///   engine_name   = "mysql"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Source:
///     Type: AWS::DMS::Endpoint
///     Properties:
///       EndpointType: source
///       EngineName: postgres
///       SslMode: verify-full
/// ```
///
/// ```hcl clean
/// resource "aws_dms_endpoint" "source" {
///   endpoint_id   = "source"
///   endpoint_type = "source"
///   engine_name   = "mysql"
///   ssl_mode      = "verify-ca"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Given: {Type: String}
/// Resources:
///   Source:
///     Type: AWS::DMS::Endpoint
///     Properties:
///       EndpointType: source
///       EngineName: postgres
///       SslMode: !Ref Given
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Lake:
///     Type: AWS::DMS::Endpoint
///     Properties: {EndpointType: target, EngineName: s3}
/// ```
@Rule(
    title = "migration reads or writes a database without TLS",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "set `SslMode` to `verify-full`, or to the strongest that the engine knows")
public final class EndpointWithoutTls implements LocalCheck<Endpoint> {
  @Override
  public Judgement judge(Endpoint endpoint) {
    return Judgement.where(endpoint.engine().isOneOf(ENGINES), endpoint.sslMode().is("none"));
  }

  private static final String[] ENGINES = {
    "mysql",
    "mariadb",
    "postgres",
    "aurora",
    "aurora-postgresql",
    "oracle",
    "sqlserver",
    "db2",
    "sybase",
    "docdb",
    "mongodb"
  };
}
