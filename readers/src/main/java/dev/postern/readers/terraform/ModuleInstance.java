package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.source.Paths;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A module as called in one place: everything in it evaluated on demand, each thing once.
final class ModuleInstance {
  private final ModuleSource source;
  private final Place place;
  private final Variables variables;
  private final Project project;
  private final Memo memo;
  private final ModuleCalls calls;
  private final Map<String, Instances.All> instances = new HashMap<>();
  private final Map<String, Node.Fields> bodies = new HashMap<>();

  /// Where a module is called.
  ///
  /// @param address `module.m["k"].` with its dot, or empty for the root
  /// @param key the names of the calls without their keys, as in the list of installed modules:
  ///   `m.inner`
  /// @param providers what the caller hands on
  record Place(String address, String key, int depth, Providers providers) {
    static final Place ROOT = new Place("", "", 0, Providers.NONE);
  }

  /// @param inputs the values of variables that the caller gives, evaluated when they are needed
  ModuleInstance(
      ModuleSource source,
      Place place,
      Map<String, Supplier<Value<Node>>> inputs,
      Project project) {
    this.source = source;
    this.place = place;
    this.variables = new Variables(this, inputs);
    this.project = project;
    this.memo = new Memo(project);
    this.calls = new ModuleCalls(this);
  }

  Place place() {
    return place;
  }

  ModuleSource source() {
    return source;
  }

  Project project() {
    return project;
  }

  Memo memo() {
    return memo;
  }

  Evaluator evaluator(Scope scope) {
    return new Evaluator(scope, project.bounds());
  }

  Scope.Resolution resolve(Scope.Path path) {
    Span at = path.whole().span();
    String first = path.attribute(0).orElse("");
    return switch (path.root()) {
      case "var" -> new Scope.Resolution(variable(first, at), 1);
      case "local" -> new Scope.Resolution(local(first, at), 1);
      case "module" -> calls.resolve(first, path);
      case "data" -> existing("data.", first + "." + path.attribute(1).orElse(""), 2, path);
      case "path" -> new Scope.Resolution(path(first, at), 1);
      case "terraform" -> new Scope.Resolution(terraform(first, at), 1);
      case "ephemeral" -> {
        String name = "ephemeral." + first + "." + path.attribute(1).orElse("");
        yield new Scope.Resolution(Evaluator.unknown(Reason.Kind.APPLY, name, at).secret(), 2);
      }
      default -> existing("", path.root() + "." + first, 1, path);
    };
  }

  /// `path.module` as Terraform gives it when it runs in the root folder.
  private Value<Node> path(String name, Span at) {
    String value =
        switch (name) {
          case "module" -> Paths.relative(project.root(), source.folder());
          case "root" -> ".";
          default -> "";
        };
    return value.isEmpty()
        ? Evaluator.unknown(Reason.Kind.EXTERNAL, "path." + name, at)
        : Value.known(Evaluator.text(value, at), Origin.written(at));
  }

  /// The workspace, and whether this is an apply rather than a plan (Terraform language,
  /// "References to Named Values", "Filesystem and Workspace Info").
  private Value<Node> terraform(String name, Span at) {
    String whole = "terraform." + name;
    Typing typing = project.typing();
    return switch (name) {
      case "workspace" ->
          typing.as(Type.Simple.STRING, Evaluator.unknown(Reason.Kind.INPUT, whole, at));
      case "applying" ->
          typing.as(Type.Simple.BOOL, Evaluator.unknown(Reason.Kind.APPLY, whole, at));
      default -> Evaluator.unknown(Reason.Kind.INVALID, whole, at);
    };
  }

  private Value<Node> undeclared(String name, Span at) {
    project.report(Problem.error("`%s` is not declared".formatted(name), at));
    return Evaluator.unknown(Reason.Kind.INVALID, name, at);
  }

  Value<Node> variable(String name, Span at) {
    Block block = source.variables().get(name);
    return block == null
        ? undeclared("var." + name, at)
        : memo.once("var." + name, at, () -> variables.value(name, block));
  }

  Optional<Boolean> flag(Block block, String attribute) {
    return block
        .body()
        .attribute(attribute)
        .flatMap(a -> evaluator(Scope.of(this)).value(a.value()).sole())
        .map(new Node.Bool(true)::equals);
  }

  private Value<Node> local(String name, Span at) {
    Attribute attribute = source.locals().get(name);
    return attribute == null
        ? undeclared("local." + name, at)
        : memo.once("local." + name, at, () -> evaluator(Scope.of(this)).value(attribute.value()));
  }

  /// The values of all outputs by name.
  Map<String, Value<Node>> outputs() {
    var entries = new LinkedHashMap<String, Value<Node>>();
    source.outputs().keySet().forEach(name -> entries.put(name, output(name)));
    return entries;
  }

