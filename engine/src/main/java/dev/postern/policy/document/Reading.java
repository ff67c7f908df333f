package dev.postern.policy.document;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the readers of the parts of a document have in common: worlds, unknowns and complaints.
final class Reading {
  private final Set<Malformed> malformed = new LinkedHashSet<>();

  /// Takes what is there in one world.
  interface Known<T> {
    void take(T what, Origin origin, World when);
  }

  void malformed(String message, Origin origin) {
    malformed.add(new Malformed(message, origin));
  }

  List<Malformed> malformed() {
    return List.copyOf(malformed);
  }

  /// Hands out what is known or unknown in each world within `when`; what is absent is left out.
  void each(Value<Node> value, World when, Known<Node> known, Known<Reason> unknown) {
    for (Value.Case<Node> each : value.cases()) {
      World world = when.and(each.when()).orElse(null);
      if (world == null) {
        continue;
      }
      switch (each.value()) {
        case Value.Known<Node>(var node, var origin, _) -> known.take(node, origin, world);
        case Value.Default<Node>(var node, var origin) -> known.take(node, origin, world);
        case Value.Unknown<Node>(var reason, var origin, _) -> unknown.take(reason, origin, world);
        case Value.Absent<Node> _, Value.OneOf<Node> _ -> {}
      }
    }
  }

  /// The patterns of a string or a list of strings.
  List<Pattern> patterns(Value<Node> value, World when) {
    var found = new ArrayList<Pattern>();
    Known<Reason> open = (reason, origin, world) -> found.add(hole(reason, origin, world));
    each(
        value,
        when,
        (node, origin, world) -> {
          if (node instanceof Node.Items(var items, var rest)) {
            for (Value<Node> item : items) {
              each(item, world, (n, o, w) -> found.add(pattern(n, o, w, item)), open);
            }
            rest.ifPresent(reason -> open.take(reason, origin, world));
          } else {
            found.add(pattern(node, origin, world, value));
          }
        },
        open);
    return found;
  }

  private Pattern pattern(Node node, Origin origin, World when, Value<Node> from) {
    Sensitivity sensitivity = from.sensitivity();
    return switch (node) {
      case Text text -> new Pattern(text, origin, when, sensitivity);
      case Node.Num num -> new Pattern(Text.of(num.toString(), origin), origin, when, sensitivity);
      case Node.Bool bool ->
          new Pattern(Text.of(bool.toString(), origin), origin, when, sensitivity);
      case Node.Items _, Node.Fields _ -> {
        malformed("a string is expected here", origin);
        yield hole(new Reason(Reason.Kind.INVALID, "pattern"), origin, when);
      }
    };
  }

  static Pattern hole(Reason reason, Origin origin, World when) {
    return new Pattern(Text.hole(reason, origin), origin, when, Sensitivity.PLAIN);
  }

  /// Why a text is not what is expected in its place.
  Reason unread(Text text, String what) {
    return text.unknown().orElseGet(() -> new Reason(Reason.Kind.INVALID, what));
  }

  /// What a key in any case holds.
  static Value<Node> field(Node.Fields fields, String key, Origin holder) {
    Value<Node> exact = fields.entries().get(key);
    if (exact != null) {
      return exact;
    }
    return fields.entries().entrySet().stream()
        .filter(e -> e.getKey().equalsIgnoreCase(key))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> Value.absent(holder));
  }

  static boolean isWritten(Value<Node> value) {
    return value.cases().stream().anyMatch(c -> !(c.value() instanceof Value.Absent));
  }

  /// Complains of keys that the grammar does not have.
  void spelled(Node.Fields fields, Set<String> known, String what) {
    for (Map.Entry<String, Value<Node>> entry : fields.entries().entrySet()) {
      if (!known.contains(entry.getKey().toLowerCase(Locale.ROOT))) {
        malformed("a " + what + " has no `" + entry.getKey() + "`", entry.getValue().origin());
      }
    }
  }
}
