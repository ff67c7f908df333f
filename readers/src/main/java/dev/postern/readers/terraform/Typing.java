package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.terraform.Type.Collection;
import dev.postern.readers.terraform.Type.Kind;
import dev.postern.readers.terraform.Type.Simple;
import dev.postern.readers.terraform.Type.Structure;
import dev.postern.readers.terraform.Type.Tuple;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The types of values. What a value does not show of its type is kept beside it: that a list is no
/// tuple, what an empty list could hold, of what type a null is.
///
/// It is kept by identity, of a collection by its node and of null and unknown values by the
/// innermost of their origins, which is made for this value alone. An entry lasts as long as its
/// value.
final class Typing {
  private final Map<Key, Mark> types = new HashMap<>();
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /// A thing as itself, whatever it equals.
  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object thing, ReferenceQueue<Object> queue) {
      super(thing, queue);
      this.hash = System.identityHashCode(thing);
    }

    Key(Object thing) {
      super(thing);
      this.hash = System.identityHashCode(thing);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object that) {
      if (this == that) {
        return true;
      }
      Object thing = get();
      return that instanceof Key key && thing != null && thing == key.get();
    }
  }

  /// @param why of an unknown value, what it is: others that come from the same place are not it
  private record Mark(Type type, Optional<Reason> why) {}

  private void put(Object thing, Type type) {
    put(thing, new Mark(type, Optional.empty()));
  }

  private void put(Object thing, Mark mark) {
    for (var old = gone.poll(); old != null; old = gone.poll()) {
      types.remove(old);
    }
    types.put(new Key(thing, gone), mark);
  }

  private Optional<Type> kept(Object thing) {
    return kept(thing, Optional.empty());
  }

  private Optional<Type> kept(Object thing, Optional<Reason> why) {
    return Optional.ofNullable(types.get(new Key(thing)))
        .filter(mark -> mark.why().equals(why))
        .map(Mark::type);
  }

  /// A known value of this type.
  Value<Node> known(Type type, Node node, Origin origin) {
    put(node, type);
    return Value.known(node, origin);
  }

  /// What stands for an unknown collection, as one of its type.
  void mark(Node node, Type type) {
    put(node, type);
  }

  /// The null or unknown value as one of this type.
  Value<Node> as(Type type, Value<Node> value) {
    return switch (value) {
      case Value.Absent<Node>(var origin) ->
          Value.absent(own(origin, new Mark(type, Optional.empty())));
      case Value.Unknown<Node>(var reason, var origin, var sensitivity) ->
          new Value.Unknown<>(
              reason, own(origin, new Mark(type, Optional.of(reason))), sensitivity);
      case Value.Known<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ -> value;
    };
  }

  private Origin own(Origin origin, Mark mark) {
    return switch (origin) {
      case Origin.Through(var use, var name, var from) ->
          new Origin.Through(use, name, own(from, mark));
      case Origin.Written(var span) -> marked(new Origin.Written(span), mark);
      case Origin.AwsDefault(var page, var since, var at) ->
          marked(new Origin.AwsDefault(page, since, at), mark);
    };
  }

  private Origin marked(Origin own, Mark mark) {
    put(own, mark);
    return own;
  }

  private static Origin innermost(Origin origin) {
    Origin at = origin;
    while (at instanceof Origin.Through(_, _, var from)) {
      at = from;
    }
    return at;
  }

  Type of(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(var node, _, _) -> of(node);
      case Value.Default<Node>(var node, _) -> of(node);
      case Value.Absent<Node>(var origin) -> kept(innermost(origin)).orElse(Simple.ANY);
      case Value.Unknown<Node>(var reason, var origin, _) ->
          kept(innermost(origin), Optional.of(reason)).orElse(Simple.ANY);
      case Value.OneOf<Node>(var cases, _) -> {
        List<Type> each = cases.stream().map(c -> of(c.value())).distinct().toList();
        yield each.size() == 1 ? each.getFirst() : Simple.ANY;
      }
    };
  }

  Type of(Node node) {
    return switch (node) {
      case Text text ->
          text.parts().size() == 1 && text.literal().isEmpty() && !isJson(text)
              ? Simple.ANY
              : Simple.STRING;
      case Node.Num _ -> Simple.NUMBER;
      case Node.Bool _ -> Simple.BOOL;
      case Node.Items _, Node.Fields _ ->
          kept(node)
              .orElseGet(() -> {
                Type type = structural(node);
                put(node, type);
                return type;
              });
    };
  }

  private static boolean isJson(Text text) {
    return text.parts().getFirst() instanceof Text.Part.Json;
  }

  private Type structural(Node node) {
    return switch (node) {
      case Node.Items(var items, var rest) ->
          rest.isPresent() ? Simple.ANY : new Tuple(items.stream().map(this::of).toList());
      case Node.Fields(var entries, var rest) -> {
        var attributes = new LinkedHashMap<String, Type>();
        entries.forEach((name, value) -> attributes.put(name, of(value)));
        yield rest.isPresent() ? Simple.ANY : Structure.of(attributes);
      }
      case Text _, Node.Num _, Node.Bool _ -> of(node);
    };
  }

  /// A number that is a binary fraction of 53 bits.
  Value<Node> real(double number, Origin origin) {
    return known(Simple.NUMBER, new Node.Num(BigDecimal.valueOf(number)), origin);
  }

  boolean isDouble(Node node) {
    return node instanceof Node.Num && kept(node).isPresent();
  }

  /// The fraction that a number stands for.
  BigDecimal exact(Node node, BigDecimal number) {
    return isDouble(node) ? new BigDecimal(number.doubleValue()) : Arithmetic.WIDE.rounded(number);
  }

  boolean isSet(Node node) {
    return node instanceof Node.Items && kept(node).filter(t -> t.is(Kind.SET)).isPresent();
  }

  /// Whether it is a map rather than an object.
  boolean isMap(Node node) {
    return node instanceof Node.Fields && kept(node).filter(t -> t.is(Kind.MAP)).isPresent();
  }

  /// Whether it is a list rather than a tuple or set.
  boolean isList(Node node) {
    return node instanceof Node.Items && kept(node).filter(t -> t.is(Kind.LIST)).isPresent();
  }

  /// The type of the elements of a list, set or map.
  Type element(Node node) {
    return kept(node)
        .map(t -> t instanceof Collection(_, var element) ? element : Simple.ANY)
        .orElse(Simple.ANY);
  }
}
