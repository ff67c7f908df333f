package dev.postern.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where the program prints, and what that place can show.
record Terminal(PrintStream out, PrintStream err) {
  private static final int NARROWEST = 60;
  private static final int USUAL = 100;

  /// A message about the run, not part of its result.
  void say(String message) {
    err.println("postern: " + visible(message));
  }

  /// With the characters that a terminal obeys made harmless: names of files may hold any.
  private static String visible(String text) {
    return text.codePoints().anyMatch(Terminal::isControl)
        ? text.codePoints()
            .mapToObj(c -> isControl(c) ? "<U+%04X>".formatted(c) : Character.toString(c))
            .collect(Collectors.joining())
        : text;
  }

  private static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  void detail(String line) {
    err.println(line);
  }

  /// Whether a person reads the output as it comes.
  boolean isInteractive() {
    return Optional.ofNullable(System.console()).filter(c -> c.isTerminal()).isPresent();
  }

  /// Whether to colour: `--color always|never|auto`; `NO_COLOR` turns automatic colour off.
  boolean colours(String wanted) {
    return switch (wanted) {
      case "always" -> true;
      case "never" -> false;
      default ->
          isInteractive()
              && Optional.ofNullable(System.getenv("NO_COLOR")).filter(s -> !s.isEmpty()).isEmpty()
              && !"dumb".equals(System.getenv("TERM"));
    };
  }

  /// Whether the locale can show box characters.
  boolean showsUnicode() {
    String locale =
        Optional.ofNullable(System.getenv("LC_ALL"))
            .filter(s -> !s.isEmpty())
            .or(() -> Optional.ofNullable(System.getenv("LC_CTYPE")).filter(s -> !s.isEmpty()))
            .or(() -> Optional.ofNullable(System.getenv("LANG")))
            .orElse("");
    return locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
  }

  int width() {
    return Optional.ofNullable(System.getenv("COLUMNS"))
        .filter(s -> s.matches("\\d{1,4}"))
        .map(Integer::parseInt)
        .map(w -> Math.max(w, NARROWEST))
        .orElse(USUAL);
  }
}
