package dev.postern.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text that is compared with a file under a module's `src/test/resources`.
///
/// `-Dpostern.update=true` writes the files instead; the project's root is the system property
/// `postern.root`, which the build sets.
public final class Golden {
  private Golden() {}

  /// Compares `actual` with `file`, character by character.
  ///
  /// @param module the module's folder: `report`, `fronts/cli`
  /// @param file the path below its `src/test/resources`
  /// @throws AssertionError naming the file and the first line that differs
  public static void check(String module, String file, String actual) {
    String root = System.getProperty("postern.root");
    if (root == null) {
      throw new IllegalStateException("the system property postern.root is not set");
    }
    check(
        Path.of(root, module, "src", "test", "resources").resolve(file),
        Boolean.getBoolean("postern.update"),
        actual);
  }

  static void check(Path file, boolean update, String actual) {
    try {
      if (update) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
      } else if (!Files.exists(file)) {
        throw new AssertionError(file + " does not exist; -Dpostern.update=true writes it");
      } else {
        compare(file, Files.readString(file), actual);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(Path file, String expected, String actual) {
    if (expected.equals(actual)) {
      return;
    }
    String[] want = expected.split("\n", -1);
    String[] have = actual.split("\n", -1);
    int line = 0;
    while (line < want.length && line < have.length && want[line].equals(have[line])) {
      line++;
    }
    throw new AssertionError(
        "%s:%d differs; -Dpostern.update=true rewrites it%n  expected: %s%n  actual:   %s"
            .formatted(file, line + 1, at(want, line), at(have, line)));
  }

  private static String at(String[] lines, int line) {
    return line < lines.length ? "`" + lines[line] + "`" : "the end of the text";
  }
}
