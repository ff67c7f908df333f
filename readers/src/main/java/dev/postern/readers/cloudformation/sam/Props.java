package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/// A map of the template while others are made of it.
///
/// @param origin what new entries that are written nowhere rest on
record Props(SequencedMap<String, Value<Node>> entries, Origin origin) {
  private static final int LONGEST = 40;

  static Props none(Origin origin) {
    return new Props(new LinkedHashMap<>(), origin);
  }

  /// The entries of a map that is known to be one; none of anything else.
  static Props of(Value<Node> value) {
    return value instanceof Value.Known<Node>(Node.Fields fields, var at, _)
        ? new Props(fields.entries(), at)
        : none(value.origin());
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  Optional<Value<Node>> find(String key) {
    return Optional.ofNullable(entries.get(key)).filter(v -> !(v instanceof Value.Absent));
  }

  /// The text of this name, where it is wholly known.
  Optional<String> word(String key) {
    return find(key).flatMap(Props::word);
  }

  static Optional<String> word(Value<Node> value) {
    return value
        .sole()
        .flatMap(node -> node instanceof Text text ? text.literal() : Optional.empty());
  }

  /// The text of a scalar that is wholly known, be it a version that is written as a number, whose
  /// zeros count. Nothing of a number whose digits would not fit a line.
  static Optional<String> scalar(Value<Node> value) {
    return word(value)
        .or(() ->
            value
                .sole()
                .flatMap(node ->
                    node instanceof Node.Num(var number)
                            && Math.abs(number.scale()) + number.precision() < LONGEST
                        ? Optional.of(number.toPlainString())
                        : Optional.empty()));
  }

  boolean is(String key, String text) {
    return word(key).filter(text::equals).isPresent();
  }

  /// Whether it is known to be true; SAM takes the word too.
  boolean isTrue(String key) {
    return find(key).flatMap(Value::sole).filter(Props::isTrue).isPresent();
  }

  private static boolean isTrue(Node node) {
    return switch (node) {
      case Node.Bool(var truth) -> truth;
      case Text text -> text.literal().filter("true"::equalsIgnoreCase).isPresent();
      case Node.Num _, Node.Items _, Node.Fields _ -> false;
    };
  }

  boolean isFalse(String key) {
    return find(key).flatMap(Value::sole).filter(new Node.Bool(false)::equals).isPresent();
  }

  /// The entries inside the one of this name, none unless they are known.
  Props inside(String key) {
    return find(key).map(Props::of).orElseGet(() -> none(origin));
  }

  /// The elements of the list of this name; one that is no list is its only element.
  List<Value<Node>> list(String key) {
    Optional<Value<Node>> written = find(key);
    if (written.isEmpty()) {
      return List.of();
    }
    return written.get() instanceof Value.Known<Node>(Node.Items(var values, _), _, _)
        ? values
        : List.of(written.get());
  }

  Props with(String key, Optional<? extends Value<Node>> value) {
    return value.isEmpty() ? this : with(key, value.get());
  }

  Props with(String key, Value<Node> value) {
    var all = new LinkedHashMap<>(entries);
    all.put(key, value);
    return new Props(all, origin);
  }

  Props with(String key, String text) {
    return with(key, text(text, origin));
  }

  Props with(String key, boolean truth) {
    return with(key, bool(truth, origin));
  }

  Props with(String key, Props inside) {
    return with(key, inside.value());
  }

  Props with(String key, List<Value<Node>> values) {
    return with(key, list(origin, values));
  }

  Props withAll(Props more) {
    var all = new LinkedHashMap<>(entries);
    all.putAll(more.entries);
    return new Props(all, origin);
  }

  Props without(String... keys) {
    var all = new LinkedHashMap<>(entries);
    List.of(keys).forEach(all::remove);
    return new Props(all, origin);
  }

  /// The same with another value, in every world, of an entry that is a map or is not there yet.
  Props changing(String key, UnaryOperator<Props> change) {
    Value<Node> before = find(key).orElseGet(() -> none(origin).value());
    return with(key, changed(before, change));
  }

  /// The same map, changed in every world; what is no map stays.
  static Value<Node> changed(Value<Node> map, UnaryOperator<Props> change) {
    return map.map(node ->
        node instanceof Node.Fields(var entries, var rest)
            ? new Node.Fields(change.apply(new Props(entries, map.origin())).entries(), rest)
            : node);
  }

  /// The same with more elements in the list of this name.
  Props adding(String key, List<Value<Node>> values) {
    Value<Node> before = find(key).orElseGet(() -> list(origin, List.of()));
    return with(
        key, before.map(node -> node instanceof Node.Items items ? joined(items, values) : node));
  }

  private static Node joined(Node.Items items, List<Value<Node>> values) {
    var all = new ArrayList<>(items.values());
    values.stream().filter(v -> all.stream().noneMatch(a -> Alike.are(a, v))).forEach(all::add);
    return new Node.Items(all, items.rest());
  }

  /// The same entries under the same names, where there are such.
  Props taking(Props from, String... keys) {
    var all = new LinkedHashMap<>(entries);
    for (String key : keys) {
      from.find(key).ifPresent(value -> all.put(key, value));
    }
    return new Props(all, origin);
  }

  Value<Node> value() {
    return Value.known(Node.Fields.of(entries), origin);
  }

  static Value<Node> text(String text, Origin origin) {
    return Value.known(Text.of(text, origin), origin);
  }

  static Value<Node> bool(boolean truth, Origin origin) {
    return Value.known(new Node.Bool(truth), origin);
  }

  static Value<Node> list(Origin origin, List<Value<Node>> values) {
    return Value.known(Node.Items.of(values), origin);
  }

  static Value<Node> texts(Origin origin, String... texts) {
    return texts(origin, List.of(texts));
  }

  static Value<Node> texts(Origin origin, List<String> texts) {
    return list(origin, texts.stream().map(text -> text(text, origin)).toList());
  }

  static Value<Node> reference(String id, String attribute, Origin origin) {
    return Value.known(Text.reference(id, attribute, Optional.empty(), origin), origin);
  }

  /// SAM writes tags as a map, CloudFormation as a list.
  ///
  /// @param mark the tag by which SAM marks what it made; none where it is empty
  Optional<Value<Node>> tags(String mark) {
    List<Value<Node>> marked =
        mark.isEmpty() ? List.of() : List.of(tag(Map.entry(mark, text("SAM", origin))));
    Optional<Value<Node>> written = find("Tags");
    if (written.isEmpty()) {
      return marked.isEmpty() ? Optional.empty() : Optional.of(list(origin, marked));
    }
    return written.map(
        tags -> tags.map(node -> node instanceof Node.Fields fields ? tags(marked, fields) : node));
  }

  private static Node tags(List<Value<Node>> marked, Node.Fields fields) {
    var all = new ArrayList<>(marked);
    fields.entries().entrySet().stream().map(Props::tag).forEach(all::add);
    return new Node.Items(all, fields.rest());
  }

  private static Value<Node> tag(Map.Entry<String, Value<Node>> entry) {
    Origin origin = entry.getValue().origin();
    return none(origin).with("Key", entry.getKey()).with("Value", entry.getValue()).value();
  }
}
