package dev.postern.rules.ec2;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.Machine;
import java.math.BigDecimal;

/// The answer of the instance metadata service travels at most as many hops as the limit says. One
/// hop stays on the instance, two reach a container on it; with more, a router, proxy or VPN on the
/// instance carries the role's keys to other machines.
///
/// EC2 takes one hop where nothing is written.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       MetadataOptions: {HttpTokens: required, HttpPutResponseHopLimit: 5} # here
/// ```
///
/// ```hcl finding
/// resource "aws_instance" "web" {
///   metadata_options {
///     http_put_response_hop_limit = 5 # here
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       MetadataOptions: {HttpTokens: required, HttpPutResponseHopLimit: 2}
/// ```
///
/// ```hcl clean
/// resource "aws_instance" "web" {
///   metadata_options {
///     http_put_response_hop_limit = 1
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Hops: {Type: Number}
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       MetadataOptions: {HttpPutResponseHopLimit: !Ref Hops}
/// ```
@Rule(
    title = "instance metadata travels more than two hops",
    severity = Severity.LOW,
    serves = {"P1.2"},
    fix = "set `HttpPutResponseHopLimit` to 1, or to 2 where containers need it")
public final class MetadataHopLimitHigh implements LocalCheck<Machine> {

  private static final BigDecimal MOST = BigDecimal.TWO;

  @Override
  public Judgement judge(Machine machine) {
    return Judgement.of(
        machine
            .metadataOptions()
            .at("HttpPutResponseHopLimit")
            .isNumber(hops -> hops.compareTo(MOST) > 0));
  }
}
