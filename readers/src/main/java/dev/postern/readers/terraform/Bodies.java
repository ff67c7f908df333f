package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Body;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The arguments and nested blocks of a block as an object: blocks of one type are a list, whether
/// written out or made by `dynamic` (Terraform language, "dynamic Blocks").
final class Bodies {
  private final Bounds bounds;

  Bodies(Bounds bounds) {
    this.bounds = bounds;
  }

  Node.Fields fields(Body body, Scope scope, boolean top) {
    SequencedMap<String, Value<Node>> entries = new LinkedHashMap<>();
    for (Attribute attribute : body.attributes()) {
      if (!top || !Instances.isMeta(attribute.name())) {
        entries.put(attribute.name(), new Evaluator(scope, bounds).value(attribute.value()));
      }
    }
    SequencedMap<String, List<Value<Node>>> blocks = new LinkedHashMap<>();
    Map<String, Reason> rest = new LinkedHashMap<>();
    Map<String, Origin> first = new LinkedHashMap<>();
    for (Block block : body.blocks()) {
      if (top && Instances.isMeta(block.type())) {
        continue;
      }
      boolean dynamic = block.type().equals("dynamic") && block.labels().size() == 1;
      String type = dynamic ? block.labels().getFirst().text() : block.type();
      first.putIfAbsent(type, Origin.written(block.header()));
      List<Value<Node>> into = blocks.computeIfAbsent(type, _ -> new ArrayList<>());
      if (dynamic) {
        dynamic(block, type, scope, into).ifPresent(why -> rest.put(type, why));
      } else {
        into.add(known(fields(block.body(), scope, false), block));
      }
    }
    blocks.forEach((type, values) ->
        entries.put(
            type,
            Value.known(
                new Node.Items(values, Optional.ofNullable(rest.get(type))),
                first.getOrDefault(type, Origin.written(body.span())))));
    return Node.Fields.of(entries);
  }

  private static Value<Node> known(Node node, Block block) {
    return Value.known(node, Origin.written(block.header()));
  }

  /// Adds the blocks that a `dynamic` block makes; gives why there may be more.
  private Optional<Reason> dynamic(Block block, String type, Scope scope, List<Value<Node>> into) {
    Optional<Attribute> forEach = block.body().attribute("for_each");
    Optional<Block> content = block.body().blocks("content").stream().findFirst();
    if (forEach.isEmpty() || content.isEmpty()) {
      return Optional.of(new Reason(Reason.Kind.INVALID, "dynamic " + type));
    }
    String iterator =
        block
            .body()
            .attribute("iterator")
            .map(a -> a.value() instanceof Expression.Variable(var name, _) ? name : type)
            .orElse(type);
    Value<Node> collection = new Evaluator(scope, bounds).value(forEach.get().value());
    Optional<Reason> rest = Optional.empty();
    for (Value.Case<Node> each : collection.cases()) {
      Loops.Elements elements =
          Loops.elements(each.value(), forEach.get().span(), scope.module().project().typing());
      for (Loops.Element element : elements.known()) {
        for (Value.Case<Node> one : perhaps(element.value(), elements.rest())) {
          var there = new Loops.Element(element.key(), one.value());
          Scope inner = scope.with(iterator, pair(there, block));
          Value<Node> made = known(fields(content.get().body(), inner, false), block);
          each.when().and(one.when()).ifPresent(when -> into.add(Filter.within(when, made)));
        }
      }
      rest = elements.rest().isPresent() ? elements.rest() : rest;
    }
    return rest;
  }

  private static Value<Node> pair(Loops.Element element, Block block) {
    Map<String, Value<Node>> fields = new LinkedHashMap<>();
    fields.put("key", element.key());
    fields.put("value", element.value());
    return Value.known(Node.Fields.of(fields), Origin.written(block.header()));
  }

  /// The value in the worlds in which the element is there, where that is not known in all.
  private static List<Value.Case<Node>> perhaps(Value<Node> value, Optional<Reason> rest) {
    boolean open =
        rest.isPresent() && value.cases().stream().anyMatch(c -> c.value() instanceof Value.Absent);
    return open
        ? value.cases().stream().filter(c -> !(c.value() instanceof Value.Absent)).toList()
        : List.of(new Value.Case<>(World.ANY, value));
  }
}
