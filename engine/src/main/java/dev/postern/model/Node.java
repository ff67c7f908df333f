package dev.postern.model;

import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A value of the configuration languages: a scalar, a list or a map, whose parts are [Value]s
/// again.
///
/// Scalars keep the type that they were written with; [Property] converts as AWS and Terraform do
/// (`"22"` is a number where a number is expected).
public sealed interface Node permits Text, Node.Num, Node.Bool, Node.Items, Node.Fields {

  /// A number.
  record Num(BigDecimal value) implements Node {
    @Override
    public String toString() {
      return value.stripTrailingZeros().toPlainString();
    }
  }

  /// A boolean.
  record Bool(boolean value) implements Node {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /// A list, tuple or set.
  ///
  /// @param values the elements that are known to be there
  /// @param rest why there may be more elements than these; empty when these are all
  record Items(List<Value<Node>> values, Optional<Reason> rest) implements Node {
    public Items {
      values = List.copyOf(values);
    }

    public static Items of(List<Value<Node>> values) {
      return new Items(values, Optional.empty());
    }
  }

  /// A map or object, in the order written.
  ///
  /// @param entries the keys that are known to be there
  /// @param rest why there may be more keys than these; empty when these are all
  record Fields(SequencedMap<String, Value<Node>> entries, Optional<Reason> rest) implements Node {
    public Fields {
      entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    public static Fields of(Map<String, Value<Node>> entries) {
      return new Fields(new LinkedHashMap<>(entries), Optional.empty());
    }

    /// What `key` holds; absent at `holder` when it is not there.
    public Value<Node> field(String key, Origin holder) {
      Value<Node> found = entries.get(key);
      if (found != null) {
        return found;
      }
      return rest.<Value<Node>>map(reason -> Value.unknown(reason, holder))
          .orElseGet(() -> Value.absent(holder));
    }
  }

  static Node num(long value) {
    return new Num(BigDecimal.valueOf(value));
  }
}
