package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// A module as called in one place: everything in it evaluated on demand, each thing once.
final class ModuleInstance {
  private final ModuleSource source;
  private final String address;
  private final Map<String, Value<Node>> inputs;
  private final Project project;
  private final int depth;
  private final Map<String, Value<Node>> known = new LinkedHashMap<>();
  private final Set<String> underway = new HashSet<>();
  private final Map<String, Instances.All> instances = new LinkedHashMap<>();
  private final Map<String, List<Called>> calls = new LinkedHashMap<>();

  /// @param address `module.m["k"].` with its dot, or empty for the root
  /// @param inputs the values of variables that the caller gives
  ModuleInstance(
      ModuleSource source,
      String address,
      Map<String, Value<Node>> inputs,
      Project project,
      int depth) {
    this.source = source;
    this.address = address;
    this.inputs = inputs;
    this.project = project;
    this.depth = depth;
  }

  /// An instance of a called module, and when it exists.
  record Called(Instances.Instance instance, ModuleInstance module) {}

  String address() {
    return address;
  }

  ModuleSource source() {
    return source;
  }

  Project project() {
    return project;
  }

  Scope.Resolution resolve(Scope.Path path) {
    Span at = path.whole().span();
    String first = path.attribute(0).orElse("");
    return switch (path.root()) {
      case "var" -> new Scope.Resolution(variable(first, at), 1);
      case "local" -> new Scope.Resolution(local(first, at), 1);
      case "module" -> new Scope.Resolution(module(first, at), 1);
      case "data" -> {
        String name = first + "." + path.attribute(1).orElse("");
        yield new Scope.Resolution(data(name, at), 2);
      }
      case "path" -> new Scope.Resolution(path(first, at), 1);
      case "terraform" ->
          new Scope.Resolution(Evaluator.unknown(Reason.Kind.INPUT, "terraform." + first, at), 1);
      default -> new Scope.Resolution(resource(path.root() + "." + first, at), 1);
    };
  }

  private Value<Node> path(String name, Span at) {
    String value =
        switch (name) {
          case "module" -> source.folder().isEmpty() ? "." : source.folder();
          case "root" -> project.root().isEmpty() ? "." : project.root();
          default -> ".";
        };
    return Value.known(Evaluator.text(value, at), Origin.written(at));
  }

  /// Each thing once; a thing that needs itself is an error of the user's.
  private Value<Node> once(String name, Span at, Supplier<Value<Node>> value) {
    Value<Node> before = known.get(name);
    if (before != null) {
      return before;
    }
    if (!underway.add(name)) {
      project.problems().add(Problem.error("`%s` depends on itself".formatted(name), at));
      return Evaluator.unknown(Reason.Kind.INVALID, name, at);
    }
    Value<Node> result = value.get();
    underway.remove(name);
    known.put(name, result);
    return result;
  }

  private Value<Node> undeclared(String name, Span at) {
    project.problems().add(Problem.error("`%s` is not declared".formatted(name), at));
    return Evaluator.unknown(Reason.Kind.INVALID, name, at);
  }

  Value<Node> variable(String name, Span at) {
    Block block = source.variables().get(name);
    if (block == null) {
      return undeclared("var." + name, at);
    }
    return once("var." + name, at, () -> variable(name, block));
  }

  private Value<Node> variable(String name, Block block) {
    Optional<Attribute> fallback = block.body().attribute("default");
    Value<Node> given = inputs.get(name);
    boolean nullable = !isFalse(block, "nullable");
    Value<Node> value;
    if (given != null && (nullable || !(given instanceof Value.Absent))) {
      value = given;
    } else if (fallback.isPresent()) {
      value = evaluator(Scope.of(this)).value(fallback.get().value());
    } else {
      value = Evaluator.unknown(Reason.Kind.INPUT, "var." + name, block.header());
    }
    Value<Node> typed = Types.convert(value, block.body().attribute("type"));
    return isTrue(block, "sensitive") ? typed.secret() : typed;
  }

  private boolean isTrue(Block block, String attribute) {
    return flag(block, attribute).filter(b -> b).isPresent();
  }

  private boolean isFalse(Block block, String attribute) {
    return flag(block, attribute).filter(b -> !b).isPresent();
  }

  private Optional<Boolean> flag(Block block, String attribute) {
    return block
        .body()
        .attribute(attribute)
        .flatMap(a -> evaluator(Scope.of(this)).value(a.value()).sole())
        .map(new Node.Bool(true)::equals);
  }

  private Value<Node> local(String name, Span at) {
    Attribute attribute = source.locals().get(name);
    if (attribute == null) {
      return undeclared("local." + name, at);
    }
    return once("local." + name, at, () -> evaluator(Scope.of(this)).value(attribute.value()));
  }

  Evaluator evaluator(Scope scope) {
    return new Evaluator(scope, project.bounds());
  }

  private Value<Node> resource(String name, Span at) {
    Block block = source.resources().get(name);
    if (block == null) {
      return undeclared(name, at);
    }
    return once(
        name,
        at,
        () ->
            collect(
                instances("", name, block),
                block,
                instance -> {
                  Node.Fields body =
                      new Bodies(project.bounds()).fields(block.body(), instance.scope(), true);
                  return project
                      .computed()
                      .withComputed(block, address + name + instance.key(), body);
                }));
  }

  private Value<Node> data(String name, Span at) {
    Block block = source.data().get(name);
    if (block == null) {
      return undeclared("data." + name, at);
    }
    return once(
        "data." + name,
        at,
        () ->
            collect(
                instances("data.", name, block),
                block,
                instance -> {
                  Node.Fields body =
                      new Bodies(project.bounds()).fields(block.body(), instance.scope(), true);
                  return DataSources.value(block, address + "data." + name + instance.key(), body);
                }));
  }

