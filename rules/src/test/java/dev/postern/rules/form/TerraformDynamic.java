package dev.postern.rules.form;

import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Body;
import dev.postern.readers.hcl.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Forms in which nested blocks of resources are made by `dynamic` blocks.
final class TerraformDynamic {
  private static final String WHEN = "a resource has a nested block";

  private TerraformDynamic() {}

  static List<Form> all() {
    return List.of(
        form("dynamic", TerraformDynamic::once),
        form("dynamic-of-condition", TerraformDynamic::conditional),
        form("dynamic-values", body -> values(body, false)),
        form("dynamic-iterator", body -> values(body, true)));
  }

  @FunctionalInterface
  private interface Written {
    String of(Body body);
  }

  private static Form form(String name, Written written) {
    return new Form(
        name,
        WHEN,
        text -> {
          var edits = new Edits(text);
          for (Block resource : Configuration.of(text).resources()) {
            if (!resource.body().blocks().isEmpty()) {
              edits.replace(resource.body().span(), "\n" + written.of(resource.body()));
            }
          }
          return edits.isEmpty() ? Map.of() : Map.of("main.tf", edits.result());
        });
  }

  private static String once(Body body) {
    return each(body, "[1]", TerraformDynamic::once);
  }

  private static String conditional(Body body) {
    return each(body, "1 > 0 ? { only = 1 } : {}", TerraformDynamic::conditional);
  }

  private static String each(Body body, String over, Written content) {
    var result = new StringBuilder();
    for (Item item : body.items()) {
      result.append(
          switch (item) {
            case Attribute attribute -> attribute.span().text() + "\n";
            case Block block ->
                "dynamic \"%s\" {\nfor_each = %s\ncontent {\n%s}\n}\n"
                    .formatted(block.type(), over, content.of(block.body()));
          });
    }
    return result.toString();
  }

  /// Blocks of one type become one block over a list of objects with what they say; those with
  /// blocks inside stay one by one.
  private static String values(Body body, boolean named) {
    Map<String, List<Block>> groups = new LinkedHashMap<>();
    body.blocks().forEach(b -> groups.merge(key(b), List.of(b), TerraformDynamic::joined));
    String arguments =
        body.attributes().stream().map(a -> a.span().text() + "\n").collect(Collectors.joining());
    return arguments
        + groups.values().stream().map(g -> values(g, named)).collect(Collectors.joining());
  }

  private static String key(Block block) {
    return block.body().blocks().isEmpty()
        ? block.type()
        : block.type() + " " + block.span().start();
  }

  private static List<Block> joined(List<Block> first, List<Block> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static String values(List<Block> group, boolean named) {
    String type = group.getFirst().type();
    String iterator = named ? "given_" + type : type;
    List<String> names =
        group.stream()
            .flatMap(b -> b.body().attributes().stream())
            .map(Attribute::name)
            .distinct()
            .toList();
    String objects =
        group.stream().map(b -> object(b.body(), names)).collect(Collectors.joining(", "));
    String arguments =
        names.stream()
            .map(name -> name + " = " + iterator + ".value." + name + "\n")
            .collect(Collectors.joining());
    String inner =
        values(
            new Body(List.copyOf(group.getFirst().body().blocks()), group.getFirst().span()),
            named);
    return "dynamic \"%s\" {\nfor_each = [%s]\n%scontent {\n%s%s}\n}\n"
        .formatted(type, objects, named ? "iterator = " + iterator + "\n" : "", arguments, inner);
  }

  private static String object(Body body, List<String> names) {
    return names.stream()
        .map(name ->
            name + " = " + body.attribute(name).map(a -> a.value().span().text()).orElse("null"))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }
}
