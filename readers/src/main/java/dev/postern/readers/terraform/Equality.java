package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Reason;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import java.util.Optional;
import java.util.stream.IntStream;

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
    boolean open = left instanceof Value.Unknown || right instanceof Value.Unknown;
    if (open && !mayBe(typing.of(left), typing.of(right))) {
      return Truth.FALSE;
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
    if (a.get() instanceof Text one && b.get() instanceof Text other) {
      return same(one, other);
    }
    Type x = typing.of(a.get());
    Type y = typing.of(b.get());
    if (isOpen(left) || isOpen(right)) {
      return mayBe(x, y) ? Truth.UNKNOWN : Truth.FALSE;
    }
    if (!x.equals(y)) {
      return x == Type.Simple.ANY || y == Type.Simple.ANY ? Truth.UNKNOWN : Truth.FALSE;
    }
    if (a.get() instanceof Node.Num(var one) && b.get() instanceof Node.Num(var other)) {
      return Truth.of(one.compareTo(other) == 0);
    }
    if (a.get() instanceof Node.Items one && b.get() instanceof Node.Items other) {
      return typing.isSet(a.get()) ? sets(one, other) : items(one, other);
    }
    if (a.get() instanceof Node.Fields one && b.get() instanceof Node.Fields other) {
      return fields(one, other);
    }
    return Truth.of(a.get().equals(b.get()));
  }

  private static Truth same(Text one, Text other) {
    if (one.equals(other)) {
      return Truth.TRUE;
    }
    Text x = PartialText.printed(one);
    Text y = PartialText.printed(other);
    Optional<String> literal = x.literal();
    return literal.isPresent()
        ? y.isString(literal.get())
        : y.literal().map(x::isString).orElse(Truth.UNKNOWN);
  }

  /// Whether there is something unknown in it of which the type is not known, so that Terraform
  /// does not know the type of the whole.
  private boolean isOpen(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(var node, _, _) -> typing.of(node).isOpen() && holdsOpen(node);
      case Value.Unknown<Node> _ -> typing.of(value) == Type.Simple.ANY;
      case Value.Absent<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ -> false;
    };
  }

  private boolean holdsOpen(Node node) {
    return switch (node) {
      case Text _, Node.Num _, Node.Bool _ -> false;
      case Node.Items(var items, var rest) ->
          rest.isPresent() || items.stream().anyMatch(this::isOpen);
      case Node.Fields(var entries, var rest) ->
          rest.isPresent() || entries.values().stream().anyMatch(this::isOpen);
    };
  }

  /// Whether values of one type may be of the other.
  private static boolean mayBe(Type x, Type y) {
    if (x == Type.Simple.ANY || y == Type.Simple.ANY) {
      return true;
    }
    return switch (x) {
      case Type.Simple _ -> x.equals(y);
      case Type.Collection(var kind, var element) ->
          y instanceof Type.Collection(var other, var its) && kind == other && mayBe(element, its);
      case Type.Tuple(var elements) ->
          y instanceof Type.Tuple(var others)
              && elements.size() == others.size()
              && IntStream.range(0, elements.size())
                  .allMatch(i -> mayBe(elements.get(i), others.get(i)));
      case Type.Structure(var attributes, _) ->
          y instanceof Type.Structure(var others, _)
              && attributes.keySet().equals(others.keySet())
              && attributes.entrySet().stream()
                  .allMatch(
                      e -> mayBe(e.getValue(), others.getOrDefault(e.getKey(), e.getValue())));
    };
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
