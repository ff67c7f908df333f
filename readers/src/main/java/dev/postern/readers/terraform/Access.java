package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.Optional;
import java.util.function.IntFunction;

/// Takes an attribute or element out of a value (Terraform language, "References to Named Values",
/// "Indices and Attributes").
final class Access {
  private Access() {}

  /// `value.name`. Of a block written once, which is a list of one, the attribute of that one.
  static Value<Node> attribute(Value<Node> value, String name, Span at) {
    return value.flatMap(node ->
        switch (node) {
          case Node.Fields(var entries, var rest) ->
              entries.containsKey(name)
                  ? entries.get(name)
                  : rest.map(why -> inside(why, "." + name, at)).orElseGet(() -> missing(name, at));
          case Node.Items(var items, var rest) ->
              items.size() == 1 && rest.isEmpty()
                  ? attribute(items.getFirst(), name, at)
                  : missing(name, at);
          default -> missing(name, at);
        });
  }

  /// `value[key]`.
  static Value<Node> index(Value<Node> value, Value<Node> key, Span at) {
    return value.flatMap(node ->
        switch (node) {
          case Node.Items(var items, var rest) -> element(items.size(), items::get, rest, key, at);
          case Node.Fields(var entries, var rest) -> {
            Optional<String> name = Nodes.string(key);
            if (name.isEmpty()) {
              yield Value.unknown(Nodes.whyUnknown(key, "index"), Origin.written(at));
            }
            yield entries.containsKey(name.get())
                ? entries.get(name.get())
                : rest.map(why -> inside(why, "[\"" + name.get() + "\"]", at))
                    .orElseGet(() -> missing(name.get(), at));
          }
          default -> missing("index", at);
        });
  }

  private static Value<Node> element(
      int size, IntFunction<Value<Node>> items, Optional<Reason> rest, Value<Node> key, Span at) {
    Optional<Integer> index = Nodes.integer(key);
    if (index.isEmpty()) {
      return Value.unknown(Nodes.whyUnknown(key, "index"), Origin.written(at));
    }
    if (index.get() >= 0 && index.get() < size) {
      return items.apply(index.get());
    }
    return rest.map(why -> inside(why, "[" + index.get() + "]", at))
        .orElseGet(() -> missing(index.get().toString(), at));
  }

  private static Value<Node> inside(Reason whole, String access, Span at) {
    return Value.unknown(new Reason(whole.kind(), whole.what() + access), Origin.written(at));
  }

  /// Terraform fails here; `try`, `can` and `lookup` catch it.
  private static Value<Node> missing(String name, Span at) {
    return Value.unknown(new Reason(Reason.Kind.INVALID, name), Origin.written(at));
  }
}
