package dev.postern.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.testkit.Law;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PortSetTest {

  @Test
  void printsInWords() {
    assertThat(PortSet.of(22)).hasToString("22");
    assertThat(PortSet.of(20, 25)).hasToString("20-25");
    assertThat(PortSet.of(80).union(PortSet.of(22)).union(PortSet.of(23))).hasToString("22-23, 80");
    assertThat(PortSet.all()).hasToString("every port");
    assertThat(PortSet.of(0, 65_535)).isEqualTo(PortSet.all());
    assertThat(PortSet.none()).hasToString("no port");
    assertThat(PortSet.of(22).complement()).hasToString("every port but 22");
    PortSet even = PortSet.none();
    for (int port = 0; port < 20; port += 2) {
      even = even.union(PortSet.of(port));
    }
    assertThat(even).hasToString("10 ranges, 10 ports");
  }

  @Test
  void cutsWhatIsNoPort() {
    assertThat(PortSet.of(-5, 70_000)).isEqualTo(PortSet.all());
    assertThat(PortSet.of(25, 20)).isEqualTo(PortSet.none());
    assertThat(PortSet.of(70_000)).isEqualTo(PortSet.none());
    assertThat(PortSet.all().contains(65_536)).isFalse();
    assertThat(PortSet.all().contains(-1)).isFalse();
  }

  @Test
  void icmpMessagesAreTypesAndCodes() {
    assertThat(PortSet.icmp(-1, -1)).isEqualTo(PortSet.all());
    assertThat(PortSet.icmp(8, -1)).isEqualTo(PortSet.of(2048, 2303));
    assertThat(PortSet.icmp(3, 4)).isEqualTo(PortSet.of(772));
  }

  private record Pair(List<Integer> a, List<Integer> b) {}

  @Test
  void operationsAgreeWithBitSets() {
    Law.check(
        "ports",
        99,
        500,
        random -> new Pair(bounds(random), bounds(random)),
        pair -> {
          PortSet a = set(pair.a());
          PortSet b = set(pair.b());
          BitSet union = bits(pair.a());
          union.or(bits(pair.b()));
          BitSet both = bits(pair.a());
          both.and(bits(pair.b()));
          BitSet minus = bits(pair.a());
          minus.andNot(bits(pair.b()));
          assertThat(members(a.union(b))).isEqualTo(union);
          assertThat(members(a.intersection(b))).isEqualTo(both);
          assertThat(members(a.minus(b))).isEqualTo(minus);
          assertThat(a.intersects(b)).isEqualTo(!both.isEmpty());
          assertThat(a.union(b).containsAll(a)).isTrue();
          assertThat(a.size()).isEqualTo(bits(pair.a()).cardinality());
          assertThat(a.union(b).complement())
              .isEqualTo(a.complement().intersection(b.complement()));
        });
  }

  /// Up to four ranges as their bounds, many of them touching or at an end.
  private static List<Integer> bounds(RandomGenerator random) {
    int limit = random.nextBoolean() ? 12 : 65_536;
    int offset = random.nextBoolean() ? 0 : 65_536 - limit;
    return random.ints(2L * random.nextInt(5), 0, limit).map(n -> n + offset).boxed().toList();
  }

  private static PortSet set(List<Integer> bounds) {
    PortSet found = PortSet.none();
    for (int i = 0; i < bounds.size(); i += 2) {
      found = found.union(PortSet.of(bounds.get(i), bounds.get(i + 1)));
    }
    return found;
  }

  private static BitSet bits(List<Integer> bounds) {
    var found = new BitSet();
    for (int i = 0; i < bounds.size(); i += 2) {
      if (bounds.get(i) <= bounds.get(i + 1)) {
        found.set(bounds.get(i), bounds.get(i + 1) + 1);
      }
    }
    return found;
  }

  private static BitSet members(PortSet set) {
    var found = new BitSet();
    set.ranges().forEach(range -> found.set(range.from(), range.to() + 1));
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "tcp, 6, tcp",
    "TCP, 6, tcp",
    "6, 6, tcp",
    "udp, 17, udp",
    "17, 17, udp",
    "icmp, 1, icmp",
    "icmpv6, 58, icmpv6",
    "58, 58, icmpv6",
    "ipv6-icmp, 58, icmpv6",
    "-1, -1, all",
    "all, -1, all",
    "ALL, -1, all",
    "esp, 50, esp",
    "50, 50, esp",
    "0, 0, protocol 0",
    "255, 255, protocol 255",
  })
  void readsProtocols(String written, int number, String name) {
    Protocol protocol = Protocol.parse(written).orElseThrow();
    assertThat(protocol.number()).isEqualTo(number);
    assertThat(protocol).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " tcp", "-2", "256", "06", "6.0", "tcp/udp", "*", "any", "١"})
  void refusesWhatIsNoProtocol(String written) {
    assertThat(Protocol.parse(written)).isEmpty();
  }
}
