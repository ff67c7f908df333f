package dev.postern.view.ec2;

import dev.postern.model.Cloud;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.net.IpAddress.Family;
import dev.postern.net.PacketSet;
import dev.postern.value.Evidence;
import dev.postern.value.Truth;
import dev.postern.value.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One entry of a network ACL, with one of its address blocks.
///
/// @param when the world in which it is there
/// @param number its place in the order; empty where that is not known
/// @param allows whether it allows what it matches
/// @param least what it surely matches
/// @param most what it may match
/// @param evidence the address block
public record AclEntry(
    World when,
    Optional<BigDecimal> number,
    Truth allows,
    PacketSet least,
    PacketSet most,
    Evidence evidence) {

  /// An entry that is a resource of its own; none where it is about packets that leave.
  static List<AclEntry> own(Resource entry, World when, Cloud cloud) {
    Truth leaves = entry.at("Egress").is(true).truth();
    if (leaves == Truth.TRUE) {
      return List.of();
    }
    Property ports = entry.at("PortRange");
    var traffic = Traffic.of(entry.at("Protocol"), ports.at("From"), ports.at("To"));
    Truth allows = entry.at("RuleAction").isOneOf("allow").truth();
    return entries(
        entry.root(), when, entry.at("RuleNumber"), allows.and(leaves.not()), traffic, cloud);
  }

  /// An entry written in the ACL, as Terraform does.
  static List<AclEntry> inline(Property entry, World when, Cloud cloud) {
    var traffic = Traffic.of(entry.at("Protocol"), entry.at("FromPort"), entry.at("ToPort"));
    Truth allows = entry.at("Action").isOneOf("allow").truth();
    return entries(entry, when, entry.at("RuleNo"), allows, traffic, cloud);
  }

  private static List<AclEntry> entries(
      Property entry,
      World exists,
      Property number,
      Truth allows,
      List<Traffic> traffic,
      Cloud cloud) {
    var sources = new ArrayList<>(Sources.cidrs(entry.at("CidrBlock"), Family.IPV4, cloud));
    sources.addAll(Sources.cidrs(entry.at("Ipv6CidrBlock"), Family.IPV6, cloud));
    var found = new ArrayList<AclEntry>();
    for (Traffic packets : traffic) {
      for (Sources each : sources) {
        exists
            .and(packets.when())
            .flatMap(each.when()::and)
            .ifPresent(when -> {
              Admission a = packets.from(each, entry, when);
              found.add(
                  new AclEntry(
                      when, number.number().sole(), allows, a.least(), a.most(), a.evidence()));
            });
      }
    }
    return found;
  }
}
