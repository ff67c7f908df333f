package dev.postern.rules.vpc;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.Vpc;

/// Flow logs are the record of who talked to whom. Without them nobody can tell afterwards where an
/// intruder came from or where data went, and AWS keeps no such record by itself.
///
/// A VPC is covered by a flow log of its own, or of each of its subnets, that records all traffic;
/// accepted or rejected traffic alone is half of the story.
///
/// ```yaml finding
/// Resources:
///   Vpc: # here
///     Type: AWS::EC2::VPC
///     Properties: {CidrBlock: 10.0.0.0/16}
/// ```
///
/// ```hcl finding
/// resource "aws_vpc" "main" { # here
///   cidr_block = "10.0.0.0/16"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Vpc:
///     Type: AWS::EC2::VPC
///     Properties: {CidrBlock: 10.0.0.0/16}
///   Logs:
///     Type: AWS::EC2::FlowLog
///     Properties:
///       ResourceId: !Ref Vpc
///       ResourceType: VPC
///       TrafficType: ALL
///       LogDestinationType: s3
///       LogDestination: arn:aws:s3:::flow-logs-111122223333
/// ```
///
/// ```hcl clean
/// resource "aws_vpc" "main" {
///   cidr_block = "10.0.0.0/16"
/// }
///
/// resource "aws_flow_log" "main" {
///   vpc_id               = aws_vpc.main.id
///   traffic_type         = "ALL"
///   log_destination_type = "s3"
///   log_destination      = "arn:aws:s3:::flow-logs-111122223333"
/// }
/// ```
///
/// ```yaml finding
/// Resources:
///   Vpc: # here
///     Type: AWS::EC2::VPC
///     Properties: {CidrBlock: 10.0.0.0/16}
///   Logs:
///     Type: AWS::EC2::FlowLog
///     Properties:
///       ResourceId: !Ref Vpc
///       ResourceType: VPC
///       TrafficType: REJECT
///       LogDestinationType: s3
///       LogDestination: arn:aws:s3:::flow-logs-111122223333
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Kind: {Type: String}
/// Resources:
///   Vpc:
///     Type: AWS::EC2::VPC
///     Properties: {CidrBlock: 10.0.0.0/16}
///   Logs:
///     Type: AWS::EC2::FlowLog
///     Properties:
///       ResourceId: !Ref Vpc
///       ResourceType: VPC
///       TrafficType: !Ref Kind
///       LogDestination: arn:aws:s3:::flow-logs-111122223333
/// ```
///
/// ```yaml unconcerned
/// Parameters:
///   VpcId: {Type: "AWS::EC2::VPC::Id"}
/// Resources:
///   Web:
///     Type: AWS::EC2::SecurityGroup
///     Properties: {GroupDescription: web, VpcId: !Ref VpcId}
/// ```
@Rule(
    title = "no flow log records all traffic of this VPC",
    severity = Severity.MEDIUM,
    serves = {"C12", "P2.2"},
    fix = "create a flow log of the VPC with traffic type `ALL`")
public final class VpcWithoutFlowLogs implements LocalCheck<Vpc> {

  @Override
  public Judgement judge(Vpc vpc) {
    String fact =
        vpc.hasFlowLog()
            ? "its flow log records a part of the traffic"
            : "no flow log names it or all of its subnets";
    return Judgement.of(vpc.logsAllTraffic().not().showing(vpc.resource().evidence(fact)));
  }
}
