package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.TerraformSchemas;
import dev.postern.model.TerraformType;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Block;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A resource as expressions see it: its arguments, and the attributes that are known only after it
/// is there: strings as references to it, collections as unknown.
final class Computed {
  /// The argument whose value `id` is, where the provider documents so.
  private static final Map<String, String> ID =
      Map.of(
          "aws_s3_bucket", "bucket",
          "aws_iam_role", "name",
          "aws_iam_user", "name",
          "aws_iam_group", "name",
          "aws_iam_instance_profile", "name",
          "aws_cloudwatch_log_group", "name",
          "aws_dynamodb_table", "name",
          "aws_ecr_repository", "name",
          "aws_lambda_function", "function_name",
          "aws_ecs_task_definition", "family");

  private final TerraformSchemas schemas;

  Computed(TerraformSchemas schemas) {
    this.schemas = schemas;
  }

  /// What a block says, with the blocks inside of it in lists whatever the syntax.
  Node.Fields listed(Block block, Node.Fields body) {
    String type = block.labels().getFirst().text();
    boolean data = block.type().equals("data");
    return block.span().file().path().endsWith(".json")
        ? (data ? schemas.dataSource(type) : schemas.resource(type))
            .map(schema -> JsonBlocks.listed(body, schema))
            .orElse(body)
        : body;
  }

  Value<Node> withComputed(Block block, String address, Node.Fields body) {
    Origin here = Origin.written(block.header());
    String type = block.labels().getFirst().text();
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    Optional<TerraformType> schema = schemas.resource(type);
    if (schema.isPresent()) {
      schema
          .get()
          .arguments()
          .forEach((name, argument) -> {
            boolean computed =
                argument.mode() == TerraformType.Mode.COMPUTED
                    || argument.mode() == TerraformType.Mode.OPTIONAL_COMPUTED;
            boolean scalar = argument.shape() instanceof TerraformType.Shape.Scalar;
            Reason why = new Reason(Reason.Kind.APPLY, address + "." + name);
            all.put(
                name,
                !computed
                    ? absent(argument.shape(), here)
                    : scalar
                        ? reference(type, address, name, body, here)
                        : Value.unknown(why, here));
          });
    }
    for (String name : List.of("id", "arn")) {
      all.put(name, reference(type, address, name, body, here));
    }
    body.entries()
        .forEach((name, value) -> {
          if (!(value instanceof Value.Absent<Node>) || !all.containsKey(name)) {
            Optional<TerraformType.Shape> shape =
                schema.flatMap(s -> s.argument(name)).map(TerraformType.Argument::shape);
            String path = address + "." + name;
            all.put(name, shape.map(s -> completed(value, s, path)).orElse(value));
          }
        });
    // INVARIANT: other versions of the provider have other attributes
    var rest = new Reason(Reason.Kind.APPLY, address);
    return Value.known(new Node.Fields(all, Optional.of(rest)), here);
  }

  /// What an argument is that is not written: no blocks, or null.
  private static Value<Node> absent(TerraformType.Shape shape, Origin here) {
    boolean blocks =
        shape instanceof TerraformType.Shape.Block(var nesting, _)
            && nesting != TerraformType.Nesting.SINGLE
            && nesting != TerraformType.Nesting.MAP;
    return blocks ? Value.known(Node.Items.of(List.of()), here) : Value.absent(here);
  }

  /// Blocks with the attributes that are known only after apply, as references.
  private static Value<Node> completed(Value<Node> value, TerraformType.Shape shape, String path) {
    if (!(shape instanceof TerraformType.Shape.Block(_, var arguments))) {
      return value;
    }
    Origin here = value.origin();
    return value.map(node ->
        switch (node) {
          case Node.Items(var items, var rest) -> {
            var all = new ArrayList<Value<Node>>();
            for (int i = 0; i < items.size(); i++) {
              all.add(completed(items.get(i), shape, path + "[" + i + "]"));
            }
            yield new Node.Items(all, rest);
          }
          case Node.Fields(var entries, var rest) -> {
            SequencedMap<String, Value<Node>> all = new LinkedHashMap<>(entries);
            arguments.forEach((name, argument) -> {
              Value<Node> inner = all.get(name);
              boolean computed =
                  argument.mode() == TerraformType.Mode.COMPUTED
                      || argument.mode() == TerraformType.Mode.OPTIONAL_COMPUTED;
              if (inner != null && !(inner instanceof Value.Absent)) {
                all.put(name, completed(inner, argument.shape(), path + "." + name));
              } else if (computed) {
                Reason why = new Reason(Reason.Kind.APPLY, path + "." + name);
                all.put(name, Value.unknown(why, here));
              } else {
                all.put(name, absent(argument.shape(), here));
              }
            });
            yield new Node.Fields(all, rest);
          }
          case Text _, Node.Num _, Node.Bool _ -> node;
        });
  }

  private static Value<Node> reference(
      String type, String address, String name, Node.Fields body, Origin here) {
    Optional<Text> value = name.equals("id") ? id(type, body) : Optional.empty();
    return Value.known(TerraformResource.attribute(address, name, value, here), here);
  }

  private static Optional<Text> id(String type, Node.Fields body) {
    return Optional.ofNullable(ID.get(type))
        .flatMap(argument -> Optional.ofNullable(body.entries().get(argument)))
        .flatMap(Value::sole)
        .filter(Text.class::isInstance)
        .map(Text.class::cast);
  }
}
