package dev.postern.view.ec2;

import dev.postern.model.Cloud;
import dev.postern.model.Incoming;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Verdict;
import java.util.ArrayList;
import java.util.List;

/// A VPC with its subnets and flow logs.
public record Vpc(Resource resource, Cloud cloud) implements View {
  private static final String NAME = "AWS::EC2::VPC";
  private static final String SUBNET = "AWS::EC2::Subnet";
  public static final ViewType<Vpc> TYPE = ViewType.linked(NAME, Vpc::new);

  /// Whether all its traffic is logged, by the VPC's own flow logs or by those of every subnet.
  public Verdict logsAllTraffic() {
    List<Incoming.Link> subnets = cloud.incoming(SUBNET, "VpcId", NAME).to(resource);
    Verdict bySubnet =
        subnets.isEmpty()
            ? Verdict.no()
            : Verdict.all(subnets.stream().map(s -> logs(s.from(), SUBNET)).toList());
    return logs(resource, NAME).or(bySubnet);
  }

  private Verdict logs(Resource target, String type) {
    Incoming logs = cloud.incoming("AWS::EC2::FlowLog", "ResourceId", type);
    var answers = new ArrayList<Verdict>(logs.open(target));
    for (Incoming.Link link : logs.to(target)) {
      Verdict all = link.from().at("TrafficType").isOneOf("ALL");
      answers.add(Verdict.within(List.of(link.when()), all));
    }
    return Verdict.any(answers);
  }

  /// Whether a flow log of its own is there, whatever it records.
  public boolean hasFlowLog() {
    return !cloud.incoming("AWS::EC2::FlowLog", "ResourceId", NAME).to(resource).isEmpty();
  }
}
