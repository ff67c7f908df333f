package dev.postern.view.secrets;

import dev.postern.model.Strings.Leaf;
import java.util.Locale;

/// Says in words what a string of a resource is.
final class Places {
  private static final int LONGEST_NAME = 30;

  private Places() {}

  static String of(String type, Leaf leaf) {
    String path = leaf.path().toLowerCase(Locale.ROOT);
    String name = leaf.name().isEmpty() ? "" : " " + quoted(leaf.name());
    if (type.equals("Postern::Terraform::Root")
        && path.matches("(variables|settings|locals)\\b.*")) {
      return quoted((path.startsWith("locals") ? "local." : "var.") + leaf.name());
    }
    if (type.startsWith("Postern::")) {
      return path.startsWith("outputs.") ? "output" + name : name.strip();
    }
    if (path.contains("environment")) {
      return "environment variable" + name;
    }
    if (path.endsWith("userdata")) {
      return "user data";
    }
    if (path.startsWith("tags")) {
      return "tag" + name;
    }
    return switch (leaf.path()) {
      case "Code.ZipFile", "InlineCode" -> "inline code";
      case "DefinitionString", "Definition" -> "a state machine's definition";
      default -> leaf.name().isEmpty() ? "a string" : name.strip();
    };
  }

  /// A name in backticks, shortened where it is long.
  static String quoted(String name) {
    String plain = name.replace('`', '\'').replaceAll("\\s+", " ");
    return "`"
        + (plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME - 1) + "…" : plain)
        + "`";
  }
}
