package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.json.Decoding;
import dev.postern.text.Problem;
import dev.postern.value.Combinations;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Renders `aws_iam_policy_document` as the provider does: source documents, then its own
/// statements, then overriding documents; of two statements with the same `Sid` the later one
/// stands in the place of the earlier.
///
/// @see <a
///   href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document">aws_iam_policy_document</a>
final class PolicyDocuments {
  private static final String VERSION = "2012-10-17";

  private final Consumer<Problem> problems;
  private final Origin here;

  PolicyDocuments(Consumer<Problem> problems, Origin here) {
    this.problems = problems;
    this.here = here;
  }

  /// The documents to merge, in order, each of which may differ between worlds.
  Value<Node> document(Node.Fields body) {
    var layers = new ArrayList<Value<Node>>();
    add(body, "source_json", layers);
    add(body, "source_policy_documents", layers);
    layers.add(own(body));
    add(body, "override_json", layers);
    add(body, "override_policy_documents", layers);
    return Combinations.of(layers, Bounds.WORLDS)
        .map(worlds ->
            Value.oneOf(
                worlds.stream().map(w -> new Value.Case<>(w.when(), merged(w.values()))).toList(),
                here))
        .orElseGet(() -> Value.unknown(new Reason(Reason.Kind.BOUND, "policy document"), here));
  }

  private void add(Node.Fields body, String argument, List<Value<Node>> layers) {
    Value<Node> value = body.entries().get(argument);
    if (value == null) {
      return;
    }
    if (value.cases().size() > 1) {
      layers.add(listed(value));
    } else {
      documents(value, layers);
    }
  }

  /// A list of documents that differs between worlds: in each, the documents merged into one.
  private Value<Node> listed(Value<Node> value) {
    return Value.oneOf(
        value.cases().stream()
            .map(c -> {
              var layers = new ArrayList<Value<Node>>();
              documents(c.value(), layers);
              boolean plain = layers.stream().noneMatch(v -> v instanceof Value.OneOf);
              return new Value.Case<>(
                  c.when(),
                  plain
                      ? merged(layers)
                      : Value.<Node>unknown(
                          new Reason(Reason.Kind.UNSUPPORTED, "policy document"), here));
            })
            .toList(),
        here);
  }

  private void documents(Value<Node> value, List<Value<Node>> layers) {
    switch (value) {
      case Value.Known<Node>(Node.Items(var items, var rest), var origin, _) -> {
        items.forEach(item -> documents(item.under(origin), layers));
        rest.ifPresent(why -> layers.add(Value.unknown(why, origin)));
      }
      case Value.Known<Node>(Text text, var origin, _) -> {
        if (!text.parts().isEmpty()) {
          layers.add(Decoding.json(text, origin.place(), problems).under(origin));
        }
      }
      case Value.OneOf<Node> oneOf ->
          layers.add(
              Value.oneOf(
                  oneOf.cases().stream()
                      .map(c -> new Value.Case<>(c.when(), decoded(c.value())))
                      .toList(),
                  oneOf.origin()));
      case Value.Unknown<Node> _ -> layers.add(value);
      case Value.Absent<Node> _, Value.Known<Node> _, Value.Default<Node> _ -> {}
    }
  }

  private Value<Node> decoded(Value<Node> value) {
    return value.flatMap(node ->
        node instanceof Text text && !text.parts().isEmpty()
            ? Decoding.json(text, value.origin().place(), problems)
            : Value.absent(value.origin()));
  }

  /// What the blocks of this data source say.
  private Value<Node> own(Node.Fields body) {
    SequencedMap<String, Value<Node>> fields = new LinkedHashMap<>();
    Value<Node> version = body.field("version", here);
    fields.put(
        "Version",
        version instanceof Value.Absent ? Value.known(Text.of(VERSION, here), here) : version);
    Value<Node> id = body.field("policy_id", here);
    if (!(id instanceof Value.Absent)) {
      fields.put("Id", id);
    }
    fields.put("Statement", PolicyStatements.list(body.field("statement", here), here));
    return Value.known(new Node.Fields(fields, Optional.empty()), here);
  }

  private Value<Node> merged(List<Value<Node>> layers) {
    SequencedMap<String, Value<Node>> fields = new LinkedHashMap<>();
    fields.put("Version", Value.known(Text.of(VERSION, here), here));
    var statements = new ArrayList<Value<Node>>();
    Optional<Reason> rest = Optional.empty();
    for (Value<Node> layer : layers) {
      switch (layer) {
        case Value.Known<Node>(Node.Fields(var entries, var more), var origin, _) -> {
          Optional.ofNullable(entries.get("Version")).ifPresent(v -> fields.put("Version", v));
          Optional.ofNullable(entries.get("Id")).ifPresent(v -> fields.put("Id", v));
          Optional<Reason> open = add(entries.get("Statement"), origin, statements);
          rest = rest.isPresent() ? rest : open.isPresent() ? open : more;
        }
        case Value.Unknown<Node>(var why, _, _) -> {
          rest = rest.isPresent() ? rest : Optional.of(why);
          // it may hold a statement with the same Sid as one of these
          statements.removeIf(s -> PolicyStatements.sid(s).isPresent());
        }
        case Value.Absent<Node> _,
            Value.Known<Node> _,
            Value.Default<Node> _,
            Value.OneOf<Node> _ -> {}
      }
    }
    fields.put("Statement", Value.known(new Node.Items(statements, rest), here));
    return Value.known(new Node.Fields(fields, Optional.empty()), here);
  }

  /// Adds statements; gives why there may be more.
  private static Optional<Reason> add(
      @Nullable Value<Node> list, Origin origin, List<Value<Node>> to) {
    if (list == null) {
      return Optional.empty();
    }
    return switch (list.under(origin)) {
      case Value.Known<Node>(Node.Items(var items, var rest), var whole, _) -> {
        items.forEach(item -> put(item.under(whole), to));
        yield rest;
      }
      case Value.Known<Node>(Node.Fields _, _, _) -> {
        put(list.under(origin), to);
        yield Optional.empty();
      }
      case Value.Unknown<Node>(var why, _, _) -> {
        to.removeIf(s -> PolicyStatements.sid(s).isPresent());
        yield Optional.of(why);
      }
      case Value.OneOf<Node>(_, var whole) ->
          Optional.of(new Reason(Reason.Kind.UNSUPPORTED, "statements at " + whole.place()));
      case Value.Absent<Node> _, Value.Known<Node> _, Value.Default<Node> _ -> Optional.empty();
    };
  }

  private static void put(Value<Node> statement, List<Value<Node>> to) {
    Optional<String> sid = PolicyStatements.sid(statement);
    if (sid.isPresent()) {
      for (int i = 0; i < to.size(); i++) {
        if (PolicyStatements.sid(to.get(i)).equals(sid)) {
          to.set(i, replaced(to.get(i), statement));
          return;
        }
      }
    }
    to.add(statement);
  }

  /// The later statement, and the earlier one in the worlds in which the later is not there.
  private static Value<Node> replaced(Value<Node> earlier, Value<Node> later) {
    if (!(later instanceof Value.OneOf<Node>(var cases, var origin))) {
      return later;
    }
    return Value.oneOf(
        cases.stream()
            .map(c -> c.value() instanceof Value.Absent ? new Value.Case<>(c.when(), earlier) : c)
            .toList(),
        origin);
  }
}
