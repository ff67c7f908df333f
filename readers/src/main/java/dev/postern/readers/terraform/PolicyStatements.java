package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The `statement` blocks of `aws_iam_policy_document` as statements of a policy. Every action,
/// resource and value keeps its own place.
final class PolicyStatements {
  private static final Map<String, String> LISTS =
      Map.of(
          "actions", "Action",
          "not_actions", "NotAction",
          "resources", "Resource",
          "not_resources", "NotResource");

  private PolicyStatements() {}

  /// @param blocks a list of blocks, absent where there is none
  static Value<Node> list(Value<Node> blocks, Origin here) {
    return switch (blocks) {
      case Value.Known<Node>(Node.Items(var items, var rest), var origin, _) ->
          Value.known(
              new Node.Items(items.stream().map(PolicyStatements::statement).toList(), rest),
              origin);
      case Value.Absent<Node> _ -> Value.known(Node.Items.of(List.of()), here);
      case Value.Known<Node> _, Value.Default<Node> _, Value.OneOf<Node> _, Value.Unknown<Node> _ ->
          blocks;
    };
  }

  /// The `Sid` of a statement that is there in some world, when it has one.
  static Optional<String> sid(Value<Node> statement) {
    for (Value.Case<Node> each : statement.cases()) {
      if (each.value().sole().orElse(null) instanceof Node.Fields fields) {
        return Optional.ofNullable(fields.entries().get("Sid"))
            .flatMap(Nodes::string)
            .filter(sid -> !sid.isEmpty());
      }
    }
    return Optional.empty();
  }

  private static Value<Node> statement(Value<Node> block) {
    return block.flatMap(node ->
        node instanceof Node.Fields fields
            ? Value.known(statement(fields, block.origin()), block.origin())
            : Value.unknown(new Reason(Reason.Kind.INVALID, "statement"), block.origin()));
  }

  private static Node statement(Node.Fields block, Origin origin) {
    SequencedMap<String, Value<Node>> fields = new LinkedHashMap<>();
    Value<Node> sid = block.field("sid", origin);
    if (ListFunctions.isEmpty(sid) != Truth.TRUE) {
      fields.put("Sid", sid);
    }
    Value<Node> effect = block.field("effect", origin);
    fields.put(
        "Effect",
        effect instanceof Value.Absent ? Value.known(Text.of("Allow", origin), origin) : effect);
    for (String name : List.of("actions", "not_actions", "resources", "not_resources")) {
      Value<Node> list = block.field(name, origin);
      if (!isEmpty(list)) {
        fields.put(LISTS.get(name), ordered(variables(list)));
      }
    }
    principals(block.field("principals", origin))
        .ifPresent(value -> fields.put("Principal", value));
    principals(block.field("not_principals", origin))
        .ifPresent(value -> fields.put("NotPrincipal", value));
    conditions(block.field("condition", origin)).ifPresent(value -> fields.put("Condition", value));
    return new Node.Fields(fields, block.rest());
  }

  private static boolean isEmpty(Value<Node> list) {
    return list instanceof Value.Absent
        || (list instanceof Value.Known<Node>(Node.Items(var items, var rest), _, _)
            && items.isEmpty()
            && rest.isEmpty());
  }

  /// Strings, in which policy variables are written `&{...}`, because `${...}` is Terraform's own.
  private static Value<Node> variables(Value<Node> value) {
    return value.map(node ->
        switch (node) {
          case Text text ->
              Text.of(
                  text.parts().stream()
                      .map(p ->
                          p instanceof Text.Part.Literal(var s, var origin)
                              ? new Text.Part.Literal(s.replace("&{", "${"), origin)
                              : p)
                      .toList());
          case Node.Items(var items, var rest) ->
              new Node.Items(items.stream().map(PolicyStatements::variables).toList(), rest);
          case Node.Num _, Node.Bool _ -> Text.of(node.toString(), value.origin());
          case Node.Fields _ -> node;
        });
  }

