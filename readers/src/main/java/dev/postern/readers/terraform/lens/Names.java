package dev.postern.readers.terraform.lens;

import dev.postern.model.PropertySchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the property that an argument is named after: the same name but for case and underscores,
/// in the singular or the plural, or with a word in front that goes without saying.
final class Names {
  private Names() {}

  /// @param kind at the top, the last word of the type: `name` may be `RoleName` there
  static Optional<PropertySchema> match(
      String argument, Map<String, PropertySchema> properties, Optional<String> kind) {
    PropertySchema same = properties.get(argument);
    if (same != null || properties.isEmpty()) {
      return Optional.ofNullable(same);
    }
    for (String candidate : candidates(argument.replace("_", ""), kind)) {
      for (PropertySchema property : properties.values()) {
        if (property.name().equalsIgnoreCase(candidate)) {
          return Optional.of(property);
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> candidates(String name, Optional<String> kind) {
    var all = new ArrayList<String>();
    all.add(name);
    kind.ifPresent(word -> all.add(word + name));
    all.add(name + "s");
    all.add(name + "es");
    if (name.endsWith("y")) {
      all.add(name.substring(0, name.length() - 1) + "ies");
    }
    if (name.endsWith("s")) {
      all.add(name.substring(0, name.length() - 1));
    }
    all.add("Preferred" + name);
    if (name.endsWith("keyarn")) {
      all.add(name.substring(0, name.length() - 3) + "id");
    }
    return all;
  }
}
