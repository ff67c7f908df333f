package dev.postern.view.ec2;

import dev.postern.net.IpSet;
import dev.postern.net.Packet;
import dev.postern.net.PacketSet;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Everything that the rules of a group admit in one direction: their union, for a security group
/// has no other rule than to allow
/// (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).
///
/// A question is a set of addresses that grows with the packets admitted, and a limit that is
/// passed once the set is large enough. So the packets that are surely admitted decide yes, those
/// that may be admitted decide no, and what lies between is undecided.
public record Admissions(List<Admission> all) {

  public Admissions {
    all = List.copyOf(all);
  }

  /// Those that pass `test`.
  public Admissions only(Predicate<Admission> test) {
    return new Admissions(all.stream().filter(test).toList());
  }

  /// Where the sources of some packets of `asked` are too many: one answer for each rule that alone
  /// makes it so, then one for all other rules together.
  public List<Exposure> exposures(PacketSet asked, Predicate<IpSet> tooMany) {
    return exposures(packets -> packets.intersection(asked), PacketSet::sources, tooMany);
  }

  /// Where `sources` of the packets admitted are too many, rule by rule, then of the rest.
  ///
  /// @param part the packets that the question is about
  /// @param sources grows with the packets
  public List<Exposure> exposures(
      Function<PacketSet, PacketSet> part,
      Function<PacketSet, IpSet> sources,
      Predicate<IpSet> tooMany) {
    var asked =
        new Admissions(
            all.stream().map(a -> a.only(part)).filter(a -> !a.most().isEmpty()).toList());
    var found = new ArrayList<Exposure>();
    var rest = new ArrayList<Admission>();
    for (List<Admission> rule : asked.byRule()) {
      Verdict alone = decide(rule, sources, tooMany);
      if (alone.possible()) {
        found.add(new Exposure(alone, packet(rule, tooMany)));
      } else {
        rest.addAll(rule);
      }
    }
    if (!rest.isEmpty()) {
      Verdict together = decide(rest, sources, tooMany);
      if (!(together instanceof Verdict.No)) {
        found.add(new Exposure(together, packet(rest, tooMany)));
      }
    }
    return found;
  }

  private List<List<Admission>> byRule() {
    return List.copyOf(
        all.stream()
            .collect(
                Collectors.groupingBy(
                    a -> List.of(a.rule().resource().address(), a.rule().value().origin().place()),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values());
  }

  private static Optional<Packet> packet(List<Admission> some, Predicate<IpSet> tooMany) {
    PacketSet surely = PacketSet.union(some.stream().map(Admission::least).toList());
    return tooMany.test(surely.sources()) ? surely.witness() : Optional.empty();
  }

  private static Verdict decide(
      List<Admission> some, Function<PacketSet, IpSet> sources, Predicate<IpSet> tooMany) {
    var cells = new LinkedHashMap<World, List<Admission>>();
    cells.put(World.ANY, some.stream().filter(Admission::isAlways).toList());
    for (Admission each : some.stream().filter(a -> !a.isAlways()).toList()) {
      divide(cells, each);
      if (cells.size() > Verdict.MOST_WORLDS) {
        return Verdict.undecided(each.evidence().saying("too many cases to tell apart"));
      }
    }
    var answers = new LinkedHashMap<World, Verdict>();
    cells.forEach((world, present) -> answers.put(world, within(present, sources, tooMany)));
    return Verdict.when(answers);
  }

  /// Splits the worlds into those with and those without `each`.
  private static void divide(LinkedHashMap<World, List<Admission>> cells, Admission each) {
    var before = new LinkedHashMap<>(cells);
    cells.clear();
    before.forEach((world, present) -> {
      world
          .and(each.when())
          .ifPresent(w -> {
            var more = new ArrayList<>(present);
            more.add(each);
            cells.put(w, more);
          });
      World.outside(List.of(each.when()))
          .forEach(other -> world.and(other).ifPresent(w -> cells.put(w, present)));
    });
  }

  private static Verdict within(
      List<Admission> present, Function<PacketSet, IpSet> sources, Predicate<IpSet> tooMany) {
    IpSet surely = sources.apply(PacketSet.union(present.stream().map(Admission::least).toList()));
    if (tooMany.test(surely)) {
      return new Verdict.Yes(because(present, surely, sources, tooMany));
    }
    IpSet perhaps = sources.apply(PacketSet.union(present.stream().map(Admission::most).toList()));
    return tooMany.test(perhaps)
        ? new Verdict.Undecided(
            present.stream()
                .filter(a -> !a.isKnown() && !a.most().sources().publicPart().isEmpty())
                .map(Admission::evidence)
                .distinct()
                .toList())
        : Verdict.no();
  }

  /// The sources that suffice alone; where none does, all that count together.
  private static List<Evidence> because(
      List<Admission> present,
      IpSet surely,
      Function<PacketSet, IpSet> sources,
      Predicate<IpSet> tooMany) {
    List<Admission> alone =
        present.stream().filter(a -> tooMany.test(sources.apply(a.least()))).toList();
    List<Admission> parts =
        alone.isEmpty()
            ? present.stream().filter(a -> !a.least().sources().publicPart().isEmpty()).toList()
            : alone;
    boolean telling =
        parts.size() == 1 || parts.stream().allMatch(a -> isWholeFamily(sources.apply(a.least())));
    String whole =
        telling ? "" : "%s: %d ranges, %s".formatted(surely, parts.size(), surely.sizeInWords());
    return IntStream.range(0, parts.size())
        .mapToObj(i -> {
          IpSet own = sources.apply(parts.get(i).least());
          return parts.get(i).evidence().saying(i > 0 || telling ? own.toString() : whole);
        })
        .toList();
  }

  private static boolean isWholeFamily(IpSet set) {
    return set.containsAll(IpSet.everyIpv4()) || set.containsAll(IpSet.everyIpv6());
  }
}
