package dev.postern.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.net.IpAddress.Family;
import dev.postern.testkit.Law;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IpSetLawsTest {
  private static final long SEED = 20_260_101;

  private record Pair(IpSet a, IpSet b) {}

  private record Bits(int a, int b) {}

  @Test
  void operationsAgreeWithBitSetsOnASmallUniverse() {
    Law.check(
        "operations on bits",
        SEED,
        2000,
        random -> new Bits(random.nextInt(), random.nextInt()),
        bits -> {
          IpSet a = Sets.small(bits.a());
          IpSet b = Sets.small(bits.b());
          assertThat(a.union(b)).isEqualTo(Sets.small(bits.a() | bits.b()));
          assertThat(a.intersection(b)).isEqualTo(Sets.small(bits.a() & bits.b()));
          assertThat(a.minus(b)).isEqualTo(Sets.small(bits.a() & ~bits.b()));
          assertThat(a.containsAll(b)).isEqualTo((bits.b() & ~bits.a()) == 0);
          assertThat(a.intersects(b)).isEqualTo((bits.a() & bits.b()) != 0);
          assertThat(a.size()).isEqualTo(Integer.bitCount(bits.a()));
          for (int i = 0; i < 32; i++) {
            assertThat(a.contains(Sets.SMALL.get(i))).isEqualTo((bits.a() >> i & 1) == 1);
            assertThat(a.complement().contains(Sets.SMALL.get(i)))
                .isEqualTo((bits.a() >> i & 1) == 0);
          }
        });
  }

  @Test
  void algebraHolds() {
    Law.check(
        "boolean algebra",
        SEED,
        2000,
        random -> new Pair(Sets.ips(random), Sets.ips(random)),
        pair -> {
          IpSet a = pair.a();
          IpSet b = pair.b();
          assertThat(a.union(b).complement())
              .isEqualTo(a.complement().intersection(b.complement()));
          assertThat(a.minus(b)).isEqualTo(a.intersection(b.complement()));
          assertThat(a.complement().complement()).isEqualTo(a);
          assertThat(a.minus(b).union(a.intersection(b))).isEqualTo(a).hasSameHashCodeAs(a);
          assertThat(a.union(a.complement())).isEqualTo(IpSet.all());
          assertThat(a.minus(a)).isEqualTo(IpSet.none());
          assertThat(a.union(b).size().add(a.intersection(b).size()))
              .isEqualTo(a.size().add(b.size()));
          assertThat(a.only(Family.IPV4).union(a.only(Family.IPV6))).isEqualTo(a);
        });
  }

  @Test
  void coverIsExactDisjointAndMinimal() {
    Law.check(
        "cover",
        SEED,
        1000,
        random -> Sets.ips(random).minus(Sets.ips(random)),
        set -> {
          List<Cidr> cover = set.cidrs();
          assertThat(IpSet.union(cover.stream().map(IpSet::of).toList())).isEqualTo(set);
          assertThat(
                  cover.stream()
                      .map(block -> IpSet.of(block).size())
                      .reduce(BigInteger.ZERO, BigInteger::add))
              .isEqualTo(set.size());
          for (Cidr block : cover) {
            assertThat(Cidr.parse(block.toString())).contains(block);
            assertThat(block.prefix() == 0 || !set.containsAll(IpSet.of(twice(block)))).isTrue();
          }
        });
  }

  private static Cidr twice(Cidr block) {
    return new Cidr(block.network(), block.prefix() - 1);
  }

  @Test
  void witnessesArePublicMembers() {
    Law.check(
        "witness",
        SEED,
        2000,
        Sets::ips,
        set -> {
          assertThat(set.witness().isPresent()).isEqualTo(!set.publicPart().isEmpty());
          assertThat(set.witness().stream()).allMatch(set.publicPart()::contains);
          assertThat(set.first().isPresent()).isEqualTo(!set.isEmpty());
          assertThat(set.first().stream()).allMatch(set::contains);
        });
  }
}
