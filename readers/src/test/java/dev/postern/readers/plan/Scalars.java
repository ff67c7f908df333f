package dev.postern.readers.plan;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.json.Json;
import dev.postern.readers.tree.Tree;
import dev.postern.text.SourceFile;
import dev.postern.value.Value;
import java.math.BigDecimal;

/// Compares what has no parts.
final class Scalars {
  private Scalars() {}

  /// Scalars are the same when the provider's type makes the same of them: `"22"` is the number
  /// that is planned, an empty text is none. In JSON types differ.
  static boolean isSame(String path, String ours, Node node, Planned planned) {
    boolean typed = !planned.json() || planned.scalar().filter(s -> sameType(node, s)).isPresent();
    boolean matches = typed && planned.scalar().filter(s -> isSame(ours, s)).isPresent();
    boolean nothing = ours.isEmpty() && planned.tree().isEmpty() && !planned.json();
    return matches || nothing || Normalised.isSame(path, ours, planned.scalar());
  }

  private static boolean sameType(Node node, Tree.Scalar planned) {
    return node instanceof Node.Num == planned.asNumber().isPresent()
        && node instanceof Node.Bool == planned.asBoolean().isPresent();
  }

  private static boolean isSame(String ours, Tree.Scalar planned) {
    if (ours.equals(planned.text())) {
      return true;
    }
    if (planned.asNumber().isPresent() || planned.text().matches("-?[0-9.]+")) {
      try {
        return new BigDecimal(ours).compareTo(new BigDecimal(planned.text())) == 0;
      } catch (NumberFormatException _) {
        return false;
      }
    }
    return isSameJson(ours, planned.text());
  }

  /// Both written by hand, so that only space and the order of keys may differ.
  private static boolean isSameJson(String ours, String planned) {
    boolean document = ours.strip().startsWith("{") || ours.strip().startsWith("[");
    return document
        && JsonLines.line(Json.parse(SourceFile.of("", ours)).roots())
            .equals(JsonLines.line(Json.parse(SourceFile.of("", planned)).roots()));
  }

  /// Whether something in it is not known, or is a reference.
  static boolean isOpen(Node node) {
    return switch (node) {
      case Text text ->
          text.parts().stream()
              .anyMatch(part ->
                  switch (part) {
                    case Text.Part.Literal _ -> false;
                    case Text.Part.Hole _, Text.Part.Reference _ -> true;
                    case Text.Part.Json(var document, _) -> isOpen(document);
                  });
      case Node.Num _, Node.Bool _ -> false;
      case Node.Items(var values, var rest) ->
          rest.isPresent() || values.stream().anyMatch(Scalars::isOpen);
      case Node.Fields(var entries, var rest) ->
          rest.isPresent() || entries.values().stream().anyMatch(Scalars::isOpen);
    };
  }

  private static boolean isOpen(Value<Node> value) {
    return value.cases().stream()
        .anyMatch(c ->
            c.value() instanceof Value.Unknown
                || c.value().sole().filter(Scalars::isOpen).isPresent());
  }
}
