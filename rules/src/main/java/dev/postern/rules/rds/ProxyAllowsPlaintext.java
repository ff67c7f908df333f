package dev.postern.rules.rds;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.rds.Proxy;

/// A proxy stands between applications and the database and takes their credentials. Unless it
/// requires TLS, a client that does not ask for it sends them, and every query, in the clear.
///
/// It does not require TLS where nothing is said.
///
/// ```yaml finding
/// Resources:
///   Pool:         # here
///     Type: AWS::RDS::DBProxy
///     Properties: {EngineFamily: POSTGRESQL}
/// ```
///
/// ```hcl finding
/// resource "aws_db_proxy" "pool" {
///   name          = "pool"
///   engine_family = "POSTGRESQL"
///   require_tls   = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Pool:
///     Type: AWS::RDS::DBProxy
///     Properties: {EngineFamily: POSTGRESQL, RequireTLS: true}
/// ```
///
/// ```hcl clean
/// resource "aws_db_proxy" "pool" {
///   name          = "pool"
///   engine_family = "POSTGRESQL"
///   require_tls   = true
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Tls: {Type: String}
/// Resources:
///   Pool:
///     Type: AWS::RDS::DBProxy
///     Properties: {EngineFamily: POSTGRESQL, RequireTLS: !Ref Tls}
/// ```
@Rule(
    title = "database proxy accepts connections without TLS",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "set `RequireTLS` to true",
    price = "clients that do not use TLS are refused")
public final class ProxyAllowsPlaintext implements LocalCheck<Proxy> {
  @Override
  public Judgement judge(Proxy proxy) {
    return Judgement.of(proxy.requireTls().is(true).not());
  }
}
