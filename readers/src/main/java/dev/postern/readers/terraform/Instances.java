package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How often a resource, data source or module call stands there (Terraform language, "count",
/// "for_each").
final class Instances {
  private Instances() {}

  /// How instances are told apart.
  enum Kind {
    SINGLE,
    COUNT,
    FOR_EACH
  }

  /// One instance.
  ///
  /// @param key what follows the address: empty, `[0]`, `["a"]`, `[*]` for one that stands for an
  ///   unknown number
  /// @param name the bare key: empty, `0`, `a`
  /// @param when the disjoint worlds in which it exists
  /// @param symbolic why the number of instances is not known
  record Instance(
      String key, String name, Scope scope, List<World> when, Optional<Reason> symbolic) {}

  /// All instances of a block, in order.
  record All(Kind kind, List<Instance> instances) {}

  static All of(Block block, Scope scope, Bounds bounds, List<Problem> problems) {
    Optional<Attribute> count = block.body().attribute("count");
    Optional<Attribute> forEach = block.body().attribute("for_each");
    if (count.isPresent()) {
      Value<Node> number = new Evaluator(scope, bounds).value(count.get().value());
      return new All(Kind.COUNT, counted(number, count.get(), scope, problems));
    }
    if (forEach.isPresent()) {
      Value<Node> collection = new Evaluator(scope, bounds).value(forEach.get().value());
      return new All(Kind.FOR_EACH, keyed(collection, forEach.get(), scope, problems));
    }
    return new All(
        Kind.SINGLE, List.of(new Instance("", "", scope, List.of(World.ANY), Optional.empty())));
  }

  private static List<Instance> counted(
      Value<Node> number, Attribute attribute, Scope scope, List<Problem> problems) {
    Map<Integer, List<World>> worlds = new LinkedHashMap<>();
    List<World> unknown = new ArrayList<>();
    Optional<Reason> why = Optional.empty();
    for (Value.Case<Node> each : number.cases()) {
      Optional<Integer> n = Nodes.integer(each.value());
      if (n.isEmpty()) {
        unknown.add(each.when());
        why = Optional.of(Nodes.whyUnknown(each.value(), Evaluator.source(attribute.value())));
        continue;
      }
      int most = limited(n.get(), attribute, problems);
      for (int i = 0; i < most; i++) {
        worlds.computeIfAbsent(i, _ -> new ArrayList<>()).add(each.when());
      }
    }
    var all = new ArrayList<Instance>();
    Origin here = Origin.written(attribute.span());
    worlds.forEach((i, when) ->
        all.add(
            new Instance(
                "[" + i + "]",
                i.toString(),
                counting(scope, Value.known(Node.num(i), here), here),
                joined(when, number),
                Optional.empty())));
    why.ifPresent(reason ->
        all.add(
            new Instance(
                "[*]",
                "*",
                counting(scope, Value.unknown(reason, here), here),
                unknown,
                Optional.of(reason))));
    return all;
  }

  private static List<World> joined(List<World> when, Value<Node> value) {
    return when.size() == value.cases().size() ? List.of(World.ANY) : when;
  }

  private static Scope counting(Scope scope, Value<Node> index, Origin here) {
    return scope.with("count", Value.known(Node.Fields.of(Map.of("index", index)), here));
  }

  private static List<Instance> keyed(
      Value<Node> collection, Attribute attribute, Scope scope, List<Problem> problems) {
    Map<String, List<Value.Case<Node>>> byKey = new LinkedHashMap<>();
    List<World> unknown = new ArrayList<>();
    Optional<Reason> why = Optional.empty();
    for (Value.Case<Node> each : collection.cases()) {
      Loops.Elements elements = Loops.elements(each.value(), attribute.span());
      boolean map = each.value().sole().filter(Node.Fields.class::isInstance).isPresent();
      int most = limited(elements.known().size(), attribute, problems);
      for (Loops.Element element : elements.known().subList(0, most)) {
        Value<Node> key = map ? element.key() : element.value();
        for (Value.Case<Node> one : key.cases()) {
          Optional<String> name = Nodes.string(one.value());
          Optional<World> when = each.when().and(one.when());
          if (name.isPresent() && when.isPresent()) {
            byKey
                .computeIfAbsent(name.get(), _ -> new ArrayList<>())
                .add(new Value.Case<>(when.get(), element.value()));
          } else if (when.isPresent() && !(one.value() instanceof Value.Absent)) {
            unknown.add(when.get());
            why = Optional.of(Nodes.whyUnknown(one.value(), Evaluator.source(attribute.value())));
          }
        }
      }
      if (elements.rest().isPresent()) {
        unknown.add(each.when());
        why = elements.rest();
      }
    }
    var all = new ArrayList<Instance>();
    Origin here = Origin.written(attribute.span());
    byKey.forEach((name, cases) -> {
      Value<Node> key = Value.known(Text.of(name, here), here);
      Value<Node> value = Value.oneOf(cases, here);
      List<World> when = cases.stream().map(Value.Case::when).distinct().toList();
      all.add(
          new Instance(
              "[\"" + name + "\"]",
              name,
              each(scope, key, value, here),
              joined(when, collection),
              Optional.empty()));
    });
    why.ifPresent(reason ->
        all.add(
            new Instance(
                "[*]",
                "*",
                each(
                    scope,
                    Value.unknown(reason(reason, "each.key"), here),
                    Value.unknown(reason(reason, "each.value"), here),
                    here),
                unknown.contains(World.ANY)
                    ? List.of(World.ANY)
                    : List.copyOf(unknown.stream().distinct().toList()),
                Optional.of(reason))));
    return all;
  }

  private static Reason reason(Reason why, String name) {
    return new Reason(why.kind(), why.what() + " (" + name + ")");
  }

  private static Scope each(Scope scope, Value<Node> key, Value<Node> value, Origin here) {
    var fields = new LinkedHashMap<String, Value<Node>>();
    fields.put("key", key);
    fields.put("value", value);
    return scope.with("each", Value.known(Node.Fields.of(fields), here));
  }

  private static int limited(int wanted, Attribute attribute, List<Problem> problems) {
    if (wanted > Bounds.INSTANCES) {
      problems.add(
          Problem.error(
              "`%s` makes %d instances; the first %d are reviewed"
                  .formatted(Evaluator.source(attribute.value()), wanted, Bounds.INSTANCES),
              attribute.span()));
    }
    return Math.min(wanted, Bounds.INSTANCES);
  }

  /// Whether a name in a block speaks to Terraform rather than to the provider.
  static boolean isMeta(String name) {
    return switch (name) {
      case "count",
          "for_each",
          "provider",
          "depends_on",
          "lifecycle",
          "provisioner",
          "connection" ->
          true;
      default -> false;
    };
  }
}
