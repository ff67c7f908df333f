package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Expression;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// The modules that a module calls. Inputs and outputs are evaluated one by one, when they are
/// needed: two modules may feed each other, as long as no value feeds itself.
final class ModuleCalls {
  private final ModuleInstance caller;
  private final Map<String, Map<String, Called>> calls = new HashMap<>();

  ModuleCalls(ModuleInstance caller) {
    this.caller = caller;
  }

  /// An instance of a called module, and when it exists.
  record Called(Instances.Instance instance, ModuleInstance module) {}

  /// `module.name`, with the output that follows where there is one.
  Scope.Resolution resolve(String name, Scope.Path path) {
    Span at = path.whole().span();
    Block block = caller.source().calls().get(name);
    if (block == null) {
      caller.project().report(Problem.error("`module.%s` is not declared".formatted(name), at));
      return new Scope.Resolution(Evaluator.unknown(Reason.Kind.INVALID, "module." + name, at), 1);
    }
    Instances.All all = caller.instances("module.", name, block);
    boolean indexed = path.steps().size() > 1 && path.steps().get(1) instanceof Expression.Index;
    Optional<String> output = path.attribute(indexed ? 2 : 1);
    Optional<Instances.Instance> symbolic = all.onlySymbolic();
    if (indexed && symbolic.isPresent()) {
      return new Scope.Resolution(value(name, block, symbolic.get(), output, at), 2);
    }
    String key = "module." + name + output.map(o -> "." + o).orElse("");
    Value<Node> value =
        caller
            .memo()
            .once(
                key, at, () -> caller.collect(all, block, i -> value(name, block, i, output, at)));
    return new Scope.Resolution(value, 1);
  }

  /// The outputs of one instance, or only the one that is asked for.
  private Value<Node> value(
      String name, Block block, Instances.Instance instance, Optional<String> output, Span at) {
    Origin here = Origin.written(block.header());
    Called called = called(name).get(instance.name());
    if (called == null) {
      String address = caller.place().address() + "module." + name + instance.key();
      return Value.unknown(new Reason(Reason.Kind.EXTERNAL, address), here);
    }
    ModuleInstance module = called.module();
    if (output.isEmpty()) {
      return Value.known(Node.Fields.of(module.outputs()), here);
    }
    if (!module.source().outputs().containsKey(output.get())) {
      caller
          .project()
          .report(
              Problem.error("module `%s` has no output `%s`".formatted(name, output.get()), at));
      return Value.known(Node.Fields.of(Map.of()), here);
    }
    return Value.known(Node.Fields.of(Map.of(output.get(), module.output(output.get()))), here);
  }

  /// The instances of a called module whose source is at hand, by key.
  Map<String, Called> called(String name) {
    Map<String, Called> before = calls.get(name);
    if (before != null) {
      return before;
    }
    Block block = Objects.requireNonNull(caller.source().calls().get(name));
    Optional<ModuleSource> source = caller.project().calledBy(caller, name, block);
    Map<String, Called> all = new LinkedHashMap<>();
    if (source.isPresent()) {
      unknownInputs(name, block, source.get());
      for (Instances.Instance instance :
          caller.instances("module.", name, block).instances().values()) {
        if (caller.project().mayCall(block.header())) {
          all.put(instance.name(), called(name, block, source.get(), instance));
        }
      }
    }
    calls.put(name, all);
    return all;
  }

  private Called called(
      String name, Block block, ModuleSource source, Instances.Instance instance) {
    var given = new LinkedHashMap<String, Supplier<Value<Node>>>();
    for (Attribute attribute : block.body().attributes()) {
      if (source.variables().containsKey(attribute.name())) {
        given.put(
            attribute.name(), () -> caller.evaluator(instance.scope()).value(attribute.value()));
      }
    }
    ModuleInstance.Place outer = caller.place();
    var place =
        new ModuleInstance.Place(
            outer.address() + "module." + name + instance.key() + ".",
            outer.key().isEmpty() ? name : outer.key() + "." + name,
            outer.depth() + 1,
            Providers.of(caller).handed(block));
    return new Called(instance, new ModuleInstance(source, place, given, caller.project()));
  }

  private void unknownInputs(String name, Block block, ModuleSource source) {
    for (Attribute attribute : block.body().attributes()) {
      boolean known =
          source.variables().containsKey(attribute.name())
              || Instances.isMeta(attribute.name())
              || attribute.name().equals("source")
              || attribute.name().equals("version")
              || attribute.name().equals("providers");
      if (!known) {
        caller
            .project()
            .report(
                Problem.warning(
                    "module `%s` has no variable `%s`".formatted(name, attribute.name()),
                    attribute.nameSpan()));
      }
    }
  }
}
