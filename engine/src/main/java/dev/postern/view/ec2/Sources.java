package dev.postern.view.ec2;

import dev.postern.model.Cloud;
import dev.postern.model.Form;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.net.Cidr;
import dev.postern.net.IpAddress;
import dev.postern.net.IpAddress.Family;
import dev.postern.net.IpSet;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The addresses that a CIDR block or a prefix list stands for, as far as they are known.
///
/// @param when the world in which they are there
/// @param least surely among them
/// @param most perhaps among them; where only the size of a block is known, a block of that size
/// @param evidence where they are written, with what they are or why that is not known
record Sources(World when, IpSet least, IpSet most, Evidence evidence) {
  /// The lists of `com.amazonaws.global.cloudfront.origin-facing` by Region: CloudFront's own
  /// servers.
  private static final Set<String> CLOUDFRONT =
      Set.of(
          "pl-58a04531",
          "pl-22a6434b",
          "pl-9aa247f3",
          "pl-31a34658",
          "pl-b8a742d1",
          "pl-38a64351",
          "pl-a3a144ca",
          "pl-fab65393",
          "pl-4fa04526",
          "pl-93a247fa",
          "pl-75b1541c",
          "pl-5da64334",
          "pl-3b927c52",
          "pl-b6a144df",
          "pl-4ea04527",
          "pl-82a045eb");

  /// The largest block that a VPC or subnet can have, at a private address
  /// (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html).
  private static final String VPC_BLOCK = "10.0.0.0/16";

  /// What the blocks at `property`, one or a list, stand for.
  static List<Sources> cidrs(Property property, Family family, Cloud cloud) {
    var found = new ArrayList<Sources>();
    for (Property.Element element : property.elements()) {
      Value<Text> text = element.property().text();
      Sources sources =
          switch (text) {
            case Value.Known<Text>(var block, var origin, _) ->
                block(element, block, origin, family, cloud);
            case Value.Unknown<Text>(var reason, var origin, _) ->
                unknown(element.when(), reason.what(), new Evidence(origin, reason + ""), family);
            case Value.Default<Text> _, Value.Absent<Text> _, Value.OneOf<Text> _ ->
                throw new IllegalStateException("no element: " + element.property().path());
          };
      found.add(sources);
    }
    return found;
  }

  private static Sources block(
      Property.Element element, Text block, Origin origin, Family family, Cloud cloud) {
    World when = element.when();
    if (block.literal().isPresent()) {
      String written = block.literal().get();
      return IpSet.cidr(written)
          .map(set -> new Sources(when, set, set, new Evidence(origin, set.toString())))
          .orElseGet(() -> {
            var evidence = new Evidence(origin, "`" + written + "` is no CIDR block");
            return new Sources(when, IpSet.none(), every(family), evidence);
          });
    }
    var evidence = new Evidence(origin, block.unknown().orElseThrow().toString());
    if (isOfVpc(element.property().resource(), block, cloud)) {
      return new Sources(when, IpSet.none(), IpSet.cidr(VPC_BLOCK).orElseThrow(), evidence);
    }
    return standIn(block, family)
        .or(() -> largest(block.form(), family))
        .map(set -> new Sources(when, IpSet.none(), set, evidence))
        .orElseGet(() -> unknown(when, block.unknown().orElseThrow().what(), evidence, family));
  }

  private static boolean isOfVpc(Resource from, Text block, Cloud cloud) {
    return block
        .soleReference()
        .flatMap(to -> cloud.find(from.unit(), to.target()))
        .filter(to -> to.type().equals("AWS::EC2::VPC") || to.type().equals("AWS::EC2::Subnet"))
        .isPresent();
  }

  private static Sources unknown(World when, String what, Evidence evidence, Family family) {
    boolean ofVpc = what.startsWith("data.aws_vpc.") || what.startsWith("data.aws_subnet.");
    IpSet most = ofVpc ? IpSet.cidr(VPC_BLOCK).orElseThrow() : every(family);
    return new Sources(when, IpSet.none(), most, evidence);
  }

  /// The largest block that a string of this form can be, at any address; nothing where it is every
  /// address or where the form tells nothing.
  private static Optional<IpSet> largest(Form form, Family family) {
    String letters =
        switch (family) {
          case IPV4 -> "0123456789.";
          case IPV6 -> "0123456789abcdefABCDEF:.";
        };
    String address =
        switch (family) {
          case IPV4 -> "1.0.0.0";
          case IPV6 -> "2600::";
        };
    return IntStream.rangeClosed(0, family.bits())
        .mapToObj(length -> "/" + length)
        .filter(end -> form.canEnd(letters, end))
        .findFirst()
        .filter(end -> !end.equals("/0"))
        .flatMap(end -> Cidr.parse(address + end))
        .map(IpSet::of);
  }

  /// A block of the size that `${...}/16` has, at the address whose first octets are known.
  private static Optional<IpSet> standIn(Text block, Family family) {
    String suffix = block.suffix();
    int slash = suffix.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    return switch (family) {
      case IPV4 -> Cidr.parse(padded(block.prefix()) + suffix.substring(slash)).map(IpSet::of);
      case IPV6 -> Cidr.parse("2600::" + suffix.substring(slash)).map(IpSet::of);
    };
  }

  private static String padded(String prefix) {
    String octets = prefix.substring(0, prefix.lastIndexOf('.') + 1);
    String whole = octets.isEmpty() ? "1." : octets;
    long missing = 4 - whole.chars().filter(c -> c == '.').count();
    String address = whole + "0.".repeat(Math.max(0, (int) missing));
    return IpAddress.parse(address.substring(0, address.length() - 1)).map(a -> a + "").orElse("");
  }

  /// What the prefix lists at `property`, one or several, stand for.
  static List<Sources> prefixLists(Property property, Cloud cloud) {
    var found = new ArrayList<Sources>();
    for (Property.Element element : property.elements()) {
      Value<Text> id = element.property().text();
      Optional<Resource> list =
          id.sole()
              .flatMap(text -> cloud.target(property.resource(), text, "AWS::EC2::PrefixList"));
      if (list.isPresent()) {
        found.addAll(entries(list.get(), element, id.origin(), cloud));
      } else if (id.sole().flatMap(Text::literal).filter(CLOUDFRONT::contains).isEmpty()) {
        found.add(foreign(element.when(), id.origin()));
      }
    }
    return found;
  }

  private static Sources foreign(World when, Origin origin) {
    var evidence = new Evidence(origin, "the entries of this prefix list are not in the review");
    return new Sources(when, IpSet.none(), IpSet.all(), evidence);
  }

  private static List<Sources> entries(
      Resource list, Property.Element use, Origin origin, Cloud cloud) {
    Property entries = list.at("Entries");
    var found = new ArrayList<Sources>();
    for (Property.Element entry : entries.elements()) {
      for (Sources each : cidrs(entry.property().at("Cidr"), Family.IPV4, cloud)) {
        Origin from = each.evidence().origin();
        var through = new Origin.Through(origin.place(), list.address(), from);
        use.when()
            .and(entry.when())
            .flatMap(each.when()::and)
            .ifPresent(when ->
                found.add(
                    new Sources(
                        when,
                        each.least(),
                        each.most(),
                        new Evidence(through, each.evidence().fact()))));
      }
    }
    if (entries.unknownRest().isPresent() || entries.elements().isEmpty()) {
      found.add(foreign(use.when(), origin));
    }
    return found;
  }

  private static IpSet every(Family family) {
    return switch (family) {
      case IPV4 -> IpSet.everyIpv4();
      case IPV6 -> IpSet.everyIpv6();
    };
  }
}
