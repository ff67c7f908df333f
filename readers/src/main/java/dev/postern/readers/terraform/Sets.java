package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/// Sets: no element twice, strings and numbers in order, all else by how the language's type system
/// writes it down, then what is not known in the order given, then null.
final class Sets {
  /// Strings by their UTF-8 bytes, which is by code points.
  static final Comparator<String> CODE_POINTS =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  private static final Comparator<Value<Node>> ORDER =
      Comparator.comparing((Value<Node> v) -> v instanceof Value.Absent)
          .thenComparing(Sets::isOpen)
          .thenComparing(Sets::number)
          .thenComparing(Sets::key, CODE_POINTS);

  private final Equality equality;

  Sets(Typing typing) {
    this.equality = new Equality(typing);
  }

  /// The elements of a set of these, all of one type.
  List<Value<Node>> of(List<Value<Node>> values) {
    return distinct(values).stream().sorted(ORDER).toList();
  }

  /// The first of each; two that may be equal both stay.
  List<Value<Node>> distinct(List<Value<Node>> values) {
    var all = new ArrayList<Value<Node>>();
    var alike = new HashMap<Object, List<Value<Node>>>();
    for (Value<Node> value : values) {
      List<Value<Node>> before = alike.computeIfAbsent(hash(value), _ -> new ArrayList<>());
      if (before.stream().noneMatch(v -> equality.same(v, value) == Truth.TRUE)) {
        before.add(value);
        all.add(value);
      }
    }
    return all;
  }

  /// The same of values that are equal.
  private static Object hash(Value<Node> value) {
    return switch (value.sole().orElse(null)) {
      case Text text -> PartialText.printed(text).literal().orElse("");
      case Node.Num(var number) -> number.stripTrailingZeros();
      case Node.Bool bool -> bool;
      case Node.Items(var items, _) -> items.stream().map(Sets::hash).toList().hashCode();
      case Node.Fields(var entries, _) ->
          entries.entrySet().stream()
              .mapToInt(e -> e.getKey().hashCode() * 31 + hash(e.getValue()).hashCode())
              .sum();
      case null -> value instanceof Value.Absent;
    };
  }

  private static boolean isOpen(Value<Node> value) {
    return value.sole().orElse(null) instanceof Text text
        ? PartialText.printed(text).literal().isEmpty()
        : value instanceof Value.Unknown || value instanceof Value.OneOf;
  }

  private static BigDecimal number(Value<Node> value) {
    return value.sole().orElse(null) instanceof Node.Num(var number) ? number : BigDecimal.ZERO;
  }

  private static String key(Value<Node> value) {
    return switch (value.sole().orElse(null)) {
      case Text text -> PartialText.printed(text).literal().orElse("");
      case Node.Num _ -> "";
      case null -> "";
      case Node node -> {
        var key = new StringBuilder();
        write(node, key);
        yield key.toString();
      }
    };
  }

  private static void write(Value<Node> value, StringBuilder to) {
    if (isOpen(value)) {
      to.append('?');
    } else {
      value.sole().ifPresentOrElse(node -> write(node, to), () -> to.append('~'));
    }
  }

  /// Only the order of what this writes matters.
  private static void write(Node node, StringBuilder to) {
    switch (node) {
      case Text text -> quote(PartialText.printed(text).literal().orElse(""), to);
      case Node.Num(var number) -> to.append(shortened(number));
      case Node.Bool(var bool) -> to.append(bool ? 'T' : 'F');
      case Node.Items(var items, _) -> {
        to.append('<');
        for (Value<Node> item : items) {
          write(item, to);
          to.append(';');
        }
        to.append('>');
      }
      case Node.Fields(var entries, _) -> {
        to.append('<');
        var sorted = new TreeMap<String, Value<Node>>(CODE_POINTS);
        sorted.putAll(entries);
        sorted.forEach((key, value) -> {
          quote(key, to);
          write(value, to);
          to.append(';');
        });
        to.append('>');
      }
    }
  }

  private static void quote(String text, StringBuilder to) {
    to.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> to.append("\\\"");
        case '\\' -> to.append("\\\\");
        case '\n' -> to.append("\\n");
        case '\r' -> to.append("\\r");
        case '\t' -> to.append("\\t");
        default -> to.append(c);
      }
    }
    to.append('"');
  }

  /// Ten digits, with an exponent where that is not enough.
  private static String shortened(BigDecimal number) {
    BigDecimal rounded = number.round(new MathContext(10)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (rounded.signum() == 0 || (exponent >= -4 && exponent < 10)) {
      return rounded.toPlainString();
    }
    String digits = rounded.unscaledValue().abs().toString();
    return (rounded.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + "e%c%02d".formatted(exponent < 0 ? '-' : '+', Math.abs(exponent));
  }
}
