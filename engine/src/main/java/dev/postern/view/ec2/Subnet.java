package dev.postern.view.ec2;

import dev.postern.model.Cloud;
import dev.postern.model.Incoming;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A subnet with the route table that it uses.
public record Subnet(Resource resource, Cloud cloud) implements View {
  private static final String NAME = "AWS::EC2::Subnet";
  private static final String TABLE = "AWS::EC2::RouteTable";
  private static final String ASSOCIATION = "AWS::EC2::SubnetRouteTableAssociation";
  public static final ViewType<Subnet> TYPE = ViewType.linked(NAME, Subnet::new);

  /// Whether what starts in it gets a public IPv4 address.
  public Property mapPublicIpOnLaunch() {
    return resource.at("MapPublicIpOnLaunch");
  }

  /// Whether its route table sends the Internet to an Internet gateway: the table associated with
  /// it, else the main table of its VPC
  /// (https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html).
  public Verdict isPublic() {
    var answers = new ArrayList<Verdict>();
    for (Incoming.Link link : cloud.incoming(ASSOCIATION, "SubnetId", NAME).to(resource)) {
      Property id = link.from().at("RouteTableId");
      Optional<Resource> table =
          id.text().sole().flatMap(text -> cloud.target(link.from(), text, TABLE));
      Verdict there =
          table.map(t -> Routes.of(t, cloud).reachTheInternet()).orElseGet(() -> notInReview(id));
      answers.add(Verdict.within(List.of(link.when()), there));
    }
    return answers.isEmpty() ? throughMainTable() : Verdict.any(answers);
  }

  private Verdict throughMainTable() {
    Property vpc = resource.at("VpcId");
    boolean here =
        vpc.text()
            .sole()
            .flatMap(text -> cloud.target(resource, text, "AWS::EC2::VPC"))
            .isPresent();
    boolean replaced =
        cloud.resources().stream()
            .filter(r -> r.unit().equals(resource.unit()))
            .anyMatch(r -> r.sourceType().equals("aws_main_route_table_association"));
    if (!here || replaced) {
      return notInReview(here ? resource.root() : vpc);
    }
    return Verdict.any(
        cloud.ofType(TABLE).stream()
            .filter(t -> t.unit().equals(resource.unit()))
            .filter(t -> t.sourceType().equals("aws_default_route_table"))
            .map(t -> Routes.of(t, cloud).reachTheInternet())
            .toList());
  }

  static Verdict notInReview(Property id) {
    return Verdict.undecided(
        new Evidence(id.value().origin(), "its route table is not in the review"));
  }
}
