package dev.postern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The patterns of `.gitignore` files from the repository's top down to a folder; the last pattern
/// that matches decides. Git's own settings (`.git/info/exclude`, the user's excludes file) are not
/// read. `postern.yaml` uses the same patterns.
///
/// @see <a href="https://git-scm.com/docs/gitignore#_pattern_format">pattern format</a>
record Ignored(List<Pattern> patterns) {
  private static final int LONGEST = 1_000;

  /// One line of a `.gitignore`.
  ///
  /// @param folder where it stands; it speaks of what is below
  /// @param glob the pattern without its marks
  /// @param anchored whether it speaks of the path from `folder` rather than of any name below
  private record Pattern(
      Path folder, String glob, boolean anchored, boolean foldersOnly, boolean negated) {

    boolean matches(Path path, boolean directory) {
      if ((foldersOnly && !directory) || !path.startsWith(folder) || path.equals(folder)) {
        return false;
      }
      String relative = folder.relativize(path).toString().replace('\\', '/');
      String name = path.getFileName().toString();
      return Globs.matches(glob, anchored ? relative : name);
    }
  }

  /// The patterns `lines`, as if they stood in `folder`.
  static Ignored of(Path folder, List<String> lines) {
    return new Ignored(lines.stream().flatMap(line -> parse(folder, line).stream()).toList());
  }

  /// What the folders above `path` say, from the repository's top.
  static Ignored above(Path path) {
    var folders = new ArrayList<Path>();
    boolean repository = false;
    for (Path up = path.getParent(); up != null && !repository; up = up.getParent()) {
      folders.addFirst(up);
      repository = Files.exists(up.resolve(".git"));
    }
    Ignored ignored = new Ignored(List.of());
    boolean inside = Files.exists(path.resolve(".git"));
    if (repository && !inside) {
      for (Path folder : folders) {
        ignored = ignored.with(folder);
      }
    }
    return ignored;
  }

  Ignored with(Path folder) {
    Path file = folder.resolve(".gitignore");
    if (!Files.isRegularFile(file)) {
      return this;
    }
    var all = new ArrayList<>(patterns);
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        parse(folder, line).ifPresent(all::add);
      }
    } catch (IOException e) {
      return this; // what cannot be read ignores nothing
    }
    return new Ignored(all);
  }

  private static Optional<Pattern> parse(Path folder, String line) {
    String text = withoutTrailingSpace(line);
    if (text.isEmpty() || text.startsWith("#") || text.length() > LONGEST) {
      return Optional.empty();
    }
    boolean negated = text.startsWith("!");
    text = negated ? text.substring(1) : text;
    boolean foldersOnly = text.endsWith("/");
    text = foldersOnly ? text.substring(0, text.length() - 1) : text;
    boolean anchored = text.contains("/");
    text = text.startsWith("/") ? text.substring(1) : text;
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pattern(folder, text, anchored, foldersOnly, negated));
  }

  private static String withoutTrailingSpace(String line) {
    int end = line.length();
    while (end > 0 && " \t\r".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean quoted = end > 0 && end < line.length() && line.charAt(end - 1) == '\\';
    return line.substring(0, quoted ? end + 1 : end);
  }

  /// Whether a file or a folder around it is ignored.
  boolean covers(Path file) {
    boolean directory = false;
    for (Path path = file; path != null && path.getFileName() != null; path = path.getParent()) {
      if (ignores(path, directory)) {
        return true;
      }
      directory = true;
    }
    return false;
  }

  boolean ignores(Path path, boolean directory) {
    for (Pattern pattern : patterns.reversed()) {
      if (pattern.matches(path, directory)) {
        return !pattern.negated();
      }
    }
    return false;
  }
}
