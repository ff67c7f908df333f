package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Reason;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import java.util.Optional;

/// Whether values are the same, as far as they are known (Terraform language, "Equality
/// Operators").
final class Equality {
  private final Typing typing;

  Equality(Typing typing) {
    this.typing = typing;
  }

  /// Whether two values are equal; values of different types are not.
  Truth same(Value<Node> left, Value<Node> right) {
    if (left instanceof Value.Absent<Node> || right instanceof Value.Absent<Node>) {
      boolean both = left instanceof Value.Absent<Node> && right instanceof Value.Absent<Node>;
      boolean known = left.sole().isPresent() || right.sole().isPresent();
      return both ? Truth.TRUE : known ? Truth.FALSE : Truth.UNKNOWN;
    }
    if (left instanceof Value.Unknown<Node>(var x, _, _)
        && right instanceof Value.Unknown<Node>(var y, _, _)) {
      return x.equals(y) && x.kind() != Reason.Kind.INVALID ? Truth.TRUE : Truth.UNKNOWN;
    }
    Optional<Node> a = left.sole();
    Optional<Node> b = right.sole();
    if (a.isEmpty() || b.isEmpty()) {
      return Truth.UNKNOWN;
    }
    if (a.get() instanceof Text x && b.get() instanceof Text y) {
      return same(x, y);
    }
    if (differ(typing.of(a.get()), typing.of(b.get()))) {
      return Truth.FALSE;
    }
    if (a.get() instanceof Node.Num(var x) && b.get() instanceof Node.Num(var y)) {
      return Truth.of(x.compareTo(y) == 0);
    }
    if (a.get() instanceof Node.Items x && b.get() instanceof Node.Items y) {
      return typing.isSet(a.get()) ? sets(x, y) : items(x, y);
    }
    if (a.get() instanceof Node.Fields x && b.get() instanceof Node.Fields y) {
      return fields(x, y);
    }
    return Truth.of(a.get().equals(b.get()));
  }

  private static Truth same(Text x, Text y) {
    if (x.equals(y)) {
      return Truth.TRUE;
    }
    Optional<String> literal = x.literal();
    return literal.isPresent()
        ? y.isString(literal.get())
        : y.literal().map(x::isString).orElse(Truth.UNKNOWN);
  }

  /// Whether no value can be of both types.
  private static boolean differ(Type x, Type y) {
    return !x.isOpen() && !y.isOpen() && !x.equals(y);
  }

  private Truth sets(Node.Items x, Node.Items y) {
    if (x.values().stream().allMatch(Nodes::isWhollyKnown)
        && y.values().stream().allMatch(Nodes::isWhollyKnown)) {
      return items(x, y);
    }
    return x.equals(y) ? Truth.TRUE : Truth.UNKNOWN;
  }

  private Truth items(Node.Items x, Node.Items y) {
    if (x.rest().isPresent() || y.rest().isPresent()) {
      return Truth.UNKNOWN;
    }
    if (x.values().size() != y.values().size()) {
      return Truth.FALSE;
    }
    Truth all = Truth.TRUE;
    for (int i = 0; i < x.values().size(); i++) {
      all = all.and(same(x.values().get(i), y.values().get(i)));
    }
    return all;
  }

  private Truth fields(Node.Fields x, Node.Fields y) {
    if (x.rest().isPresent() || y.rest().isPresent()) {
      return Truth.UNKNOWN;
    }
    if (!x.entries().keySet().equals(y.entries().keySet())) {
      return Truth.FALSE;
    }
    Truth all = Truth.TRUE;
    for (var entry : x.entries().entrySet()) {
      all = all.and(same(entry.getValue(), y.field(entry.getKey(), Nodes.NOWHERE)));
    }
    return all;
  }
}
