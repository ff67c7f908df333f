package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.Optional;
import java.util.function.Function;

/// Takes an attribute or element out of a value (Terraform language, "References to Named Values",
/// "Indices and Attributes").
final class Access {
  private Access() {}

  /// `value.name`. Of a block written once, which is a list of one, the attribute of that one.
  static Value<Node> attribute(Value<Node> value, String name, Span at) {
    return inside(
        value,
        "." + name,
        at,
        node ->
            switch (node) {
              case Node.Fields(var entries, var rest) ->
                  entries.containsKey(name)
                      ? entries.get(name)
                      : rest.map(why -> part(why, "." + name, at))
                          .orElseGet(() -> missing(name, at));
              case Node.Items(var items, var rest) ->
                  items.size() == 1 && rest.isEmpty()
                      ? attribute(items.getFirst(), name, at)
                      : missing(name, at);
              case Text text -> ofText(text, "." + name, at);
              case Node.Num _, Node.Bool _ -> missing(name, at);
            });
  }

  /// `value[key]`; neither value nor key differs between worlds.
  static Value<Node> index(Value<Node> value, Value<Node> key, Span at, Typing typing) {
    if (value.sole().filter(typing::isSet).isPresent()) {
      return missing("index of a set", at);
    }
    Optional<String> name = Nodes.string(key);
    if (name.isEmpty()) {
      return byUnknown(value, key, at);
    }
    return inside(
        value,
        "[" + shown(key, name.get()) + "]",
        at,
        node ->
            switch (node) {
              case Node.Items(var items, var rest) -> {
                Optional<Integer> index = Nodes.integer(key);
                if (rest.isPresent()) {
                  yield part(rest.get(), "[" + name.get() + "]", at);
                }
                boolean there = index.filter(i -> i >= 0 && i < items.size()).isPresent();
                yield there ? items.get(index.get()) : missing(name.get(), at);
              }
              case Node.Fields(var entries, var rest) ->
                  entries.containsKey(name.get())
                      ? entries.get(name.get())
                      : rest.map(why -> part(why, "[\"" + name.get() + "\"]", at))
                          .orElseGet(() -> missing(name.get(), at));
              case Text text -> ofText(text, "[" + shown(key, name.get()) + "]", at);
              case Node.Num _, Node.Bool _ -> missing("index", at);
            });
  }

  private static String shown(Value<Node> key, String name) {
    return key.sole().orElse(null) instanceof Node.Num ? name : "\"" + name + "\"";
  }

  /// An input that is not known chooses among the keys that are there.
  private static Value<Node> byUnknown(Value<Node> value, Value<Node> key, Span at) {
    if (Nodes.isError(key) || Nodes.isError(value)) {
      return Nodes.isError(value) ? value : key;
    }
    if (key instanceof Value.Unknown<Node> unknown
        && value instanceof Value.Known<Node>(Node.Fields(var entries, var rest), _, _)
        && rest.isEmpty()
        && Guesses.canChoose(unknown, entries.size())) {
      return Guesses.choose(
          unknown, entries.keySet(), entries::get, missing("index", at), Origin.written(at));
    }
    Reason why = Nodes.whyUnknown(key, "index");
    return Value.unknown(
        why.kind() == Reason.Kind.INVALID ? why : Derived.index(why, value, key),
        Origin.written(at));
  }

  /// Something inside an unknown value is unknown; inside null it is an error.
  private static Value<Node> inside(
      Value<Node> value, String access, Span at, Function<Node, Value<Node>> next) {
    return switch (value) {
      case Value.Known<Node>(var node, _, var sensitivity) -> {
        Value<Node> result = next.apply(node);
        yield sensitivity == Sensitivity.SECRET ? result.secret() : result;
      }
      case Value.Default<Node>(var node, _) -> next.apply(node);
      case Value.Absent<Node> _ -> missing("null" + access, at);
      case Value.Unknown<Node>(var reason, var origin, var sensitivity) ->
          reason.kind() == Reason.Kind.INVALID
              ? value
              : new Value.Unknown<>(
                  new Reason(reason.kind(), reason.what() + access), origin, sensitivity);
      case Value.OneOf<Node>(var cases, var origin) ->
          Value.oneOf(
              cases.stream()
                  .map(c -> new Value.Case<>(c.when(), inside(c.value(), access, at, next)))
                  .toList(),
              origin);
    };
  }

  /// What is known only at apply may be of any type.
  private static Value<Node> ofText(Text text, String access, Span at) {
    if (text.parts().size() != 1) {
      return missing(access, at);
    }
    return switch (text.parts().getFirst()) {
      case Text.Part.Reference(var target, var attribute, _, _) ->
          part(new Reason(Reason.Kind.APPLY, target + "." + attribute), access, at);
      case Text.Part.Hole(var reason, _, _, _) -> part(reason, access, at);
      case Text.Part.Literal _, Text.Part.Json _ -> missing(access, at);
    };
  }

  private static Value<Node> part(Reason whole, String access, Span at) {
    return Value.unknown(new Reason(whole.kind(), whole.what() + access), Origin.written(at));
  }

  /// Terraform fails here; `try`, `can` and `lookup` catch it.
  private static Value<Node> missing(String name, Span at) {
    return Value.unknown(new Reason(Reason.Kind.INVALID, name), Origin.written(at));
  }
}
