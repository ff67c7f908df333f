package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.hcl.Part;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The arguments of one call, none of which differs between worlds, and the results that it can
/// have.
///
/// @param written the arguments as they were given
/// @param values the same in the form that the function's parameters ask for
record Arguments(
    Expression.Call call,
    Evaluator evaluator,
    List<Value<Node>> written,
    List<Value<Node>> values) {

  int size() {
    return values.size();
  }

  Value<Node> value(int i) {
    return values.get(i);
  }

  Node node(int i) {
    return values.get(i).sole().orElseThrow();
  }

  Text text(int i) {
    return (Text) node(i);
  }

  String string(int i) {
    return text(i).literal().orElseThrow();
  }

  BigDecimal number(int i) {
    return ((Node.Num) node(i)).value();
  }

  /// The number as an integer, unless it has a fraction or is out of range.
  Optional<Integer> integer(int i) {
    return Nodes.integer(value(i));
  }

  /// The elements of a list, each with the way on which the list came here.
  List<Value<Node>> elements(int i) {
    Origin whole = value(i).origin();
    List<Value<Node>> items = ((Node.Items) node(i)).values();
    return whole instanceof Origin.Through
        ? items.stream().map(item -> item.under(whole)).toList()
        : items;
  }

  /// Why there may be more elements or keys than are known.
  Optional<Reason> rest(int i) {
    return switch (node(i)) {
      case Node.Items(_, var rest) -> rest;
      case Node.Fields(_, var rest) -> rest;
      case Text _, Node.Num _, Node.Bool _ -> Optional.empty();
    };
  }

  Map<String, Value<Node>> entries(int i) {
    return ((Node.Fields) node(i)).entries();
  }

  Origin here() {
    return Origin.written(call.span());
  }

  Value<Node> known(Node node) {
    return Value.known(node, here());
  }

  Value<Node> string(String text) {
    return known(Text.of(Part.composed(text), here()));
  }

  Value<Node> bool(boolean bool) {
    return known(new Node.Bool(bool));
  }

  Value<Node> number(BigDecimal number) {
    return known(new Node.Num(number));
  }

  Typing typing() {
    return evaluator.typing();
  }

  Type type(int i) {
    return typing().of(values.get(i));
  }

  /// Whether the argument is a set, whose elements have no place.
  boolean isSet(int i) {
    return values.get(i).sole().filter(typing()::isSet).isPresent();
  }

  /// A list of elements of one type.
  Value<Node> list(List<Value<Node>> values, Optional<Reason> rest) {
    return list(element(values), values, rest);
  }

  Value<Node> list(List<Value<Node>> values) {
    return list(values, Optional.empty());
  }

  Value<Node> list(Type element, List<Value<Node>> values, Optional<Reason> rest) {
    return sized(Type.list(element), values, rest);
  }

  Value<Node> set(Type element, List<Value<Node>> values, Optional<Reason> rest) {
    return sized(Type.set(element), new Sets(typing()).of(values), rest);
  }

  private Value<Node> sized(Type type, List<Value<Node>> values, Optional<Reason> rest) {
    return values.size() > Bounds.ELEMENTS
        ? tooLarge()
        : typing().known(type, new Node.Items(values, rest), here());
  }

  /// The type of elements that are of one type.
  private Type element(List<Value<Node>> values) {
    return values.stream()
        .map(typing()::of)
        .filter(t -> t != Type.Simple.ANY)
        .findFirst()
        .orElse(Type.Simple.ANY);
  }

  /// A tuple: a sequence whose elements may be of different types.
  Value<Node> tuple(List<Value<Node>> values, Optional<Reason> rest) {
    return values.size() > Bounds.ELEMENTS ? tooLarge() : known(new Node.Items(values, rest));
  }

  Value<Node> tuple(List<Value<Node>> values) {
    return tuple(values, Optional.empty());
  }

  /// A sequence of the kind that argument `i` is of; of a set, a list.
  Value<Node> like(int i, List<Value<Node>> values, Optional<Reason> rest) {
    return type(i) instanceof Type.Collection(_, var element)
        ? list(element, values, rest)
        : tuple(values, rest);
  }

  Value<Node> map(Type element, SequencedMap<String, Value<Node>> entries, Optional<Reason> rest) {
    return typing().known(Type.map(element), new Node.Fields(entries, rest), here());
  }

  Value<Node> converted(int i, Type to) {
    return new Conversion(typing()).convert(values.get(i), to);
  }

  Value<Node> strings(List<String> strings) {
    return list(Type.Simple.STRING, strings.stream().map(this::string).toList(), Optional.empty());
  }

  /// What the call gives where it depends on something unknown.
  Value<Node> unknown(Reason why) {
    return Value.unknown(derived(why), here());
  }

  /// As [#unknown], for a result that surely is a string.
  Value<Node> hole(Reason why) {
    return known(Text.hole(derived(why), here()));
  }

  /// The name of what the call gives.
  Reason derived(Reason why) {
    return Derived.call(why, call.name(), written);
  }

  /// Terraform refuses the call.
  Value<Node> invalid() {
    return Value.unknown(new Reason(Reason.Kind.INVALID, Evaluator.source(call)), here());
  }

  Value<Node> tooLarge() {
    String what = Evaluator.source(call);
    evaluator.bounds().tell("`%s` is larger than what is reviewed".formatted(what), call.span());
    return Value.unknown(new Reason(Reason.Kind.BOUND, what), here());
  }

  /// Whether the text of an argument may not be shown.
  boolean hasSecret() {
    return values.stream().anyMatch(Arguments::isSecret);
  }

  private static boolean isSecret(Value<Node> value) {
    if (value.sensitivity() == Sensitivity.SECRET) {
      return true;
    }
    return value instanceof Value.Known<Node>(var node, _, _)
        && switch (node) {
          case Node.Items(var items, _) -> items.stream().anyMatch(Arguments::isSecret);
          case Node.Fields(var entries, _) ->
              entries.values().stream().anyMatch(Arguments::isSecret);
          case Text _, Node.Num _, Node.Bool _ -> false;
        };
  }

  /// The same call with argument `place` replaced.
  Arguments with(int place, Value<Node> value) {
    var all = new ArrayList<>(values);
    all.set(place, value);
    return new Arguments(call, evaluator, written, all);
  }
}
