package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import dev.postern.value.Variable;
import dev.postern.value.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What the parameters of a template are.
///
/// A value that is given is taken. Else the allowed values split the worlds; else, where conditions
/// compare the parameter with strings, these and the default do, beside the world of all other
/// strings; else it is the default, and without one it is not known.
final class Parameters {
  private static final int LONGEST_NUMBER = 400;

  private final SequencedMap<String, Parameter> declared;
  private final Stack stack;
  private final Problems problems;
  private final Map<String, Text> given = new HashMap<>();
  private final Map<String, List<Scalar>> compared;
  private final Map<String, Value<Node>> values = new HashMap<>();
  private final Map<String, Variable> variables = new HashMap<>();

  /// @param compared the strings with which each parameter is compared
  Parameters(
      List<Parameter> declared,
      Inputs inputs,
      Stack stack,
      Map<String, List<Scalar>> compared,
      Problems problems) {
    this.declared = new LinkedHashMap<>();
    this.stack = stack;
    this.problems = problems;
    this.compared = compared;
    for (Parameter parameter : declared) {
      this.declared.put(parameter.name(), parameter);
      String value = inputs.parameters().get(parameter.name());
      if (value != null && stack.handed().isEmpty()) {
        given.put(parameter.name(), Text.of(value, Origin.written(parameter.at())));
        checkAllowed(parameter, value, problems);
      }
    }
  }

  private static void checkAllowed(Parameter parameter, String value, Problems problems) {
    if (!parameter.isList() && !isAllowed(parameter, value)) {
      problems.warning(
          "value given for `" + parameter.name() + "` is not an allowed one", parameter.at());
    }
  }

  private static boolean isAllowed(Parameter parameter, String value) {
    return parameter.allowed().isEmpty()
        || parameter.allowed().stream().anyMatch(a -> string(a).equals(value));
  }

  Iterable<String> names() {
    return declared.keySet();
  }

  boolean isDeclared(String name) {
    return declared.containsKey(name);
  }

  /// The parameter's value, used at `use`; nothing when there is no parameter of this name.
  Optional<Value<Node>> value(String name, Span use) {
    Parameter parameter = declared.get(name);
    if (parameter == null) {
      return Optional.empty();
    }
    Value<Node> known = values.get(name);
    if (known == null) {
      known = parameter.isSecret() ? value(parameter).secret() : value(parameter);
      values.put(name, known);
    }
    return Optional.of(Texts.through(known, use, name));
  }

  /// The variable that is meant by what is not known, when it is a parameter.
  Optional<Variable> variable(Reason reason) {
    return declared.values().stream()
        .filter(p -> reason(p).equals(reason))
        .map(this::variable)
        .findFirst();
  }

  private Variable variable(Parameter parameter) {
    return variables.computeIfAbsent(parameter.name(), _ -> newVariable(parameter));
  }

  private Variable newVariable(Parameter parameter) {
    boolean isOpen = parameter.isList() || parameter.isStored() || parameter.isSecret();
    return new Variable(
        stack.prefix() + parameter.name(),
        isOpen ? List.of() : parameter.allowed().stream().map(Parameters::string).toList());
  }

  private Reason reason(Parameter parameter) {
    return new Reason(
        parameter.isStored() ? Reason.Kind.EXTERNAL : Reason.Kind.INPUT,
        "parameter " + stack.prefix() + parameter.name());
  }

  private Value<Node> value(Parameter parameter) {
    if (parameter.isStored()) {
      return unknown(parameter);
    }
    Value<Node> handed = stack.handed().orElse(Map.of()).get(parameter.name());
    return handed == null ? notHanded(parameter) : handed(parameter, handed);
  }

  private Value<Node> notHanded(Parameter parameter) {
    Text input = given.get(parameter.name());
    if (input != null) {
      return typed(parameter, input, Origin.written(parameter.at()));
    }
    Optional<Value<Node>> written =
        parameter
            .ifNotGiven()
            .map(s -> typed(parameter, Texts.canonical(s), Origin.written(s.span())));
    if (parameter.isList()) {
      return written.orElseGet(() -> unknown(parameter));
    }
    var interest = new LinkedHashMap<String, Scalar>();
    if (!parameter.isSecret()) {
      parameter.allowed().forEach(s -> interest.putIfAbsent(string(s), s));
    }
    if (!interest.isEmpty()) {
      return byWorld(parameter, interest, false);
    }
    compared
        .getOrDefault(parameter.name(), List.of())
        .forEach(s -> interest.putIfAbsent(string(s), s));
    if (parameter.isSecret()) {
      interest.keySet().removeIf(s -> !s.isEmpty());
    }
    parameter.ifNotGiven().ifPresent(s -> interest.put(string(s), s));
    boolean isNeverCompared = interest.size() <= parameter.ifNotGiven().stream().count();
    return isNeverCompared
        ? written.orElseGet(() -> unknown(parameter))
        : byWorld(parameter, interest, true);
  }

