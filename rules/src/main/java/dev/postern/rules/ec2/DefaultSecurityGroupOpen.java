package dev.postern.rules.ec2;

import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ec2.SecurityGroup;
import java.util.Set;

/// Every VPC has a default security group, and everything for which no group is named gets it.
/// While that group has rules, what is created in haste is reachable; without rules, it is not.
///
/// Terraform takes the group over with `aws_default_security_group`, which removes all rules that
/// are not written there; CloudFormation can only add rules to it.
///
/// ```yaml finding
/// Resources:
///   Vpc:
///     Type: AWS::EC2::VPC
///     Properties: {CidrBlock: 10.0.0.0/16}
///   Open: # here
///     Type: AWS::EC2::SecurityGroupIngress
///     Properties:
///       GroupId: !GetAtt Vpc.DefaultSecurityGroup
///       IpProtocol: tcp
///       FromPort: 443
///       ToPort: 443
///       CidrIp: 10.0.0.0/8
/// ```
///
/// ```hcl finding
/// resource "aws_default_security_group" "default" { # here
///   vpc_id = "vpc-0123456789abcdef0"
///   ingress {
///     protocol    = "tcp"
///     from_port   = 443
///     to_port     = 443
///     cidr_blocks = ["10.0.0.0/8"]
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Rule:
///     Type: AWS::EC2::SecurityGroupIngress
///     Properties: {GroupId: sg-0123456789abcdef0, IpProtocol: -1, CidrIp: 10.0.0.0/8}
/// ```
///
/// ```hcl clean
/// resource "aws_default_security_group" "default" {
///   vpc_id = "vpc-0123456789abcdef0"
/// }
/// ```
@Rule(
    title = "the default security group has rules",
    severity = Severity.MEDIUM,
    serves = {"P2.1"},
    fix =
        "remove all rules from the default group and name a group of its own for each "
            + "workload",
    price = "what relies on the default group loses its connections")
public final class DefaultSecurityGroupOpen implements LocalCheck<SecurityGroup> {

  @Override
  public Judgement judge(SecurityGroup group) {
    Resource resource = group.resource();
    if (!group.isGroup()) {
      return Judgement.of(
          resource
              .at("GroupId")
              .text()
              .is(DefaultSecurityGroupOpen::isDefault)
              .showing(resource.evidence("this rule is added to the default group")));
    }
    if (!resource.sourceType().equals("aws_default_security_group")) {
      return Judgement.notApplicable();
    }
    return Judgement.of(
        group
            .writtenIngress()
            .isWritten()
            .or(group.writtenEgress().isWritten())
            .showing(resource.evidence("rules are written for the default group")));
  }

  private static boolean isDefault(Text id) {
    return id.soleReference().filter(r -> DEFAULT.contains(r.attribute())).isPresent();
  }

  private static final Set<String> DEFAULT =
      Set.of("DefaultSecurityGroup", "default_security_group_id");
}