  /// The instances of a block as the language sees them: one value, a list or a map.
  private Value<Node> collect(
      Instances.All all, Block block, Function<Instances.Instance, Value<Node>> value) {
    Origin here = Origin.written(block.header());
    Optional<Reason> rest =
        all.instances().stream().flatMap(i -> i.symbolic().stream()).findFirst();
    List<Instances.Instance> exact =
        all.instances().stream().filter(i -> i.symbolic().isEmpty()).toList();
    return switch (all.kind()) {
      case SINGLE -> value.apply(all.instances().getFirst());
      case COUNT ->
          Value.known(
              new Node.Items(
                  exact.stream().map(i -> within(i, value.apply(i), here)).toList(), rest),
              here);
      case FOR_EACH -> {
        var entries = new LinkedHashMap<String, Value<Node>>();
        exact.forEach(i -> entries.put(i.name(), within(i, value.apply(i), here)));
        yield Value.known(new Node.Fields(entries, rest), here);
      }
    };
  }

  /// An instance that is not there in some worlds is an error to refer to in those.
  private static Value<Node> within(Instances.Instance instance, Value<Node> value, Origin here) {
    if (instance.when().equals(List.of(World.ANY))) {
      return value;
    }
    var cases = new ArrayList<Value.Case<Node>>();
    instance.when().forEach(w -> cases.add(new Value.Case<>(w, value)));
    World.outside(instance.when())
        .forEach(w ->
            cases.add(
                new Value.Case<>(
                    w, Value.unknown(new Reason(Reason.Kind.INVALID, "no instance"), here))));
    return Value.oneOf(cases, here);
  }

  private Instances.All instances(String prefix, String name, Block block) {
    Instances.All before = instances.get(prefix + name);
    if (before != null) {
      return before;
    }
    Instances.All all = Instances.of(block, Scope.of(this), project.bounds(), project.problems());
    instances.put(prefix + name, all);
    return all;
  }

  private Value<Node> module(String name, Span at) {
    Block block = source.calls().get(name);
    if (block == null) {
      return undeclared("module." + name, at);
    }
    return once(
        "module." + name,
        at,
        () -> {
          List<Called> called = called(name);
          return collect(
              instances("module.", name, block),
              block,
              instance ->
                  called.stream()
                      .filter(c -> c.instance() == instance)
                      .findFirst()
                      .map(c ->
                          Value.known(
                              (Node) Node.Fields.of(c.module().outputs()),
                              Origin.written(block.header())))
                      .orElseGet(() ->
                          Evaluator.unknown(
                              Reason.Kind.EXTERNAL, "module." + name, block.header())));
        });
  }

  /// The values of all outputs by name.
  Map<String, Value<Node>> outputs() {
    var entries = new LinkedHashMap<String, Value<Node>>();
    source.outputs().keySet().forEach(name -> entries.put(name, output(name)));
    return entries;
  }

  private Value<Node> output(String name) {
    Block block = source.outputs().get(name);
    Optional<Attribute> value = block.body().attribute("value");
    return value.isEmpty()
        ? Evaluator.unknown(Reason.Kind.INVALID, "output " + name, block.header())
        : once(
            "output." + name,
            block.header(),
            () -> {
              Value<Node> result = evaluator(Scope.of(this)).value(value.get().value());
              return isTrue(block, "sensitive") || result.sensitivity() == Sensitivity.SECRET
                  ? result.secret()
                  : result;
            });
  }

  /// The instances of a called module whose source is at hand.
  List<Called> called(String name) {
    List<Called> before = calls.get(name);
    if (before != null) {
      return before;
    }
    Block block = source.calls().get(name);
    Optional<ModuleSource> called = project.calledBy(this, name, block, depth);
    var all = new ArrayList<Called>();
    if (called.isPresent()) {
      for (Instances.Instance instance : instances("module.", name, block).instances()) {
        var given = new LinkedHashMap<String, Value<Node>>();
        for (Attribute attribute : block.body().attributes()) {
          if (called.get().variables().containsKey(attribute.name())) {
            given.put(attribute.name(), evaluator(instance.scope()).value(attribute.value()));
          }
        }
        all.add(
            new Called(
                instance,
                new ModuleInstance(
                    called.get(),
                    address + "module." + name + instance.key() + ".",
                    given,
                    project,
                    depth + 1)));
      }
    }
    calls.put(name, all);
    return all;
  }

  /// Adds every instance of every resource of this module and those it calls.
  ///
  /// @param when the worlds in which this module is there
  void resources(List<World> when, Optional<Reason> symbolic, List<TerraformResource> into) {
    source
        .resources()
        .forEach((name, block) -> {
          for (Instances.Instance instance : instances("", name, block).instances()) {
            List<World> both = both(when, instance.when());
            if (!both.isEmpty()) {
              into.add(
                  new TerraformResource(
                      address + name + instance.key(),
                      block.labels().getFirst().text(),
                      block,
                      new Bodies(project.bounds()).fields(block.body(), instance.scope(), true),
                      both,
                      instance.symbolic().or(() -> symbolic)));
            }
          }
        });
    for (String name : source.calls().keySet()) {
      for (Called called : called(name)) {
        List<World> both = both(when, called.instance().when());
        if (!both.isEmpty()) {
          called.module().resources(both, called.instance().symbolic().or(() -> symbolic), into);
        }
      }
    }
  }

  private static List<World> both(List<World> a, List<World> b) {
    var all = new ArrayList<World>();
    for (World x : a) {
      for (World y : b) {
        x.and(y).ifPresent(all::add);
      }
    }
    return all;
  }
}
