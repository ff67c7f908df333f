package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The properties of a resource while others are made of them.
///
/// @param origin what new properties that are written nowhere rest on
record Props(SequencedMap<String, Value<Node>> entries, Origin origin) {

  static Props none(Origin origin) {
    return new Props(new LinkedHashMap<>(), origin);
  }

  Optional<Value<Node>> find(String key) {
    return Optional.ofNullable(entries.get(key)).filter(v -> !(v instanceof Value.Absent));
  }

  /// The properties inside the one of this name, none unless they are known.
  Props inside(String key) {
    return find(key).orElse(null) instanceof Value.Known<Node>(Node.Fields fields, var at, _)
        ? new Props(fields.entries(), at)
        : none(origin);
  }

  Props with(String key, Optional<Value<Node>> value) {
    var all = new LinkedHashMap<>(entries);
    value.ifPresent(v -> all.put(key, v));
    return new Props(all, origin);
  }

  Props with(String key, Value<Node> value) {
    return with(key, Optional.of(value));
  }

  Props with(String key, String text) {
    return with(key, text(text, origin));
  }

  /// The same properties under the same names, where there are such.
  Props taking(Props from, String... keys) {
    Props all = this;
    for (String key : keys) {
      all = all.with(key, from.find(key));
    }
    return all;
  }

  Value<Node> value() {
    return Value.known(Node.Fields.of(entries), origin);
  }

  static Value<Node> text(String text, Origin origin) {
    return Value.known(Text.of(text, origin), origin);
  }

  static Value<Node> list(Origin origin, List<Value<Node>> values) {
    return Value.known(Node.Items.of(values), origin);
  }

  static Value<Node> reference(String id, String attribute, Origin origin) {
    return Value.known(Text.reference(id, attribute, Optional.empty(), origin), origin);
  }

  /// SAM writes tags as a map, CloudFormation as a list.
  Optional<Value<Node>> tags() {
    return find("Tags")
        .map(tags -> tags.map(node -> node instanceof Node.Fields fields ? tags(fields) : node));
  }

  private static Node tags(Node.Fields fields) {
    return new Node.Items(
        fields.entries().entrySet().stream().map(Props::tag).toList(), fields.rest());
  }

  private static Value<Node> tag(Map.Entry<String, Value<Node>> entry) {
    Origin origin = entry.getValue().origin();
    return none(origin).with("Key", entry.getKey()).with("Value", entry.getValue()).value();
  }
}
