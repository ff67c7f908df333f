package dev.postern.view.ec2;

import dev.postern.net.IpSet;
import dev.postern.net.PacketSet;
import dev.postern.value.Evidence;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What a network ACL lets in: the entry with the lowest number that matches a packet decides, and
/// what none matches is denied (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html).
///
/// Two sets of packets go through the entries: those that surely no entry has decided yet, and
/// those that perhaps none has.
public final class AclDecision {
  private PacketSet surelyLeft = PacketSet.all();
  private PacketSet perhapsLeft = PacketSet.all();
  private PacketSet surelyIn = PacketSet.none();
  private PacketSet perhapsIn = PacketSet.none();
  private final List<Evidence> allowing = new ArrayList<>();
  private final List<Evidence> open = new ArrayList<>();

  private AclDecision() {}

  /// Whether the sources of the packets of `asked` that come in are too many.
  public static Verdict admits(NetworkAcl acl, PacketSet asked, Predicate<IpSet> tooMany) {
    var decision = new AclDecision();
    acl.ingress().forEach(entry -> decision.take(entry, asked));
    if (tooMany.test(decision.surelyIn.intersection(asked).sources())) {
      return new Verdict.Yes(List.copyOf(decision.allowing));
    }
    return tooMany.test(decision.perhapsIn.intersection(asked).sources())
        ? new Verdict.Undecided(List.copyOf(decision.open))
        : Verdict.no();
  }

  private void take(AclEntry entry, PacketSet asked) {
    boolean certain = NetworkAcl.isCertain(entry);
    PacketSet surely = certain ? entry.least() : PacketSet.none();
    PacketSet in = surely.intersection(surelyLeft);
    if (entry.allows() == Truth.TRUE) {
      surelyIn = surelyIn.union(in);
      if (in.intersection(asked).sources().isTheInternet()) {
        allowing.add(entry.evidence());
      }
    }
    if (entry.allows() != Truth.FALSE) {
      perhapsIn = perhapsIn.union(entry.most().intersection(perhapsLeft));
    }
    if (!certain || entry.allows() == Truth.UNKNOWN || !entry.least().equals(entry.most())) {
      open.add(entry.evidence());
    }
    surelyLeft = surelyLeft.minus(entry.most());
    perhapsLeft = perhapsLeft.minus(surely);
  }

  /// The entries that match nothing which an earlier one has not decided.
  public static List<AclEntry> neverReached(NetworkAcl acl) {
    var decision = new AclDecision();
    var found = new ArrayList<AclEntry>();
    for (AclEntry entry : acl.ingress()) {
      boolean matchesNothing = entry.most().intersection(decision.perhapsLeft).isEmpty();
      if (matchesNothing && !entry.most().isEmpty()) {
        found.add(entry);
      }
      decision.take(entry, PacketSet.none());
    }
    return found;
  }
}
