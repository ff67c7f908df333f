package dev.postern.view.ec2;

import dev.postern.model.Cloud;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.net.Cidr;
import dev.postern.net.IpSet;
import dev.postern.value.Evidence;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The routes of a route table, those written in it and those of their own, the most specific
/// first.
///
/// The most specific route that holds a destination decides
/// (https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html).
final class Routes {
  private static final String TABLE = "AWS::EC2::RouteTable";
  private final List<Route> all;

  private Routes(List<Route> all) {
    this.all = all;
  }

  /// @param when the world in which it is there
  /// @param block empty where the destination is not known or is a prefix list
  /// @param isPublic whether it leads to an Internet gateway
  private record Route(World when, Optional<Cidr> block, Truth isPublic, Evidence evidence) {}

  static Routes of(Resource table, Cloud cloud) {
    var found = new ArrayList<Route>();
    for (Property.Element inline : table.at("Routes").elements()) {
      found.addAll(routes(inline.property(), inline.when(), cloud));
    }
    cloud
        .incoming("AWS::EC2::Route", "RouteTableId", TABLE)
        .to(table)
        .forEach(link -> found.addAll(routes(link.from().root(), link.when(), cloud)));
    found.sort(Comparator.comparingInt(r -> -r.block().map(Cidr::prefix).orElse(0)));
    return new Routes(found);
  }

  private static List<Route> routes(Property route, World when, Cloud cloud) {
    Property gateway = route.at("GatewayId");
    Truth isPublic = leadsOut(gateway, cloud);
    return Stream.of("DestinationCidrBlock", "DestinationIpv6CidrBlock")
        .map(route::at)
        .filter(to -> !(to.value() instanceof Value.Absent))
        .map(to ->
            new Route(
                when,
                to.text().sole().flatMap(Text::literal).flatMap(Cidr::parse),
                isPublic,
                new Evidence(to.value().origin(), "")))
        .toList();
  }

  private static Truth leadsOut(Property gateway, Cloud cloud) {
    return switch (gateway.text()) {
      case Value.Absent<Text> _ -> Truth.FALSE;
      case Value.Known<Text>(var id, _, _) -> {
        if (cloud.target(gateway.resource(), id, "AWS::EC2::InternetGateway").isPresent()) {
          yield Truth.TRUE;
        }
        boolean other =
            id.soleReference()
                .flatMap(r -> cloud.find(gateway.resource().unit(), r.target()))
                .isPresent();
        yield other ? Truth.FALSE : id.startsWith("igw-");
      }
      case Value.Unknown<Text> _, Value.Default<Text> _, Value.OneOf<Text> _ -> Truth.UNKNOWN;
    };
  }

  /// Whether packets to the Internet leave through an Internet gateway.
  Verdict reachTheInternet() {
    IpSet taken = IpSet.none();
    IpSet surely = IpSet.none();
    IpSet perhaps = IpSet.none();
    var because = new ArrayList<Evidence>();
    var missing = new ArrayList<Evidence>();
    for (Route route : all) {
      boolean there = route.when().equals(World.ANY);
      IpSet to = route.block().map(IpSet::of).orElse(IpSet.none()).minus(taken);
      if (route.isPublic() == Truth.TRUE && there && !to.publicPart().isEmpty()) {
        surely = surely.union(to);
        because.add(route.evidence().saying("to an Internet gateway"));
      } else if (route.isPublic() != Truth.FALSE) {
        perhaps = perhaps.union(route.block().isPresent() ? to : IpSet.all());
        missing.add(route.evidence().saying("may lead to an Internet gateway"));
      }
      taken = there ? taken.union(to) : taken;
    }
    if (surely.isTheInternet()) {
      return new Verdict.Yes(because);
    }
    return surely.union(perhaps).isTheInternet() ? new Verdict.Undecided(missing) : Verdict.no();
  }
}
