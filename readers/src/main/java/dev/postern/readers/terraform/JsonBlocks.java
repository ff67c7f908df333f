package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.TerraformType;
import dev.postern.model.TerraformType.Argument;
import dev.postern.model.TerraformType.Nesting;
import dev.postern.model.TerraformType.Shape;
import dev.postern.model.Text;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// One block stands in the JSON syntax as an object, with or without a list around it; its value is
/// a list either way (Terraform language, "JSON Configuration Syntax", "Nested Block Mapping").
/// Only the schema tells such an object from a map.
final class JsonBlocks {
  private JsonBlocks() {}

  /// The arguments of a resource with each single block in a list.
  static Node.Fields listed(Node.Fields body, TerraformType type) {
    return listed(body, type.arguments());
  }

  private static Node.Fields listed(Node.Fields body, Map<String, Argument> arguments) {
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    body.entries()
        .forEach((name, value) -> {
          Argument argument = arguments.get(name);
          all.put(
              name,
              argument != null && argument.shape() instanceof Shape.Block block
                  ? listed(value, block)
                  : value);
        });
    return new Node.Fields(all, body.rest());
  }

  private static Value<Node> listed(Value<Node> value, Shape.Block block) {
    return value.map(node ->
        switch (node) {
          case Node.Fields fields when block.nesting() == Nesting.MAP -> fields;
          case Node.Fields fields when block.nesting() == Nesting.SINGLE ->
              listed(fields, block.arguments());
          case Node.Fields fields ->
              Node.Items.of(
                  List.of(Value.known(listed(fields, block.arguments()), value.origin())));
          case Node.Items(var items, var rest) ->
              new Node.Items(items.stream().map(item -> inside(item, block)).toList(), rest);
          case Text _, Node.Num _, Node.Bool _ -> node;
        });
  }

  private static Value<Node> inside(Value<Node> item, Shape.Block block) {
    return item.map(
        node -> node instanceof Node.Fields fields ? listed(fields, block.arguments()) : node);
  }
}
