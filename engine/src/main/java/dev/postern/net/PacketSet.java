package dev.postern.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A set of packets by protocol, destination port and source address, exact and immutable; equal
/// sets are `equals`.
///
/// It is a function from protocol numbers to a function from ports to the [IpSet] of the sources
/// admitted there, both constant between steps. Every operation is one merge of the steps. ICMP's
/// types and codes stand for ports ([PortSet#icmp(int, int)]); a protocol with neither has the same
/// sources on every port.
public final class PacketSet {
  private static final PacketSet NONE = constant(IpSet.none());
  private static final PacketSet ALL = constant(IpSet.all());

  private static final List<Integer> READABLE_PROTOCOLS = List.of(6, 17, 1, 58);
  private static final List<Integer> READABLE_PORTS = List.of(22, 3389, 443, 80);

  private final Steps<Steps<IpSet>> cells;

  private PacketSet(Steps<Steps<IpSet>> cells) {
    this.cells = cells;
  }

  private static PacketSet constant(IpSet sources) {
    return new PacketSet(Steps.constant(Protocol.LAST, Steps.constant(PortSet.LAST, sources)));
  }

  public static PacketSet none() {
    return NONE;
  }

  public static PacketSet all() {
    return ALL;
  }

  /// Every packet from `sources`.
  public static PacketSet from(IpSet sources) {
    return constant(sources);
  }

  /// The packets of `protocol` to `ports` from `sources`; for all protocols, and for those without
  /// ports and types, `ports` only matter when there are none.
  public static PacketSet of(Protocol protocol, PortSet ports, IpSet sources) {
    if (ports.isEmpty() || sources.isEmpty()) {
      return NONE;
    }
    if (protocol.equals(Protocol.ALL)) {
      return from(sources);
    }
    boolean divided = protocol.hasPorts() || protocol.isIcmp();
    var admitted = Steps.constant(PortSet.LAST, IpSet.none());
    for (var range : (divided ? ports : PortSet.all()).ranges()) {
      admitted = admitted.with(range.from(), range.to(), sources);
    }
    return new PacketSet(NONE.cells.with(protocol.number(), protocol.number(), admitted));
  }

  /// What a security group rule or a network ACL entry matches.
  ///
  /// All protocols, and any but TCP, UDP, ICMP and ICMPv6, ignore the ports. For ICMP `from` is the
  /// type, `to` the code, -1 is any, and any type means any code
  /// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html,
  /// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html).
  /// EC2 demands ports for TCP and UDP; -1 and -1 are read as every port, so that nothing is
  /// missed.
  ///
  /// @param from -1 where nothing is written
  /// @param to -1 where nothing is written
  /// @return empty when the numbers are none that EC2 accepts
  public static Optional<PacketSet> rule(Protocol protocol, int from, int to, IpSet sources) {
    if (protocol.hasPorts() && (from != PortSet.ANY || to != PortSet.ANY)) {
      return from >= 0 && from <= to && to <= PortSet.LAST
          ? Optional.of(of(protocol, PortSet.of(from, to), sources))
          : Optional.empty();
    }
    if (protocol.isIcmp()) {
      return isByteOrAny(from) && isByteOrAny(to)
          ? Optional.of(of(protocol, PortSet.icmp(from, to), sources))
          : Optional.empty();
    }
    return Optional.of(of(protocol, PortSet.all(), sources));
  }

  private static boolean isByteOrAny(int number) {
    return number >= PortSet.ANY && number <= 255;
  }

  public PacketSet union(PacketSet that) {
    return combine(
        that,
        (mine, yours) ->
            isNothing(mine) ? yours : isNothing(yours) ? mine : mine.combine(yours, IpSet::union));
  }

  /// The union of all of them. Halves are joined, so that many small sets cost no more than one
  /// large one a few times over.
  public static PacketSet union(List<PacketSet> sets) {
    int half = sets.size() / 2;
    return switch (sets.size()) {
      case 0 -> NONE;
      case 1 -> sets.getFirst();
      default -> union(sets.subList(0, half)).union(union(sets.subList(half, sets.size())));
    };
  }

  public PacketSet intersection(PacketSet that) {
    return combine(
        that,
        (mine, yours) ->
            isNothing(mine)
                ? mine
                : isNothing(yours) ? yours : mine.combine(yours, IpSet::intersection));
  }

  public PacketSet minus(PacketSet that) {
    return combine(
        that,
        (mine, yours) ->
            isNothing(mine) || isNothing(yours) ? mine : mine.combine(yours, IpSet::minus));
  }

  public PacketSet complement() {
    return ALL.minus(this);
  }

