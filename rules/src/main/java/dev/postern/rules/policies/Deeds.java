package dev.postern.rules.policies;

import java.util.List;
import java.util.Locale;

/// What an action does, in a word for titles.
final class Deeds {
  private static final List<String> READING =
      List.of("get", "list", "describe", "batchget", "query", "scan", "receive", "decrypt", "head");

  private Deeds() {}

  /// A verb for an action by its full name.
  static String of(String action) {
    String name = action.substring(action.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    boolean all = name.contains("*");
    return all ? "use" : READING.stream().anyMatch(name::startsWith) ? "read" : "change or use";
  }
}
