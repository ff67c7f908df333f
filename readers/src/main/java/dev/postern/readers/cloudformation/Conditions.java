package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.Span;
import dev.postern.text.Spelling;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import dev.postern.value.Variable;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The conditions of a template: true, false, or by world. A condition that cannot be decided is a
/// variable of its own, so that all its uses agree.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html">condition
///   functions</a>
final class Conditions {
  private static final int MOST_WORLDS = 64;

  private final Map<String, Declared> declared = new LinkedHashMap<>();
  private final Map<String, Value<Boolean>> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Stack stack;
  private final Supplier<List<Declared>> section;
  private boolean isExpanded;
  private final Problems problems;
  private final Names names;
  private final Values values;

  /// @param section the conditions as they are declared, asked for when the first one is used
  Conditions(
      Stack stack,
      Supplier<List<Declared>> section,
      Names names,
      Values values,
      Problems problems) {
    this.stack = stack;
    this.section = section;
    this.names = names;
    this.values = values;
    this.problems = problems;
  }

  /// The condition of this name, used at `use`.
  Value<Boolean> named(String name, Span use) {
    Value<Boolean> before = known.get(name);
    if (before != null) {
      return before;
    }
    expand();
    Declared body = declared.get(name);
    if (body == null) {
      String hint = Spelling.hint(name, declared.keySet());
      return problems.invalid("no condition `" + name + "`" + hint, "condition " + name, use);
    }
    if (!open.add(name)) {
      return problems.invalid(
          "condition `" + name + "` depends on itself", "condition " + name, use);
    }
    Value<Boolean> found = decided(name, of(body.body(), body.scope()));
    open.remove(name);
    known.put(name, found);
    return found;
  }

  /// The disjoint worlds in which the condition holds.
  List<World> worlds(String name, Span use) {
    return decided(name, named(name, use)).cases().stream()
        .filter(c -> c.value().sole().orElse(false))
        .map(Value.Case::when)
        .toList();
  }

  private void expand() {
    if (!isExpanded) {
      isExpanded = true;
      section.get().forEach(each -> declared.put(each.id(), each));
    }
  }

  private Value<Boolean> decided(String name, Value<Boolean> value) {
    Variable variable =
        new Variable("condition " + stack.prefix() + name, List.of("true", "false"));
    List<Value.Case<Boolean>> cases = new ArrayList<>();
    for (Value.Case<Boolean> each : value.cases()) {
      if (each.value() instanceof Value.Known) {
        cases.add(each);
        continue;
      }
      for (boolean truth : new boolean[] {true, false}) {
        each.when()
            .and(World.is(variable, Boolean.toString(truth)))
            .ifPresent(w -> cases.add(new Value.Case<>(w, Value.known(truth, value.origin()))));
      }
    }
    return Value.oneOf(cases, value.origin());
  }

  private Value<Boolean> of(Tree tree, Scope scope) {
    Optional<Call> call = Call.of(tree);
    if (call.isPresent()) {
      return of(call.get(), scope);
    }
    if (tree instanceof Mapping mapping
        && mapping.entries().size() == 1
        && mapping.find("Condition").orElse(tree) instanceof Scalar name) {
      return named(Values.key(name.text(), name.span(), scope), name.span());
    }
    if (tree instanceof Scalar scalar && scalar.asBoolean().isPresent()) {
      return Value.known(scalar.asBoolean().get(), Origin.written(tree.span()));
    }
    return problems.invalid(
        "condition is not made of condition functions", "condition", tree.span());
  }

  /// The condition that a call of `And`, `Or`, `Not`, `Equals` or `Condition` is.
  Value<Boolean> of(Call call, Scope scope) {
    Origin origin = Origin.written(call.span());
    return switch (call.name()) {
      case "Fn::And" -> fold(call, scope, false);
      case "Fn::Or" -> fold(call, scope, true);
      case "Fn::Not" ->
          call.arguments().size() == 1
              ? of(call.arguments().getFirst(), scope).map(truth -> !truth)
              : wrong(call, "takes one condition");
      case "Fn::Equals" ->
          call.arguments().size() == 2
              ? Worlds.merged(
                  Lift.over(
                      call.arguments().stream().map(a -> values.of(a, scope)).toList(),
                      origin,
                      both -> equal(both.getFirst(), both.getLast(), origin)))
              : wrong(call, "takes two values");
      case "Condition" ->
          call.argument() instanceof Scalar name
              ? named(Values.key(name.text(), name.span(), scope), name.span())
              : wrong(call, "takes the name of a condition");
      default -> {
        problems.info("`" + call.name() + "` is not evaluated in conditions", call.span());
        yield Value.unknown(new Reason(Reason.Kind.UNSUPPORTED, call.name()), origin);
      }
    };
  }

