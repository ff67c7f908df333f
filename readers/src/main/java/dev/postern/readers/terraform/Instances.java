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
  private final Attribute attribute;
  private final Scope scope;
  private final List<Problem> problems;
  private final Origin here;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, List<Value.Case<Node>>> byKey = new LinkedHashMap<>();
  private final List<World> unknown = new ArrayList<>();
  private Optional<Reason> why = Optional.empty();

  private Instances(Attribute attribute, Scope scope, List<Problem> problems) {
    this.attribute = attribute;
    this.scope = scope;
    this.problems = problems;
    this.here = Origin.written(attribute.span());
  }

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

  /// What stands there in one world.
  ///
  /// @param names the bare keys of the instances
  /// @param rest why there may be more
  record Part(World when, List<String> names, Optional<Reason> rest) {}

  /// All instances of a block.
  ///
  /// @param instances by bare key, in order
  /// @param worlds disjoint, covering every deployment
  record All(Kind kind, Map<String, Instance> instances, List<Part> worlds) {

    /// The one instance that stands for a number of which nothing is known.
    Optional<Instance> onlySymbolic() {
      return instances.size() == 1
          ? instances.values().stream().filter(i -> i.symbolic().isPresent()).findFirst()
          : Optional.empty();
    }
  }

  static All of(Block block, Scope scope, Bounds bounds, List<Problem> problems) {
    Optional<Attribute> count = block.body().attribute("count");
    Optional<Attribute> forEach = block.body().attribute("for_each");
    if (count.isPresent()) {
      return new Instances(count.get(), scope, problems)
          .counted(new Evaluator(scope, bounds).value(count.get().value()));
    }
    if (forEach.isPresent()) {
      return new Instances(forEach.get(), scope, problems)
          .keyed(new Evaluator(scope, bounds).value(forEach.get().value()));
    }
    var single = new Instance("", "", scope, List.of(World.ANY), Optional.empty());
    return new All(
        Kind.SINGLE,
        Map.of("", single),
        List.of(new Part(World.ANY, List.of(""), Optional.empty())));
  }

  private All counted(Value<Node> number) {
    Map<String, List<World>> worlds = new LinkedHashMap<>();
    for (Value.Case<Node> each : number.cases()) {
      Optional<Integer> n = Nodes.integer(each.value());
      if (n.isEmpty()) {
        Reason reason = Nodes.whyUnknown(each.value(), Evaluator.source(attribute.value()));
        leaveOpen(each.when(), reason, List.of());
        continue;
      }
      var names = new ArrayList<String>();
      for (int i = 0; i < limited(n.get()); i++) {
        String name = Integer.toString(i);
        names.add(name);
        worlds.computeIfAbsent(name, _ -> new ArrayList<>()).add(each.when());
      }
      parts.add(new Part(each.when(), names, Optional.empty()));
    }
    Map<String, Instance> all = new LinkedHashMap<>();
    worlds.forEach((name, when) -> {
      Value<Node> index = Value.known(Node.num(Integer.parseInt(name)), here);
      all.put(
          name,
          new Instance(
              "[" + name + "]", name, counting(index), everywhere(when), Optional.empty()));
    });
    why.ifPresent(reason ->
        all.put(
            "*", symbolic(counting(Value.unknown(named(reason, "count.index"), here)), reason)));
    return new All(Kind.COUNT, all, List.copyOf(parts));
  }

  private void leaveOpen(World when, Reason reason, List<String> names) {
    unknown.add(when);
    why = why.isPresent() ? why : Optional.of(reason);
    parts.add(new Part(when, names, Optional.of(reason)));
  }

  private Instance symbolic(Scope inner, Reason reason) {
    List<World> when =
        unknown.contains(World.ANY) ? List.of(World.ANY) : unknown.stream().distinct().toList();
    return new Instance("[*]", "*", inner, when, Optional.of(reason));
  }

  private static List<World> everywhere(List<World> when) {
    return when.contains(World.ANY) || World.outside(when).isEmpty() ? List.of(World.ANY) : when;
  }

  private Scope counting(Value<Node> index) {
    return scope.with("count", Value.known(Node.Fields.of(Map.of("index", index)), here));
  }

  private All keyed(Value<Node> collection) {
    for (Value.Case<Node> each : collection.cases()) {
      part(each);
    }
    Map<String, Instance> all = new LinkedHashMap<>();
    byKey.forEach((name, cases) -> {
      Value<Node> key = Value.known(Text.of(name, here), here);
      List<World> when = cases.stream().map(Value.Case::when).distinct().toList();
      all.put(
          name,
          new Instance(
              "[\"" + name + "\"]",
              name,
              each(key, Value.oneOf(cases, here)),
              everywhere(when),
              Optional.empty()));
    });
    why.ifPresent(reason ->
        all.put(
            "*",
            symbolic(
                each(
                    Value.unknown(named(reason, "each.key"), here),
                    Value.unknown(named(reason, "each.value"), here)),
                reason)));
    return new All(Kind.FOR_EACH, all, List.copyOf(parts));
  }

  private void part(Value.Case<Node> each) {
    Loops.Elements elements =
        Loops.elements(each.value(), attribute.span(), scope.module().project().typing());
    boolean map = each.value().sole().filter(Node.Fields.class::isInstance).isPresent();
    var names = new ArrayList<String>();
    Optional<Reason> rest = elements.rest();
    for (Loops.Element element : elements.known().subList(0, limited(elements.known().size()))) {
      Value<Node> key = map ? element.key() : element.value();
      for (Value.Case<Node> one : key.cases()) {
        Optional<String> name = Nodes.string(one.value());
        Optional<World> when = each.when().and(one.when());
        if (name.isPresent() && when.isPresent()) {
          byKey
              .computeIfAbsent(name.get(), _ -> new ArrayList<>())
              .add(new Value.Case<>(when.get(), element.value()));
        }
        boolean certain = name.isPresent() && key.cases().size() == 1;
        if (certain) {
          names.add(name.get());
        } else if (!(one.value() instanceof Value.Absent)) {
          rest = Optional.of(Nodes.whyUnknown(key, Evaluator.source(attribute.value())));
        }
      }
    }
    boolean unnamed = elements.rest().isPresent() || hasUnnamed(elements, map);
    if (unnamed) {
      leaveOpen(each.when(), rest.orElseThrow(), names);
    } else {
      parts.add(new Part(each.when(), names, rest));
    }
  }

  /// Whether there is an element whose key is not known in some world.
  private static boolean hasUnnamed(Loops.Elements elements, boolean map) {
    return elements.known().stream()
        .flatMap(e -> (map ? e.key() : e.value()).cases().stream())
        .anyMatch(c -> !(c.value() instanceof Value.Absent) && Nodes.string(c.value()).isEmpty());
  }

  private static Reason named(Reason why, String name) {
    return new Reason(why.kind(), why.what() + " (" + name + ")");
  }

  private Scope each(Value<Node> key, Value<Node> value) {
    var fields = new LinkedHashMap<String, Value<Node>>();
    fields.put("key", key);
    fields.put("value", value);
    return scope.with("each", Value.known(Node.Fields.of(fields), here));
  }

  private int limited(int wanted) {
    if (wanted > Bounds.INSTANCES) {
      problems.add(
          Problem.error(
              "`%s` makes %d instances; the first %d are reviewed"
                  .formatted(Evaluator.source(attribute.value()), wanted, Bounds.INSTANCES),
              attribute.span()));
    }
    return Math.clamp(wanted, 0, Bounds.INSTANCES);
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
