package dev.postern.rules.vpc;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.TransitGateway;

/// A transit gateway that accepts shared attachments by itself lets every account with which it is
/// shared connect a network to it, and with the default route table to all others.
///
/// ```yaml finding
/// Resources:
///   Hub:
///     Type: AWS::EC2::TransitGateway
///     Properties: {AutoAcceptSharedAttachments: enable} # here
/// ```
///
/// ```hcl finding
/// resource "aws_ec2_transit_gateway" "hub" {
///   auto_accept_shared_attachments = "enable" # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Hub: {Type: "AWS::EC2::TransitGateway"}
/// ```
///
/// ```hcl clean
/// resource "aws_ec2_transit_gateway" "hub" {
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Auto: {Type: String}
/// Resources:
///   Hub:
///     Type: AWS::EC2::TransitGateway
///     Properties: {AutoAcceptSharedAttachments: !Ref Auto}
/// ```
@Rule(
    title = "transit gateway accepts every shared attachment",
    severity = Severity.MEDIUM,
    serves = {"P2.2"},
    fix = "leave `AutoAcceptSharedAttachments` at `disable` and accept attachments one by " + "one")
public final class TransitGatewayAcceptsAnyAttachment implements LocalCheck<TransitGateway> {

  @Override
  public Judgement judge(TransitGateway gateway) {
    return Judgement.of(gateway.autoAcceptSharedAttachments().isOneOf("enable"));
  }
}
