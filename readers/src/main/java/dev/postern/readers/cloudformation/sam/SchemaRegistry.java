package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a role needs to read the schemas of Kafka's messages.
record SchemaRegistry(Props config, Stack stack) {
  private static final String REGISTRY = ":registry/";

  List<Value<Node>> statements() {
    var all = new ArrayList<Value<Node>>();
    for (Value<Node> access : config.list("AccessConfigs")) {
      Props.of(access)
          .find("URI")
          .ifPresent(
              uri -> all.add(Document.allow(uri, uri.origin(), "secretsmanager:GetSecretValue")));
    }
    config
        .find("SchemaRegistryURI")
        .ifPresent(uri -> {
          Optional<Value<Node>> name = name(uri);
          if (name.isPresent()) {
            all.add(Document.allow(uri, uri.origin(), "glue:GetRegistry"));
            String schemas =
                "arn:${AWS::Partition}:glue:${AWS::Region}:${AWS::AccountId}:schema/${name}/*";
            Value<Node> arn =
                stack.pattern().fill(schemas, uri.origin(), Map.of("name", name.get()));
            all.add(Document.allow(arn, uri.origin(), "glue:GetSchemaVersion"));
          }
        });
    return all;
  }

  /// What follows `registry/` in the ARN of a Glue registry.
  private static Optional<Value<Node>> name(Value<Node> uri) {
    if (!(uri instanceof Value.Known<Node>(Text text, var origin, _))) {
      return Optional.empty();
    }
    var rest = new ArrayList<Text.Part>();
    boolean isFound = false;
    for (Text.Part part : text.parts()) {
      if (isFound) {
        rest.add(part);
      } else if (part instanceof Text.Part.Literal(var literal, var at)
          && literal.contains(REGISTRY)) {
        isFound = true;
        int from = literal.indexOf(REGISTRY) + REGISTRY.length();
        rest.add(new Text.Part.Literal(literal.substring(from), at));
      }
    }
    return isFound ? Optional.of(Value.known(Text.of(rest), origin)) : Optional.empty();
  }
}