  Value<Node> output(String name) {
    Block block = Objects.requireNonNull(source.outputs().get(name));
    Optional<Attribute> value = block.body().attribute("value");
    return value.isEmpty()
        ? Evaluator.unknown(Reason.Kind.INVALID, "output " + name, block.header())
        : memo.once(
            "output." + name,
            block.header(),
            () -> {
              Value<Node> result = evaluator(Scope.of(this)).value(value.get().value());
              boolean secret =
                  flag(block, "sensitive").orElse(false)
                      || result.sensitivity() == Sensitivity.SECRET;
              return secret ? result.secret() : result;
            });
  }

  /// A resource or data source.
  private Scope.Resolution existing(String prefix, String name, int taken, Scope.Path path) {
    Span at = path.whole().span();
    Block block = (prefix.isEmpty() ? source.resources() : source.data()).get(name);
    if (block == null) {
      return new Scope.Resolution(undeclared(prefix + name, at), taken);
    }
    Instances.All all = instances(prefix, name, block);
    boolean indexed =
        path.steps().size() > taken && path.steps().get(taken) instanceof Expression.Index;
    Optional<Instances.Instance> symbolic = all.onlySymbolic();
    if (indexed && symbolic.isPresent()) {
      return new Scope.Resolution(value(prefix, name, block, symbolic.get(), at), taken + 1);
    }
    Value<Node> value =
        memo.once(
            prefix + name, at, () -> collect(all, block, i -> value(prefix, name, block, i, at)));
    return new Scope.Resolution(value, taken);
  }

  /// One instance as expressions see it.
  private Value<Node> value(
      String prefix, String name, Block block, Instances.Instance instance, Span at) {
    String own = prefix + name + instance.key();
    return memo.once(
        "instance " + own,
        at,
        () -> {
          Node.Fields body = body(own, block, instance);
          return prefix.isEmpty()
              ? project.computed().withComputed(block, place.address() + own, body)
              : project.dataSources().value(block, own, body, this);
        });
  }

  private Node.Fields body(String own, Block block, Instances.Instance instance) {
    Node.Fields before = bodies.get(own);
    if (before != null) {
      return before;
    }
    Node.Fields read = new Bodies(project.bounds()).fields(block.body(), instance.scope(), true);
    Node.Fields body = project.computed().listed(block, read);
    bodies.put(own, body);
    return body;
  }

  /// The instances of a block as the language sees them in each world: one value, a list or a map.
  Value<Node> collect(
      Instances.All all, Block block, Function<Instances.Instance, Value<Node>> value) {
    Origin here = Origin.written(block.header());
    if (all.kind() == Instances.Kind.SINGLE) {
      return value.apply(all.instances().get(""));
    }
    var values = new HashMap<String, Value<Node>>();
    var cases = new ArrayList<Value.Case<Node>>();
    for (Instances.Part part : all.worlds()) {
      var entries = new LinkedHashMap<String, Value<Node>>();
      for (String name : part.names()) {
        Value<Node> one = values.get(name);
        if (one == null) {
          one = value.apply(all.instances().get(name));
          values.put(name, one);
        }
        entries.put(name, one);
      }
      Node node =
          all.kind() == Instances.Kind.COUNT
              ? new Node.Items(List.copyOf(entries.values()), part.rest())
              : new Node.Fields(entries, part.rest());
      cases.add(new Value.Case<>(part.when(), Value.known(node, here)));
    }
    return Value.oneOf(cases, here);
  }

  Instances.All instances(String prefix, String name, Block block) {
    Instances.All before = instances.get(prefix + name);
    if (before != null) {
      return before;
    }
    Instances.All all = Instances.of(block, Scope.of(this), project.bounds(), project.problems());
    instances.put(prefix + name, all);
    return all;
  }

  /// Adds every instance of every resource of this module and those it calls.
  ///
  /// @param when the worlds in which this module is there
  void resources(List<World> when, Optional<Reason> symbolic, List<TerraformResource> into) {
    if (when.contains(World.ANY)) {
      variables.validate();
    }
    source
        .resources()
        .forEach((name, block) -> {
          for (Instances.Instance instance : instances("", name, block).instances().values()) {
            List<World> both = both(when, instance.when());
            if (!both.isEmpty() && project.mayAdd(into.size(), block.header())) {
              into.add(
                  new TerraformResource(
                      place.address() + name + instance.key(),
                      block.labels().getFirst().text(),
                      block,
                      body(name + instance.key(), block, instance),
                      both,
                      instance.symbolic().or(() -> symbolic)));
            }
          }
        });
    for (String name : source.calls().keySet()) {
      for (ModuleCalls.Called called : calls.called(name).values()) {
        List<World> both = both(when, called.instance().when());
        if (!both.isEmpty()) {
          called.module().resources(both, called.instance().symbolic().or(() -> symbolic), into);
        }
      }
    }
  }

  private static List<World> both(List<World> a, List<World> b) {
    return a.stream().flatMap(x -> b.stream().flatMap(y -> x.and(y).stream())).toList();
  }
}