  /// `Principal`: `*` for type and identifier `*`, otherwise identifiers by type.
  private static Optional<Value<Node>> principals(Value<Node> blocks) {
    if (isEmpty(blocks)) {
      return Optional.empty();
    }
    Origin origin = blocks.origin();
    if (!(blocks instanceof Value.Known<Node>(Node.Items(var items, var rest), _, _))) {
      return Optional.of(blocks);
    }
    SequencedMap<String, List<Value<Node>>> byType = new LinkedHashMap<>();
    Optional<Reason> open = rest;
    for (Value<Node> item : items) {
      Optional<Node.Fields> block =
          item.sole().filter(Node.Fields.class::isInstance).map(Node.Fields.class::cast);
      Optional<String> type = block.flatMap(b -> Nodes.string(b.field("type", origin)));
      if (type.isEmpty()) {
        open =
            Nodes.unknown(item)
                .or(() -> Optional.of(new Reason(Reason.Kind.INVALID, "principals")));
        continue;
      }
      byType
          .computeIfAbsent(type.get(), _ -> new ArrayList<>())
          .add(variables(block.get().field("identifiers", item.origin())));
    }
    if (byType.size() == 1 && open.isEmpty() && byType.containsKey("*")) {
      Value<Node> all = joined(byType.get("*"), origin);
      if (all.sole().orElse(null) instanceof Node.Items(var ids, var more)
          && more.isEmpty()
          && ids.size() == 1) {
        return Optional.of(ids.getFirst());
      }
    }
    SequencedMap<String, Value<Node>> fields = new LinkedHashMap<>();
    byType.forEach((type, lists) -> fields.put(type, ordered(joined(lists, origin))));
    return Optional.of(Value.known(new Node.Fields(fields, open), origin));
  }

  /// A set of names, which the provider writes backwards, last first.
  private static Value<Node> ordered(Value<Node> list) {
    return list.map(node ->
        node instanceof Node.Items(var items, var rest)
                && items.stream().allMatch(item -> Nodes.string(item).isPresent())
            ? new Node.Items(backwards(items), rest)
            : node);
  }

  private static List<Value<Node>> backwards(List<Value<Node>> names) {
    var all = new TreeMap<String, Value<Node>>(Sets.CODE_POINTS.reversed());
    names.forEach(name -> all.putIfAbsent(Nodes.string(name).orElseThrow(), name));
    return List.copyOf(all.values());
  }

  /// Several lists of the same name as one.
  private static Value<Node> joined(List<Value<Node>> lists, Origin origin) {
    if (lists.size() == 1) {
      return lists.getFirst();
    }
    var all = new ArrayList<Value<Node>>();
    Optional<Reason> rest = Optional.empty();
    for (Value<Node> list : lists) {
      if (list instanceof Value.Known<Node>(Node.Items(var items, var more), var whole, _)) {
        items.forEach(item -> all.add(item.under(whole)));
        rest = rest.isPresent() ? rest : more;
      } else if (!(list instanceof Value.Absent)) {
        rest =
            Nodes.unknown(list)
                .or(() -> Optional.of(new Reason(Reason.Kind.INVALID, "identifiers")));
      }
    }
    return Value.known(new Node.Items(all, rest), origin);
  }

  /// `Condition`: values by key by operator.
  private static Optional<Value<Node>> conditions(Value<Node> blocks) {
    if (isEmpty(blocks)) {
      return Optional.empty();
    }
    Origin origin = blocks.origin();
    if (!(blocks instanceof Value.Known<Node>(Node.Items(var items, var rest), _, _))) {
      return Optional.of(blocks);
    }
    SequencedMap<String, SequencedMap<String, List<Value<Node>>>> byTest = new LinkedHashMap<>();
    Optional<Reason> open = rest;
    for (Value<Node> item : items) {
      Optional<Node.Fields> block =
          item.sole().filter(Node.Fields.class::isInstance).map(Node.Fields.class::cast);
      Optional<String> test = block.flatMap(b -> Nodes.string(b.field("test", origin)));
      Optional<String> key = block.flatMap(b -> Nodes.string(b.field("variable", origin)));
      if (test.isEmpty() || key.isEmpty()) {
        open =
            Nodes.unknown(item).or(() -> Optional.of(new Reason(Reason.Kind.INVALID, "condition")));
        continue;
      }
      byTest
          .computeIfAbsent(test.get(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(key.get(), _ -> new ArrayList<>())
          .add(variables(block.get().field("values", item.origin())));
    }
    SequencedMap<String, Value<Node>> fields = new LinkedHashMap<>();
    byTest.forEach((test, keys) -> {
      SequencedMap<String, Value<Node>> values = new LinkedHashMap<>();
      keys.forEach((key, lists) -> values.put(key, joined(lists, origin)));
      fields.put(test, Value.known(new Node.Fields(values, Optional.empty()), origin));
    });
    return Optional.of(Value.known(new Node.Fields(fields, open), origin));
  }
}