  private Value<Boolean> wrong(Call call, String takes) {
    return problems.invalid("`" + call.name() + "` " + takes, call.name(), call.span());
  }

  /// @param deciding the truth of an argument that decides the whole: true for `Fn::Or`
  private Value<Boolean> fold(Call call, Scope scope, boolean deciding) {
    Origin origin = Origin.written(call.span());
    Value<Boolean> result = Value.known(!deciding, origin);
    for (Tree argument : call.arguments()) {
      result = both(result, of(argument, scope), deciding, origin);
    }
    return result;
  }

  private static Value<Boolean> both(
      Value<Boolean> a, Value<Boolean> b, boolean deciding, Origin origin) {
    var cases = new ArrayList<Value.Case<Boolean>>();
    for (Value.Case<Boolean> x : a.cases()) {
      if (truth(x.value()) == Truth.of(deciding)) {
        cases.add(x);
        continue;
      }
      for (Value.Case<Boolean> y : b.cases()) {
        x.when()
            .and(y.when())
            .ifPresent(w -> cases.add(new Value.Case<>(w, both(x.value(), y.value(), deciding))));
      }
    }
    Value<Boolean> merged = Worlds.merged(Value.oneOf(cases, origin));
    return merged.cases().size() > MOST_WORLDS
        ? Value.unknown(new Reason(Reason.Kind.BOUND, "condition at " + origin.place()), origin)
        : merged;
  }

  private static Value<Boolean> both(Value<Boolean> a, Value<Boolean> b, boolean deciding) {
    boolean isOpen = a instanceof Value.Unknown && truth(b) != Truth.of(deciding);
    return isOpen ? a : b;
  }

  private static Truth truth(Value<Boolean> value) {
    return value.sole().map(Truth::of).orElse(Truth.UNKNOWN);
  }

  private Value<Boolean> equal(Value<Node> a, Value<Node> b, Origin origin) {
    Optional<Text> left = Texts.part(a);
    Optional<Text> right = Texts.part(b);
    if (left.isEmpty() || right.isEmpty()) {
      return problems.invalid("`Fn::Equals` compares strings", "Fn::Equals", origin.place());
    }
    Text x = left.get();
    Text y = right.get();
    boolean isSecret =
        a.sensitivity().or(b.sensitivity()) == Sensitivity.SECRET
            && !x.literal().orElse("x").isEmpty()
            && !y.literal().orElse("x").isEmpty();
    if (isSecret) {
      return unknown(x.unknown().or(y::unknown), origin);
    }
    if (x.equals(y)) {
      return Value.known(true, origin);
    }
    Optional<Value<Boolean>> byWorld = byWorld(x, y, origin).or(() -> byWorld(y, x, origin));
    if (byWorld.isPresent()) {
      return byWorld.get();
    }
    Truth truth = differ(x, y) ? Truth.FALSE : Truth.UNKNOWN;
    return truth == Truth.FALSE
        ? Value.known(false, origin)
        : unknown(x.unknown().or(y::unknown), origin);
  }

  private static boolean differ(Text x, Text y) {
    return y.literal().map(known -> x.isString(known) == Truth.FALSE).orElse(false)
        || x.literal().map(known -> y.isString(known) == Truth.FALSE).orElse(false);
  }

  private static Value<Boolean> unknown(Optional<Reason> why, Origin origin) {
    return Value.unknown(
        why.orElse(new Reason(Reason.Kind.INPUT, "condition at " + origin.place())), origin);
  }

  /// A parameter that is not known, compared with a string, splits the worlds.
  private Optional<Value<Boolean>> byWorld(Text unknown, Text known, Origin origin) {
    Optional<String> string = known.literal();
    boolean isWhole = unknown.parts().size() == 1 && unknown.soleReference().isEmpty();
    Optional<Variable> variable =
        isWhole ? unknown.unknown().flatMap(names::variable) : Optional.empty();
    if (string.isEmpty() || variable.isEmpty()) {
      return Optional.empty();
    }
    var cases = new ArrayList<Value.Case<Boolean>>();
    boolean isPossible =
        variable.get().domain().isEmpty() || variable.get().domain().contains(string.get());
    if (isPossible) {
      World is = World.is(variable.get(), string.get());
      cases.add(new Value.Case<>(is, Value.known(true, origin)));
    }
    World.isNot(variable.get(), string.get())
        .ifPresent(w -> cases.add(new Value.Case<>(w, Value.known(false, origin))));
    return Optional.of(Value.oneOf(cases, origin));
  }
}