  private PacketSet combine(PacketSet that, BinaryOperator<Steps<IpSet>> rule) {
    return new PacketSet(cells.combine(that.cells, rule::apply));
  }

  private static boolean isNothing(Steps<IpSet> admitted) {
    return admitted.steps().size() == 1 && admitted.steps().getFirst().value().isEmpty();
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  public boolean contains(Packet packet) {
    return sources(packet.protocol(), packet.port()).contains(packet.source());
  }

  /// Whether every packet of `that` is in this set.
  public boolean containsAll(PacketSet that) {
    return that.minus(this).isEmpty();
  }

  /// The sources of the packets of one protocol to one port, 0 to 65535.
  public IpSet sources(Protocol protocol, int port) {
    return admitted(protocol).at(port);
  }

  /// The sources of all packets.
  public IpSet sources() {
    return IpSet.union(
        values(cells).flatMap(PacketSet::values).collect(Collectors.toUnmodifiableList()));
  }

  /// The ports to which at least one of `sources` sends packets of one protocol.
  public PortSet ports(Protocol protocol, IpSet sources) {
    return ports(admitted(protocol), found -> found.intersects(sources));
  }

  private Steps<IpSet> admitted(Protocol protocol) {
    if (protocol.equals(Protocol.ALL)) {
      throw new IllegalArgumentException("asks for one protocol");
    }
    return cells.at(protocol.number());
  }

  private static PortSet ports(Steps<IpSet> admitted, Function<IpSet, Boolean> wanted) {
    PortSet found = PortSet.none();
    for (int i = 0; i < admitted.steps().size(); i++) {
      var step = admitted.steps().get(i);
      if (wanted.apply(step.value())) {
        found = found.union(PortSet.of(step.start(), admitted.end(i)));
      }
    }
    return found;
  }

  private static <V> Stream<V> values(Steps<V> steps) {
    return steps.steps().stream().map(Steps.Step::value);
  }

  /// The set as disjoint boxes: protocols with the same ports and sources together, by protocol and
  /// first port.
  public List<Flow> flows() {
    var alike = new LinkedHashMap<Steps<IpSet>, List<Protocol>>();
    for (int number = 0; number <= Protocol.LAST; number++) {
      alike.computeIfAbsent(cells.at(number), _ -> new ArrayList<>()).add(new Protocol(number));
    }
    var found = new ArrayList<Flow>();
    alike.forEach((admitted, protocols) ->
        groups(admitted, protocols)
            .forEach(group ->
                values(admitted)
                    .distinct()
                    .filter(sources -> !sources.isEmpty())
                    .map(s -> new Flow(group, ports(admitted, s::equals), s))
                    .forEach(found::add)));
    return found;
  }

  /// ICMP's types and ports are not alike unless every one is.
  private static List<List<Protocol>> groups(Steps<IpSet> admitted, List<Protocol> protocols) {
    if (protocols.size() > Protocol.LAST) {
      return List.of(List.of(Protocol.ALL));
    }
    return admitted.steps().size() == 1
        ? List.of(protocols)
        : List.copyOf(
            protocols.stream()
                .collect(Collectors.groupingBy(Protocol::isIcmp, Collectors.toList()))
                .values());
  }

  /// A packet of the set to show as an example, from a public address if one is in it, over a
  /// protocol and to a port that readers know; empty for the empty set.
  public Optional<Packet> witness() {
    return witness(IpSet::witness).or(() -> witness(IpSet::first));
  }

  private Optional<Packet> witness(Function<IpSet, Optional<IpAddress>> choice) {
    return Stream.concat(READABLE_PROTOCOLS.stream(), starts(cells))
        .map(Protocol::new)
        .flatMap(protocol -> witness(protocol, choice).stream())
        .findFirst();
  }

  private Optional<Packet> witness(Protocol protocol, Function<IpSet, Optional<IpAddress>> choice) {
    var admitted = admitted(protocol);
    return Stream.concat(
            protocol.hasPorts() ? READABLE_PORTS.stream() : Stream.of(), starts(admitted))
        .flatMap(port ->
            choice
                .apply(admitted.at(port))
                .map(source -> new Packet(source, protocol, port))
                .stream())
        .findFirst();
  }

  private static Stream<Integer> starts(Steps<?> steps) {
    return IntStream.range(0, steps.steps().size()).mapToObj(i -> steps.steps().get(i).start());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PacketSet that && cells.equals(that.cells);
  }

  @Override
  public int hashCode() {
    return cells.hashCode();
  }

  /// The flows, `; ` between them, or `no packet`.
  @Override
  public String toString() {
    return isEmpty()
        ? "no packet"
        : flows().stream().map(Flow::toString).collect(Collectors.joining("; "));
  }
}
