package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.terraform.TerraformResource;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Security group rules with one source or destination each, as CloudFormation and EC2 have them:
/// Terraform writes several into one block.
///
/// A group that writes no `egress` has none: the provider removes the rule that EC2 makes.
///
/// @see <a
///   href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group">aws_security_group</a>
final class SecurityGroups {
  private static final List<String> SOURCES =
      List.of("cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "security_groups");

  private static final Map<String, List<String>> PROPERTIES =
      Map.of(
          "ingress",
          List.of("CidrIp", "CidrIpv6", "SourcePrefixListId", "SourceSecurityGroupId"),
          "egress",
          List.of("CidrIp", "CidrIpv6", "DestinationPrefixListId", "DestinationSecurityGroupId"));

  private SecurityGroups() {}

  /// A rule, and the world in which it is there.
  private record Rule(World when, Node.Fields fields) {}

  /// The arguments of a group, its rules taken apart.
  static Node.Fields group(TerraformResource group) {
    Origin header = Origin.written(group.block().header());
    Value<Node> self =
        Value.known(Text.reference(group.address(), "Ref", Optional.empty(), header), header);
    SequencedMap<String, Value<Node>> body = new LinkedHashMap<>(group.body().entries());
    for (String direction : List.of("ingress", "egress")) {
      Value<Node> written = body.get(direction);
      if (written != null && !(written instanceof Value.Absent<Node>)) {
        body.put(direction, Parts.each(written, v -> rules(v, direction, self)));
      } else if (direction.equals("egress") || group.type().equals("aws_default_security_group")) {
        body.put(direction, Parts.known(List.of(), header));
      }
    }
    return new Node.Fields(body, group.body().rest());
  }

  private static Value<Node> rules(Value<Node> blocks, String direction, Value<Node> self) {
    if (!(blocks instanceof Value.Known<Node>(Node.Items(var items, var rest), var origin, _))) {
      return blocks;
    }
    var all = new ArrayList<Value<Node>>();
    for (Value<Node> item : items) {
      for (Value.Case<Node> each : item.cases()) {
        if (each.value().sole().orElse(null) instanceof Node.Fields block) {
          rules(block, direction, self)
              .forEach(rule ->
                  each.when()
                      .and(rule.when())
                      .ifPresent(w ->
                          all.add(
                              Parts.within(
                                  List.of(w), Value.known(rule.fields(), each.value().origin())))));
        } else if (!(each.value() instanceof Value.Absent<Node>)) {
          all.add(Parts.within(List.of(each.when()), each.value()));
        }
      }
    }
    return Value.known(new Node.Items(all, rest), origin);
  }

  private static List<Rule> rules(Node.Fields block, String direction, Value<Node> self) {
    SequencedMap<String, Value<Node>> shared = new LinkedHashMap<>(block.entries());
    shared.keySet().removeAll(SOURCES);
    Value<Node> own = shared.remove("self");
    var all = new ArrayList<Rule>();
    List<String> properties = PROPERTIES.getOrDefault(direction, List.of());
    for (int i = 0; i < SOURCES.size(); i++) {
      Value<Node> list = block.entries().get(SOURCES.get(i));
      if (list != null) {
        for (Parts.Element source : Parts.elements(list)) {
          all.add(rule(source.when(), shared, properties.get(i), source.value(), block));
        }
      }
    }
    if (own != null) {
      for (Value.Case<Node> each : own.cases()) {
        if (each.value() instanceof Value.Unknown<Node>) {
          all.add(rule(each.when(), shared, properties.getLast(), each.value(), block));
        } else if (isTrue(each.value())) {
          Value<Node> here = self.through(each.value().origin().place(), "self");
          all.add(rule(each.when(), shared, properties.getLast(), here, block));
        }
      }
    }
    return all.isEmpty()
        ? List.of(new Rule(World.ANY, new Node.Fields(shared, block.rest())))
        : all;
  }

  private static Rule rule(
      World when,
      SequencedMap<String, Value<Node>> shared,
      String property,
      Value<Node> source,
      Node.Fields block) {
    SequencedMap<String, Value<Node>> fields = new LinkedHashMap<>(shared);
    fields.put(property, source);
    return new Rule(when, new Node.Fields(fields, block.rest()));
  }

  private static boolean isTrue(Value<Node> value) {
    return switch (value.sole().orElse(null)) {
      case Node.Bool(var bool) -> bool;
      case Text text -> text.literal().filter("true"::equals).isPresent();
      case null, default -> false;
    };
  }

  /// The rules that an `aws_security_group_rule` makes, as resources of type
  /// `aws_security_group_rule/ingress` or `/egress`; itself, where its direction is not known.
  static List<TerraformResource> alone(TerraformResource rule) {
    Origin header = Origin.written(rule.block().header());
    Value<Node> group = rule.body().field("security_group_id", header);
    Value<Node> type = rule.body().field("type", header);
    var all = new ArrayList<TerraformResource>();
    for (Value.Case<Node> each : type.cases()) {
      Optional<String> direction =
          each.value()
              .sole()
              .filter(Text.class::isInstance)
              .flatMap(text -> ((Text) text).literal())
              .filter(PROPERTIES::containsKey);
      if (direction.isEmpty()) {
        add(all, rule, rule.type(), new Rule(each.when(), rule.body()));
        continue;
      }
      SequencedMap<String, Value<Node>> body = new LinkedHashMap<>(rule.body().entries());
      body.remove("type");
      for (Rule one : rules(new Node.Fields(body, rule.body().rest()), direction.get(), group)) {
        each.when()
            .and(one.when())
            .ifPresent(w ->
                add(all, rule, rule.type() + "/" + direction.get(), new Rule(w, one.fields())));
      }
    }
    return all;
  }

  private static void add(
      List<TerraformResource> into, TerraformResource whole, String type, Rule rule) {
    List<World> when = whole.when().stream().flatMap(w -> w.and(rule.when()).stream()).toList();
    if (!when.isEmpty()) {
      into.add(
          new TerraformResource(
              whole.address(), type, whole.block(), rule.fields(), when, whole.symbolic()));
    }
  }
}
