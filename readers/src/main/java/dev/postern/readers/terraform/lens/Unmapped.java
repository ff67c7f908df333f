package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.PropertySchema;
import dev.postern.model.Resource;
import dev.postern.model.TypeSchema;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Lists the arguments of a resource that no property of its type is named after.
final class Unmapped {
  private final TypeSchema type;
  private final SequencedSet<String> paths = new LinkedHashSet<>();

  private Unmapped(TypeSchema type) {
    this.type = type;
  }

  static List<String> of(Resource resource, TypeSchema type) {
    var unmapped = new Unmapped(type);
    unmapped.walk(resource.properties(), type.properties(), "");
    return new ArrayList<>(unmapped.paths);
  }

  private void walk(Value<Node> value, Map<String, PropertySchema> properties, String at) {
    for (Value.Case<Node> each : value.cases()) {
      switch (each.value().sole().orElse(null)) {
        case Node.Items(var items, _) -> items.forEach(item -> walk(item, properties, at));
        case Node.Fields(var entries, _) ->
            entries.forEach((name, inner) -> {
              PropertySchema property = properties.get(name);
              if (property == null) {
                paths.add(at + name);
              } else if (!type.inside(property.shape()).isEmpty()
                  && !(property.shape() instanceof PropertySchema.Shape.MapOf)) {
                walk(inner, type.inside(property.shape()), at + name + ".");
              }
            });
        case null, default -> {}
      }
    }
  }
}
