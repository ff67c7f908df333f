package dev.postern.rules.ec2;

import dev.postern.net.IpSet;
import dev.postern.net.PacketSet;
import dev.postern.net.PortSet;
import dev.postern.net.Protocol;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.Witness;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Verdict;
import dev.postern.view.ec2.Exposure;
import dev.postern.view.ec2.SecurityGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Makes claims of what security groups admit from the Internet.
final class Exposures {
  private static final PacketSet KNOWN = Service.packets(Service.all());

  private Exposures() {}

  /// The packets of one protocol to one port, from anywhere.
  static PacketSet to(Protocol protocol, int port) {
    return PacketSet.of(protocol, PortSet.of(port), IpSet.all());
  }

  /// Whether the group admits some packets of `asked` from the Internet.
  static Judgement judge(SecurityGroup group, PacketSet asked) {
    if (!group.isWhole()) {
      return Judgement.notApplicable();
    }
    return Judgement.of(
        group.ingress().exposures(asked, IpSet::isTheInternet).stream()
            .map(Exposures::claim)
            .toList());
  }

  /// Whether the group admits the Internet to any of `services`: one claim for each place, which
  /// names what is open there.
  static Judgement judge(SecurityGroup group, List<Service> services) {
    if (!group.isWhole()) {
      return Judgement.notApplicable();
    }
    var open = new LinkedHashMap<List<Origin>, List<Found>>();
    var outside = group.ingress().only(a -> !a.most().sources().publicPart().isEmpty());
    for (Service service : services) {
      var there = outside.only(a -> means(a.most(), service));
      for (Exposure each : there.exposures(service.packets(), IpSet::isTheInternet)) {
        List<Origin> places = each.verdict().evidence().stream().map(Evidence::origin).toList();
        open.computeIfAbsent(places, _ -> new ArrayList<>()).add(new Found(service, each));
      }
    }
    return Judgement.of(
        open.values().stream()
            .map(found -> claim(found.getFirst().exposure()).titled(title(found)))
            .toList());
  }

  /// Whether the packets reach the service, and are not a range of other ports that happens to hold
  /// its own.
  private static boolean means(PacketSet packets, Service service) {
    return !packets.sources(service.protocol(), service.port()).isEmpty()
        && (service.unmistakable() || KNOWN.containsAll(packets));
  }

  private record Found(Service service, Exposure exposure) {}

  private static String title(List<Found> found) {
    List<String> names = found.stream().map(f -> f.service().name()).distinct().toList();
    String listed = names.stream().limit(2).collect(Collectors.joining(" and "));
    int more = names.size() - 2;
    String subject = more > 0 ? names.getFirst() + " and " + (more + 1) + " more" : listed;
    return subject + (names.size() == 1 ? " is" : " are") + " open to the Internet";
  }

  /// The same claim where something else is so too.
  static Claim also(Claim claim, Verdict that) {
    return new Claim(
        claim.verdict().and(that), claim.title(), claim.severity(), claim.why(), claim.witness());
  }

  static Claim claim(Exposure exposure) {
    Claim claim = Claim.of(exposure.verdict());
    return exposure
        .packet()
        .map(p ->
            claim.witnessed(
                new Witness.Packet(
                    p.source().toString(),
                    p.protocol().toString(),
                    p.protocol().hasPorts() ? p.port() : -1)))
        .orElse(claim);
  }
}
