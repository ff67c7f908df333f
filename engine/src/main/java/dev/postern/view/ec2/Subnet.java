package dev.postern.view.ec2;

import dev.postern.model.Cloud;
import dev.postern.model.Incoming;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import java.util.List;
import java.util.Optional;

/// A subnet with the route table that it uses.
public record Subnet(Resource resource, Cloud cloud) implements View {
  private static final String NAME = "AWS::EC2::Subnet";
  private static final String VPC = "AWS::EC2::VPC";
  private static final String MAIN = "Postern::EC2::MainRouteTableAssociation";
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
    List<Verdict> answers =
        cloud.incoming(ASSOCIATION, "SubnetId", NAME).to(resource).stream()
            .map(this::throughAssociation)
            .toList();
    return answers.isEmpty() ? throughMainTable() : Verdict.any(answers);
  }

  /// Terraform's ways to choose a main table: to name one, or to adopt the one that is there.
  private Verdict throughMainTable() {
    Property vpc = resource.at("VpcId");
    Optional<Resource> whole = vpc.text().sole().flatMap(text -> cloud.target(resource, text, VPC));
    if (whole.isEmpty()) {
      return notInReview(vpc);
    }
    List<Incoming.Link> named = cloud.incoming(MAIN, "VpcId", VPC).to(whole.get());
    List<Incoming.Link> adopted = cloud.incoming(TABLE, "RouteTableId", VPC).to(whole.get());
    return named.isEmpty()
        ? Verdict.any(
            adopted.stream()
                .map(link -> within(link, Routes.of(link.from(), cloud).reachTheInternet()))
                .toList())
        : Verdict.any(named.stream().map(this::throughAssociation).toList());
  }

  /// What the table answers that an association names.
  private Verdict throughAssociation(Incoming.Link link) {
    Property id = link.from().at("RouteTableId");
    Optional<Resource> table =
        id.text().sole().flatMap(text -> cloud.target(link.from(), text, TABLE));
    return within(
        link,
        table.map(t -> Routes.of(t, cloud).reachTheInternet()).orElseGet(() -> notInReview(id)));
  }

  private static Verdict within(Incoming.Link link, Verdict there) {
    return Verdict.within(List.of(link.when()), there);
  }

  static Verdict notInReview(Property id) {
    return Verdict.undecided(
        new Evidence(id.value().origin(), "its route table is not in the review"));
  }
}
