package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Schemas;
import dev.postern.model.Text;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What references print, where the template gives the resource its name.
final class Printed {
  private final Optional<Schemas> schemas;
  private final Values values;
  private final Map<String, Optional<Text>> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  Printed(Optional<Schemas> schemas, Values values) {
    this.schemas = schemas;
    this.values = values;
  }

  /// What the attribute (`Ref` among them) of the resource is, as far as the template tells.
  Optional<Text> of(Declared resource, String attribute, Span use) {
    return switch (attribute) {
      case "Ref" -> name(resource);
      case "Arn" ->
          resource.type().equals("AWS::S3::Bucket")
              ? name(resource).map(name -> bucket(name, Origin.written(use)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// The name of a bucket is all of its ARN
  /// (<https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html>).
  private static Text bucket(Text name, Origin origin) {
    return Texts.join(
        List.of(
            Text.of("arn:", origin),
            Pseudo.hole("AWS::Partition", origin),
            Text.of(":s3:::", origin),
            name));
  }

  private Optional<Text> name(Declared resource) {
    Optional<Text> before = known.get(resource.id());
    if (before != null) {
      return before;
    }
    if (!open.add(resource.id())) {
      return Optional.empty();
    }
    Optional<Text> found =
        schemas
            .flatMap(s -> s.type(resource.type()))
            .filter(s -> s.ref().size() == 1 && s.properties().containsKey(s.ref().getFirst()))
            .flatMap(s -> property(resource, s.ref().getFirst()))
            .map(tree -> values.of(tree, resource.scope()))
            .flatMap(Printed::text);
    open.remove(resource.id());
    known.put(resource.id(), found);
    return found;
  }

  private static Optional<Text> text(Value<Node> value) {
    return value instanceof Value.Known<Node>(Text text, _, _)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<Tree> property(Declared resource, String name) {
    return resource.body() instanceof Mapping body
            && body.find("Properties").orElse(body) instanceof Mapping properties
        ? properties.find(name)
        : Optional.empty();
  }
}
