package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.tree.Tree;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/// JSON and YAML as values, without any templates in their strings.
final class Trees {
  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");

  private final Optional<Origin> whole;

  private Trees(Optional<Origin> whole) {
    this.whole = whole;
  }

  static Value<Node> value(Tree tree) {
    return new Trees(Optional.empty()).of(tree);
  }

  /// The value of a tree whose text stands in no file: everything comes from `whole`.
  static Value<Node> value(Tree tree, Origin whole) {
    return new Trees(Optional.of(whole)).of(tree);
  }

  private Value<Node> of(Tree tree) {
    Origin origin = whole.orElseGet(() -> Origin.written(tree.span()));
    return switch (tree) {
      case Tree.Mapping mapping -> {
        var fields = new LinkedHashMap<String, Value<Node>>();
        mapping.entries().forEach(e -> fields.put(e.key(), of(e.value())));
        yield Value.known(Node.Fields.of(fields), origin);
      }
      case Tree.Sequence(var items, _, _) ->
          Value.known(Node.Items.of(items.stream().map(this::of).toList()), origin);
      case Tree.Scalar scalar -> scalar(scalar, origin);
      case Tree.Unreadable _ -> Value.unknown(new Reason(Reason.Kind.INVALID, "document"), origin);
    };
  }

  /// Terraform reads `012` as 12.
  private static Value<Node> scalar(Tree.Scalar scalar, Origin origin) {
    if (scalar.isNull()) {
      return Value.absent(origin);
    }
    Optional<Node> typed =
        scalar
            .asBoolean()
            .<Node>map(Node.Bool::new)
            .or(() ->
                scalar
                    .asNumber()
                    .map(n ->
                        DECIMAL.matcher(scalar.text()).matches()
                            ? new BigDecimal(scalar.text())
                            : n)
                    .map(Node.Num::new));
    return Value.known(typed.orElseGet(() -> Text.of(scalar.text(), origin)), origin);
  }
}
