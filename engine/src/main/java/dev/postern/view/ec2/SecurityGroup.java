package dev.postern.view.ec2;

import dev.postern.model.Cloud;
import dev.postern.model.Incoming;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.net.IpAddress.Family;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A security group with all its rules, those written in it and those of their own; or the rules
/// alone that are written for a group which is not in the review.
///
/// A CloudFormation rule without any source is never created
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html),
/// and a source group stands for private addresses, so neither admits anybody from outside.
///
/// @param resource the group, or the first of the rules
/// @param isWhole whether it speaks for a group; a rule of a group in the review, and a further
///   rule of one outside, does not
public record SecurityGroup(
    Resource resource, boolean isWhole, Admissions ingress, Admissions egress, Cloud cloud)
    implements View {
  private static final String GROUP = "AWS::EC2::SecurityGroup";
  private static final String INGRESS = "AWS::EC2::SecurityGroupIngress";
  private static final String EGRESS = "AWS::EC2::SecurityGroupEgress";

  public static final ViewType<SecurityGroup> TYPE =
      new ViewType<>(List.of(GROUP, INGRESS), SecurityGroup::of);

  private static SecurityGroup of(Resource resource, Cloud cloud) {
    return resource.type().equals(GROUP) ? group(resource, cloud) : loose(resource, cloud);
  }

  private static SecurityGroup group(Resource group, Cloud cloud) {
    var in = new ArrayList<>(rules(group.at("SecurityGroupIngress"), World.ANY, true, cloud));
    var out = new ArrayList<>(rules(group.at("SecurityGroupEgress"), World.ANY, false, cloud));
    links(cloud, INGRESS, group)
        .forEach(link -> in.addAll(admissions(link.from().root(), link.when(), true, cloud)));
    links(cloud, EGRESS, group)
        .forEach(link -> out.addAll(admissions(link.from().root(), link.when(), false, cloud)));
    return new SecurityGroup(group, true, new Admissions(in), new Admissions(out), cloud);
  }

  /// The rules of one group outside the review, told by the same id, as one.
  private static SecurityGroup loose(Resource rule, Cloud cloud) {
    boolean inside =
        groupId(rule).flatMap(id -> cloud.target(rule, id, GROUP)).isPresent()
            || rule.at("GroupId").value().cases().stream()
                .anyMatch(c ->
                    c.value().sole().orElse(null) instanceof Text id
                        && cloud.target(rule, id, GROUP).isPresent());
    List<Resource> together =
        groupId(rule)
            .map(id ->
                cloud.ofType(INGRESS).stream()
                    .filter(r -> r.unit().equals(rule.unit()))
                    .filter(r -> groupId(r).filter(id::equals).isPresent())
                    .toList())
            .orElse(List.of(rule));
    boolean first = !inside && together.getFirst().equals(rule);
    var in = new ArrayList<Admission>();
    if (first) {
      together.forEach(
          r -> r.when().forEach(when -> in.addAll(admissions(r.root(), when, true, cloud))));
    }
    return new SecurityGroup(rule, first, new Admissions(in), new Admissions(List.of()), cloud);
  }

  private static Optional<Text> groupId(Resource rule) {
    return rule.at("GroupId").text().sole().or(() -> rule.at("GroupName").text().sole());
  }

  private static List<Incoming.Link> links(Cloud cloud, String type, Resource group) {
    return Stream.of("GroupId", "GroupName")
        .flatMap(path -> cloud.incoming(type, path, GROUP).to(group).stream())
        .toList();
  }

  private static List<Admission> rules(Property list, World when, boolean in, Cloud cloud) {
    return list.elements().stream()
        .flatMap(e ->
            when.and(e.when()).stream()
                .flatMap(w -> admissions(e.property(), w, in, cloud).stream()))
        .toList();
  }

  private static List<Admission> admissions(Property rule, World exists, boolean in, Cloud cloud) {
    var sources = new ArrayList<Sources>();
    sources.addAll(Sources.cidrs(rule.at("CidrIp"), Family.IPV4, cloud));
    sources.addAll(Sources.cidrs(rule.at("CidrIpv6"), Family.IPV6, cloud));
    String list = in ? "SourcePrefixListId" : "DestinationPrefixListId";
    sources.addAll(Sources.prefixLists(rule.at(list), cloud));
    var found = new ArrayList<Admission>();
    for (Traffic traffic :
        Traffic.of(rule.at("IpProtocol"), rule.at("FromPort"), rule.at("ToPort"))) {
      for (Sources each : sources) {
        exists
            .and(traffic.when())
            .flatMap(each.when()::and)
            .ifPresent(when -> found.add(traffic.from(each, rule, when)));
      }
    }
    return found;
  }

  /// Whether the group itself is in the review.
  public boolean isGroup() {
    return resource.type().equals(GROUP);
  }

  /// The rules that let packets in, as written in the group.
  public Property writtenIngress() {
    return resource.at("SecurityGroupIngress");
  }

  /// The rules that let packets out, as written in the group.
  public Property writtenEgress() {
    return resource.at("SecurityGroupEgress");
  }

  /// The rules of their own that let packets out of this group.
  public List<Incoming.Link> egressRules() {
    return links(cloud, EGRESS, resource);
  }

  /// What surely uses the group, in the same unit.
  public List<Resource> users() {
    var found = new LinkedHashSet<Resource>();
    GroupUse.PATHS.forEach(use ->
        cloud.incoming(use.type(), use.path(), GROUP).to(resource).stream()
            .map(Incoming.Link::from)
            .forEach(found::add));
    return List.copyOf(found);
  }
}
