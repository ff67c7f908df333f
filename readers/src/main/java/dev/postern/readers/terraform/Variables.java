package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.text.Problem;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The variables of a module as called in one place (Terraform language, "Input Variables").
final class Variables {
  private final ModuleInstance module;
  private final Map<String, Supplier<Value<Node>>> inputs;

  /// @param inputs the values that the caller gives, evaluated when they are needed
  Variables(ModuleInstance module, Map<String, Supplier<Value<Node>>> inputs) {
    this.module = module;
    this.inputs = inputs;
  }

  /// What the caller gives or, where that is nothing, the default, as one of the declared type.
  Value<Node> value(String name, Block block) {
    boolean nullable = module.flag(block, "nullable").orElse(true);
    Value<Node> value =
        Optional.ofNullable(inputs.get(name))
            .map(Supplier::get)
            .map(given -> nullable ? given : Nodes.orElse(given, fallback(name, block)))
            .orElseGet(() -> fallback(name, block));
    Optional<Attribute> type = block.body().attribute("type");
    Value<Node> typed = new Conversion(module.project().typing()).convert(value, Types.of(type));
    if (Nodes.isError(typed) && !Nodes.isError(value)) {
      String what = "`%s` is not of its type".formatted(address(name));
      module.project().report(Problem.error(what, type.orElseThrow().span()));
    }
    return module.flag(block, "sensitive").orElse(false) ? typed.secret() : typed;
  }

  private String address(String name) {
    return module.place().address() + "var." + name;
  }

  private Value<Node> fallback(String name, Block block) {
    return block
        .body()
        .attribute("default")
        .map(value -> module.evaluator(Scope.of(module)).value(value.value()))
        .orElseGet(() -> Evaluator.unknown(Reason.Kind.INPUT, address(name), block.header()));
  }

  /// Tells what Terraform stops at: a variable of a module that is given no value, a value that is
  /// not of its type, a condition that is sure not to hold.
  void validate() {
    module
        .source()
        .variables()
        .forEach((name, block) -> {
          boolean given = inputs.containsKey(name) || block.body().attribute("default").isPresent();
          if (!given && module.place().depth() > 0) {
            String what = "`%s` is given no value".formatted(address(name));
            module.project().report(Problem.error(what, block.header()));
          }
          module.variable(name, block.header());
          for (Block validation : block.body().blocks("validation")) {
            validation.body().attribute("condition").ifPresent(c -> validate(name, c));
          }
        });
  }

  private void validate(String name, Attribute condition) {
    Value<Node> holds =
        Nodes.asBoolean(module.evaluator(Scope.of(module)).value(condition.value()));
    boolean fails =
        holds.cases().stream()
            .allMatch(c -> c.value().sole().filter(new Node.Bool(false)::equals).isPresent());
    if (fails) {
      String what = "`%s` does not pass its validation".formatted(address(name));
      module.project().report(Problem.error(what, condition.span()));
    }
  }
}
