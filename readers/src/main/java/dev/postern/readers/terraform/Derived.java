package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.List;
import java.util.Optional;

/// Names what is computed from something that is not known by the computation: `lower(var.name)`.
///
/// INVARIANT: equal reasons are equal values, so that the name holds everything that the result
/// depends on, in terms of inputs and attributes rather than of the names at the place of use.
final class Derived {
  private static final int MOST = 4_000;
  private static final int SHOWN = 100;

  private final StringBuilder name = new StringBuilder();

  private Derived() {}

  static Reason call(Reason why, String function, List<Value<Node>> arguments) {
    var derived = new Derived();
    derived.name.append(function).append('(');
    derived.list(arguments);
    derived.name.append(')');
    return new Reason(why.kind(), derived.shortened());
  }

  static Reason binary(Reason why, Value<Node> left, String operator, Value<Node> right) {
    var derived = new Derived();
    derived.value(left);
    derived.name.append(' ').append(operator).append(' ');
    derived.value(right);
    return new Reason(why.kind(), derived.shortened());
  }

  static Reason index(Reason why, Value<Node> collection, Value<Node> key) {
    var derived = new Derived();
    derived.value(collection);
    derived.name.append('[');
    derived.value(key);
    derived.name.append(']');
    return new Reason(why.kind(), derived.shortened());
  }

  private String shortened() {
    return name.length() <= SHOWN
        ? name.toString()
        : name.substring(0, SHOWN - 12) + "… #" + Integer.toHexString(name.toString().hashCode());
  }

  private void value(Value<Node> value) {
    if (name.length() > MOST) {
      return;
    }
    switch (value) {
      case Value.Known<Node>(var node, var origin, var sensitivity) -> {
        if (sensitivity == Sensitivity.SECRET) {
          name.append("(secret)");
        } else {
          node(node, origin);
        }
      }
      case Value.Default<Node>(var node, var origin) -> node(node, origin);
      case Value.Absent<Node> _ -> name.append("null");
      case Value.Unknown<Node>(var reason, _, _) -> name.append(reason.what());
      case Value.OneOf<Node>(var cases, _) -> list(cases.stream().map(Value.Case::value).toList());
    }
  }

  private void node(Node node, Origin origin) {
    switch (node) {
      case Text text -> text(text);
      case Node.Num _, Node.Bool _ -> name.append(node);
      case Node.Items(var values, var rest) -> {
        name.append('[');
        list(values);
        rest(rest, origin);
        name.append(']');
      }
      case Node.Fields(var entries, var rest) -> {
        name.append('{');
        String comma = "";
        for (var entry : entries.entrySet()) {
          if (name.length() > MOST) {
            break;
          }
          name.append(comma).append(entry.getKey()).append(" = ");
          value(entry.getValue());
          comma = ", ";
        }
        rest(rest, origin);
        name.append('}');
      }
    }
  }

  private void list(List<Value<Node>> values) {
    String comma = "";
    for (Value<Node> value : values) {
      if (name.length() > MOST) {
        break;
      }
      name.append(comma);
      value(value);
      comma = ", ";
    }
  }

  /// What more there is has no name of its own but the place that made it.
  private void rest(Optional<Reason> rest, Origin origin) {
    rest.ifPresent(
        why -> name.append("; ").append(why.what()).append(" at ").append(origin.place()));
  }

  private void text(Text text) {
    if (text.parts().size() == 1) {
      switch (text.parts().getFirst()) {
        case Text.Part.Hole(var reason, _, _, _) -> {
          name.append(reason.what());
          return;
        }
        case Text.Part.Reference(var target, var attribute, _, _) -> {
          name.append(target).append('.').append(attribute);
          return;
        }
        case Text.Part.Json(var document, _) -> {
          name.append("jsonencode(");
          value(document);
          name.append(')');
          return;
        }
        case Text.Part.Literal _ -> {}
      }
    }
    name.append('"').append(text).append('"');
  }
}
