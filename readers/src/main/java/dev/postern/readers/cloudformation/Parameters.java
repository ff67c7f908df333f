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
  private final Map<String, Text> given = new HashMap<>();
  private final Map<String, List<Scalar>> compared;
  private final Map<String, Value<Node>> values = new HashMap<>();
  private final Map<String, Variable> variables = new HashMap<>();

  /// @param compared the strings with which each parameter is compared
  Parameters(
      List<Parameter> declared,
      Inputs inputs,
      Map<String, List<Scalar>> compared,
      Problems problems) {
    this.declared = new LinkedHashMap<>();
    this.compared = compared;
    for (Parameter parameter : declared) {
      this.declared.put(parameter.name(), parameter);
      String value = inputs.parameters().get(parameter.name());
      if (value != null) {
        given.put(parameter.name(), Text.of(value, Origin.written(parameter.at())));
        checkAllowed(parameter, value, problems);
      }
    }
  }

  private static void checkAllowed(Parameter parameter, String value, Problems problems) {
    boolean isAllowed =
        parameter.allowed().isEmpty()
            || parameter.isList()
            || parameter.allowed().stream().anyMatch(a -> string(a).equals(value));
    if (!isAllowed) {
      problems.warning(
          "value given for `" + parameter.name() + "` is not an allowed one", parameter.at());
    }
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

  private static Variable newVariable(Parameter parameter) {
    boolean isOpen = parameter.isList() || parameter.isStored() || parameter.isSecret();
    return new Variable(
        parameter.name(),
        isOpen ? List.of() : parameter.allowed().stream().map(Parameters::string).toList());
  }

  private static Reason reason(Parameter parameter) {
    return new Reason(
        parameter.isStored() ? Reason.Kind.EXTERNAL : Reason.Kind.INPUT,
        "parameter " + parameter.name());
  }

  private Value<Node> value(Parameter parameter) {
    if (parameter.isStored()) {
      return unknown(parameter);
    }
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
  private static Value<Node> unknown(Parameter parameter) {
    Origin origin = Origin.written(parameter.at());
    Reason reason = reason(parameter);
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
