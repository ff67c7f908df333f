package dev.postern.net;

import static dev.postern.net.Protocol.ALL;
import static dev.postern.net.Protocol.ICMP;
import static dev.postern.net.Protocol.ICMPV6;
import static dev.postern.net.Protocol.TCP;
import static dev.postern.net.Protocol.UDP;
import static dev.postern.net.Sets.ip;
import static dev.postern.net.Sets.ips;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.testkit.Law;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PacketSetTest {
  private static final Protocol ESP = new Protocol(50);
  private static final IpSet ANYWHERE = IpSet.everyIpv4();
  private static final IpSet OFFICE = ips("198.51.100.0/24");

  private static PacketSet rule(Protocol protocol, int from, int to, IpSet sources) {
    return PacketSet.rule(protocol, from, to, sources).orElseThrow();
  }

  @Test
  void allProtocolsIgnorePorts() {
    var everything = PacketSet.from(ANYWHERE);
    assertThat(rule(ALL, -1, -1, ANYWHERE)).isEqualTo(everything);
    assertThat(rule(ALL, 443, 443, ANYWHERE)).isEqualTo(everything);
    assertThat(rule(ALL, 0, 0, ANYWHERE)).isEqualTo(everything);
    assertThat(everything.sources(TCP, 22)).isEqualTo(ANYWHERE);
    assertThat(everything.ports(UDP, OFFICE)).isEqualTo(PortSet.all());
  }

  @Test
  void protocolsWithoutPortsIgnoreThem() {
    PacketSet esp = rule(ESP, 22, 22, ANYWHERE);
    assertThat(esp.sources(TCP, 22)).isEqualTo(IpSet.none());
    assertThat(esp.sources(ESP, 0)).isEqualTo(ANYWHERE);
    assertThat(esp)
        .isEqualTo(rule(ESP, -1, -1, ANYWHERE))
        .hasToString("esp from every IPv4 address");
  }

  @Test
  void portsAreOfTheirProtocol() {
    PacketSet ssh = rule(TCP, 20, 25, ANYWHERE);
    assertThat(ssh.sources(TCP, 22)).isEqualTo(ANYWHERE);
    assertThat(ssh.sources(TCP, 26)).isEqualTo(IpSet.none());
    assertThat(ssh.sources(UDP, 22)).isEqualTo(IpSet.none());
    assertThat(rule(TCP, -1, -1, ANYWHERE).ports(TCP, ANYWHERE)).isEqualTo(PortSet.all());
  }

  @Test
  void icmpPortsAreTypeAndCode() {
    PacketSet echo = rule(ICMP, 8, -1, ANYWHERE);
    assertThat(echo.sources(ICMP, 8 * 256)).isEqualTo(ANYWHERE);
    assertThat(echo.sources(ICMP, 9 * 256)).isEqualTo(IpSet.none());
    assertThat(echo.sources(TCP, 8)).isEqualTo(IpSet.none());
    assertThat(echo).hasToString("icmp type 8 from every IPv4 address");
    assertThat(rule(ICMP, -1, -1, ANYWHERE)).hasToString("icmp from every IPv4 address");
    assertThat(rule(ICMPV6, 3, 4, OFFICE)).hasToString("icmpv6 type 3 code 4 from 198.51.100.0/24");
  }

  @ParameterizedTest
  @CsvSource({
    "tcp, 25, 20",
    "tcp, 22, -1",
    "tcp, -1, 22",
    "udp, 0, 65536",
    "tcp, -2, 5",
    "icmp, 256, 0",
    "icmp, 8, 256",
    "icmpv6, -2, -1",
  })
  void refusesNumbersThatEc2Refuses(String protocol, int from, int to) {
    assertThat(PacketSet.rule(Protocol.parse(protocol).orElseThrow(), from, to, ANYWHERE))
        .isEmpty();
  }

  @Test
  void unionOfRulesIsWhatEachAdmits() {
    PacketSet group =
        rule(TCP, 22, 22, ips("0.0.0.0/1"))
            .union(rule(TCP, 0, 100, ips("128.0.0.0/1")))
            .union(rule(TCP, 443, 443, OFFICE));
    assertThat(group.sources(TCP, 22)).isEqualTo(ANYWHERE);
    assertThat(group.ports(TCP, OFFICE)).isEqualTo(PortSet.of(0, 100).union(PortSet.of(443)));
    assertThat(group.sources()).isEqualTo(ANYWHERE);
    assertThat(group.contains(new Packet(ip("8.8.8.8"), TCP, 22))).isTrue();
    assertThat(group.contains(new Packet(ip("8.8.8.8"), TCP, 23))).isFalse();
  }

  @Test
  void flowsAreReadable() {
    PacketSet web = rule(TCP, 80, 80, ANYWHERE).union(rule(TCP, 443, 443, ANYWHERE));
    assertThat(web).hasToString("tcp 80, 443 from every IPv4 address");
    assertThat(web.union(rule(TCP, 22, 22, OFFICE)))
        .hasToString("tcp 22 from 198.51.100.0/24; tcp 80, 443 from every IPv4 address");
    assertThat(rule(TCP, 53, 53, OFFICE).union(rule(UDP, 53, 53, OFFICE)))
        .hasToString("tcp, udp 53 from 198.51.100.0/24");
    assertThat(PacketSet.all()).hasToString("every protocol from every address");
    assertThat(PacketSet.none()).hasToString("no packet");
    assertThat(PacketSet.from(OFFICE).minus(rule(TCP, 22, 22, ANYWHERE)))
        .hasToString(
            "every protocol but tcp from 198.51.100.0/24;"
                + " tcp every port but 22 from 198.51.100.0/24");
    assertThat(rule(TCP, 0, 65_535, OFFICE)).hasToString("tcp every port from 198.51.100.0/24");
  }

  @Test
  void icmpIsNotListedWithPorts() {
    PacketSet mixed =
        PacketSet.of(ICMP, PortSet.of(772), OFFICE).union(rule(TCP, 772, 772, OFFICE));
    assertThat(mixed.flows())
        .containsExactlyInAnyOrder(
            new Flow(List.of(TCP), PortSet.of(772), OFFICE),
            new Flow(List.of(ICMP), PortSet.of(772), OFFICE));
  }

  @Test
  void witnessIsPublicAndReadable() {
    assertThat(PacketSet.all().witness().orElseThrow()).hasToString("tcp 22 from 8.8.8.8");
    assertThat(rule(UDP, 1000, 2000, ips("::/0")).witness().orElseThrow())
        .hasToString("udp 1000 from 2001:4860:4860::8888");
    assertThat(
            rule(TCP, 1, 1, ips("10.0.0.0/8"))
                .union(rule(ESP, -1, -1, ANYWHERE))
                .witness()
                .orElseThrow())
        .hasToString("esp from 8.8.8.8");
    assertThat(rule(TCP, 1, 1, ips("10.0.0.0/8")).witness().orElseThrow())
        .hasToString("tcp 1 from 10.0.0.0");
    assertThat(rule(ICMP, 8, -1, ANYWHERE).witness().orElseThrow())
        .hasToString("icmp type 8 code 0 from 8.8.8.8");
    assertThat(PacketSet.none().witness()).isEmpty();
  }

  @Test
  void emptySourcesOrPortsMakeNoPackets() {
    assertThat(PacketSet.of(ALL, PortSet.none(), ANYWHERE)).isEqualTo(PacketSet.none());
    assertThat(PacketSet.of(TCP, PortSet.all(), IpSet.none()).isEmpty()).isTrue();
  }

  @Test
  void oneProtocolMustBeNamed() {
    assertThatThrownBy(() -> PacketSet.all().sources(ALL, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Packet(ip("::"), ALL, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private record Box(Protocol protocol, PortSet ports, IpSet sources) {
    PacketSet packets() {
      return PacketSet.of(protocol, ports, sources);
    }

    boolean holds(Packet packet) {
      boolean divided = packet.protocol().hasPorts() || packet.protocol().isIcmp();
      return (protocol.equals(ALL) || protocol.equals(packet.protocol()))
          && (!divided || protocol.equals(ALL) || ports.contains(packet.port()))
          && sources.contains(packet.source());
    }
  }

  private record Case(List<Box> a, List<Box> b, List<Packet> samples) {}

  @Test
  void operationsAgreeWithMembership() {
    Law.check(
        "packets",
        2718,
        1000,
        random -> new Case(boxes(random), boxes(random), packets(random)),
        PacketSetTest::smaller,
        c -> {
          PacketSet a = union(c.a());
          PacketSet b = union(c.b());
          for (Packet packet : c.samples()) {
            boolean inA = c.a().stream().anyMatch(box -> box.holds(packet));
            boolean inB = c.b().stream().anyMatch(box -> box.holds(packet));
            assertThat(a.contains(packet)).isEqualTo(inA);
            assertThat(a.union(b).contains(packet)).isEqualTo(inA || inB);
            assertThat(a.intersection(b).contains(packet)).isEqualTo(inA && inB);
            assertThat(a.minus(b).contains(packet)).isEqualTo(inA && !inB);
            assertThat(a.complement().contains(packet)).isEqualTo(!inA);
          }
        });
  }

  @Test
  void algebraHolds() {
    Law.check(
        "packet algebra",
        31,
        500,
        random -> new Case(boxes(random), boxes(random), List.of()),
        PacketSetTest::smaller,
        c -> {
          PacketSet a = union(c.a());
          PacketSet b = union(c.b());
          assertThat(a.union(b).complement())
              .isEqualTo(a.complement().intersection(b.complement()));
          assertThat(a.minus(b).union(a.intersection(b))).isEqualTo(a).hasSameHashCodeAs(a);
          assertThat(a.union(b)).isEqualTo(b.union(a));
          assertThat(a.union(b).containsAll(b)).isTrue();
          assertThat(a.minus(a).isEmpty()).isTrue();
          assertThat(union(a.flows().stream().flatMap(PacketSetTest::boxes).toList())).isEqualTo(a);
          assertThat(a.witness().isPresent()).isEqualTo(!a.isEmpty());
          assertThat(a.witness().stream()).allMatch(a::contains);
        });
  }

  private static Stream<Box> boxes(Flow flow) {
    return flow.protocols().stream().map(p -> new Box(p, flow.ports(), flow.sources()));
  }

  private static PacketSet union(List<Box> boxes) {
    return boxes.stream().map(Box::packets).reduce(PacketSet.none(), PacketSet::union);
  }

  private static List<Case> smaller(Case c) {
    return Stream.concat(
            Law.halves(c.a()).stream().map(a -> new Case(a, c.b(), c.samples())),
            Law.halves(c.b()).stream().map(b -> new Case(c.a(), b, c.samples())))
        .toList();
  }

  private static Protocol protocol(RandomGenerator random) {
    return List.of(TCP, UDP, ICMP, ESP, new Protocol(0), new Protocol(255), ALL)
        .get(random.nextInt(7));
  }

  private static List<Box> boxes(RandomGenerator random) {
    return Stream.generate(
            () -> {
              int from = random.nextInt(10);
              IpSet sources = Sets.small(random.nextInt() >>> random.nextInt(32));
              return new Box(protocol(random), PortSet.of(from, from + random.nextInt(6)), sources);
            })
        .limit(random.nextInt(5))
        .toList();
  }

  private static List<Packet> packets(RandomGenerator random) {
    return Stream.generate(
            () -> {
              Protocol protocol = protocol(random);
              return new Packet(
                  Sets.SMALL.get(random.nextInt(32)),
                  protocol.equals(ALL) ? ICMPV6 : protocol,
                  random.nextInt(16));
            })
        .limit(20)
        .toList();
  }
}