  /// What the stack around this one gives. Worlds in which that is not allowed are left out, since
  /// nothing is deployed in them.
  private Value<Node> handed(Parameter parameter, Value<Node> value) {
    var allowed = new ArrayList<Value.Case<Node>>();
    for (Value.Case<Node> each : value.cases()) {
      Optional<String> literal = Texts.part(each.value()).flatMap(Text::literal);
      if (literal.isEmpty() || parameter.isList() || isAllowed(parameter, literal.get())) {
        allowed.add(new Value.Case<>(each.when(), taken(parameter, each.value())));
      }
    }
    if (allowed.isEmpty()) {
      problems.warning(
          "`" + parameter.name() + "` is handed a value that it does not allow",
          value.origin().place());
      return unknown(parameter);
    }
    return Value.oneOf(allowed, value.origin());
  }

  private Value<Node> taken(Parameter parameter, Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(Text text, var origin, _)
          when parameter.isList() && text.unknown().isPresent() && !text.prefix().contains(",") ->
          Value.known(new Node.Items(List.of(), text.unknown()), origin);
      case Value.Known<Node>(Text text, var origin, var sensitivity) -> {
        Value<Node> typed = split(parameter, text, origin).orElse(typed(parameter, text, origin));
        yield sensitivity == Sensitivity.SECRET ? typed.secret() : typed;
      }
      case Value.Known<Node>(Node.Num num, var origin, _)
          when !parameter.isNumber() && !parameter.isList() ->
          Value.known(Text.of(num.toString(), origin), origin);
      case Value.Unknown<Node>(var reason, _, var sensitivity) ->
          sensitivity == Sensitivity.SECRET
              ? unknown(parameter, reason).secret()
              : unknown(parameter, reason);
      case Value.Absent<Node> _ -> notHanded(parameter);
      case Value.Known<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ -> value;
    };
  }

  /// What is not known outside is one of the values that are allowed here.
  private Optional<Value<Node>> split(Parameter parameter, Text text, Origin origin) {
    Optional<Variable> variable =
        text.parts().size() == 1 && !parameter.isSecret() && !parameter.isList()
            ? text.unknown().flatMap(stack.outer())
            : Optional.empty();
    var cases = new ArrayList<Value.Case<Node>>();
    for (Scalar scalar : parameter.allowed()) {
      variable
          .filter(v -> v.domain().isEmpty() || v.domain().contains(string(scalar)))
          .ifPresent(v ->
              cases.add(
                  new Value.Case<>(
                      World.is(v, string(scalar)),
                      typed(parameter, Texts.canonical(scalar), Origin.written(scalar.span())))));
    }
    return cases.isEmpty() ? Optional.empty() : Optional.of(Value.oneOf(cases, origin));
  }

  private Value<Node> byWorld(
      Parameter parameter, Map<String, Scalar> interest, boolean orAnother) {
    Variable variable = variable(parameter);
    var cases = new ArrayList<Value.Case<Node>>();
    Optional<World> others = Optional.of(World.ANY);
    for (var each : interest.entrySet()) {
      Origin origin = Origin.written(each.getValue().span());
      Value<Node> value = typed(parameter, Texts.canonical(each.getValue()), origin);
      cases.add(new Value.Case<>(World.is(variable, each.getKey()), value));
      if (orAnother) {
        others = others.flatMap(w -> World.isNot(variable, each.getKey()).flatMap(w::and));
      }
    }
    Origin origin = Origin.written(parameter.at());
    others
        .filter(_ -> orAnother)
        .ifPresent(w -> cases.add(new Value.Case<>(w, unknown(parameter))));
    return Value.oneOf(cases, origin);
  }

  /// INVARIANT: a string that is not known is a text, so that two uses of it are the same string.
  private Value<Node> unknown(Parameter parameter) {
    return unknown(parameter, reason(parameter));
  }

  private static Value<Node> unknown(Parameter parameter, Reason reason) {
    Origin origin = Origin.written(parameter.at());
    if (parameter.isList()) {
      return Value.known(new Node.Items(List.of(), Optional.of(reason)), origin);
    }
    Sensitivity sensitivity = parameter.isSecret() ? Sensitivity.SECRET : Sensitivity.PLAIN;
    return parameter.isNumber()
        ? Value.unknown(reason, origin)
        : Value.known(
            Text.of(List.of(new Part.Hole(reason, origin, sensitivity, parameter.form()))), origin);
  }

  private static Value<Node> typed(Parameter parameter, Text text, Origin origin) {
    if (parameter.isList()) {
      List<Value<Node>> items =
          Slicing.split(text, ",").texts().stream()
              .map(Slicing::strip)
              .map(t ->
                  Value.<Node>known(
                      t, t.parts().isEmpty() ? origin : t.parts().getFirst().origin()))
              .toList();
      return Value.known(Node.Items.of(items), origin);
    }
    return parameter.isNumber()
        ? Value.known(number(text).<Node>map(Node.Num::new).orElse(text), origin)
        : Value.known(text, origin);
  }

  /// INVARIANT: a number is never longer as text than what was written by more than a bound.
  private static Optional<BigDecimal> number(Text text) {
    try {
      return text.literal()
          .map(String::strip)
          .filter(digits -> digits.length() <= LONGEST_NUMBER)
          .map(BigDecimal::new)
          .filter(number -> Math.abs((long) number.scale()) <= LONGEST_NUMBER);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static String string(Scalar scalar) {
    return Texts.canonical(scalar).literal().orElse("");
  }
}
