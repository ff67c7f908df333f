package dev.postern.policy;

import java.util.Locale;

/// The holes `${Name}` in the ARN templates and key names that AWS publishes.
final class Placeholders {
  private Placeholders() {}

  /// The template with every hole replaced.
  static String fill(String template, String replacement) {
    var filled = new StringBuilder();
    int at = 0;
    for (int open = template.indexOf("${"); open >= 0; open = template.indexOf("${", at)) {
      int close = template.indexOf('}', open);
      if (close < 0) {
        break;
      }
      filled.append(template, at, open).append(replacement);
      at = close + 1;
    }
    return filled.append(template, at, template.length()).toString();
  }

  /// Whether `text` is the template with some text in each hole, without regard to case.
  static boolean matches(String template, String text) {
    if (!template.contains("${")) {
      return template.equalsIgnoreCase(text);
    }
    String glob = fill(template, "?*").toLowerCase(Locale.ROOT);
    return Globs.covers(glob, text.toLowerCase(Locale.ROOT));
  }
}
