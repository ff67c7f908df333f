package dev.postern.rules.ec2;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.Machine;

/// EC2 drops packets that a machine receives for others or sends in others' names, unless the check
/// is off. NAT instances, routers and firewalls need it off; on anything else it lets a stolen
/// machine stand in for its neighbours.
///
/// ```yaml finding
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       SubnetId: subnet-1
///       SourceDestCheck: false # here
/// ```
///
/// ```hcl finding
/// resource "aws_instance" "web" {
///   subnet_id         = "subnet-1"
///   source_dest_check = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       SubnetId: subnet-1
/// ```
///
/// ```hcl clean
/// resource "aws_instance" "web" {
///   subnet_id = "subnet-1"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Check: {Type: String}
/// Resources:
///   Web:
///     Type: AWS::EC2::Instance
///     Properties:
///       SourceDestCheck: !Ref Check
/// ```
@Rule(
    title = "machine sends and receives packets of others",
    severity = Severity.LOW,
    serves = {"P2.2"},
    fix = "remove `SourceDestCheck: false` unless the machine forwards packets",
    price = "a machine that forwards packets stops doing so")
public final class SourceDestCheckOff implements LocalCheck<Machine> {

  @Override
  public Judgement judge(Machine machine) {
    return Judgement.of(machine.sourceDestCheck().is(false));
  }
}
