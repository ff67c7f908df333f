package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Value;

/// How large a value is when it is written out. Shared parts count as often as they are used, so
/// that a small graph that unfolds into a large tree is found out.
final class Weight {
  private static final int CHARACTERS = 64;

  private long left;

  private Weight(long most) {
    this.left = most;
  }

  static boolean isAtMost(Value<Node> value, long most) {
    var weight = new Weight(most);
    weight.value(value);
    return weight.left >= 0;
  }

  private void value(Value<Node> value) {
    if (--left < 0) {
      return;
    }
    switch (value) {
      case Value.Known<Node>(var node, _, _) -> node(node);
      case Value.Default<Node>(var node, _) -> node(node);
      case Value.OneOf<Node>(var cases, _) -> cases.forEach(c -> value(c.value()));
      case Value.Absent<Node> _, Value.Unknown<Node> _ -> {}
    }
  }

  private void node(Node node) {
    switch (node) {
      case Text text -> text(text);
      case Node.Num _, Node.Bool _ -> {}
      case Node.Items(var items, _) -> {
        for (Value<Node> item : items) {
          if (left < 0) {
            return;
          }
          value(item);
        }
      }
      case Node.Fields(var entries, _) -> {
        for (Value<Node> entry : entries.values()) {
          if (left < 0) {
            return;
          }
          value(entry);
        }
      }
    }
  }

  private void text(Text text) {
    left -= text.parts().size() + PartialText.length(text) / CHARACTERS;
    for (Text.Part part : text.parts()) {
      if (left >= 0 && part instanceof Text.Part.Json(var document, _)) {
        value(document);
      }
    }
  }
}
