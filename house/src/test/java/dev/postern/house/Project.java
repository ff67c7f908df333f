package dev.postern.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// The project as text: its files, and among them its Java sources.
final class Project {
  static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("postern.root"), "postern.root"));

  private static final Set<String> LEFT_ALONE =
      Set.of("target", "node_modules", "gen", "generated-sources");
  private static final Set<String> BINARY = Set.of("jar", "png", "gz", "zip", "aot");

  private Project() {}

  /// A Java file.
  ///
  /// @param path from the root, with `/`
  record Source(String path, String text) {

    boolean isMain() {
      return path.contains("/src/main/");
    }

    boolean isIn(String module) {
      return path.startsWith(module + "/");
    }

    /// The folder that it stands in.
    String folder() {
      return path.substring(0, path.lastIndexOf('/'));
    }

    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  /// Every Java file, tests included, by path.
  static List<Source> sources() {
    return files().stream()
        .filter(path -> path.endsWith(".java"))
        .map(path -> new Source(path, read(path)))
        .toList();
  }

  /// The path of every file of the project that is text, from the root and sorted; hidden folders
  /// and what builds make are left out, `.ci` and `.mvn` are not.
  static List<String> files() {
    var found = new TreeSet<String>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return leavesAlone(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String path = ROOT.relativize(file).toString().replace('\\', '/');
              if (!BINARY.contains(path.substring(path.lastIndexOf('.') + 1))
                  && !path.equals(".git")) {
                found.add(path);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ArrayList<>(found);
  }

  private static boolean leavesAlone(Path folder) {
    if (folder.equals(ROOT)) {
      return false;
    }
    String name = folder.getFileName().toString();
    boolean hidden = name.startsWith(".") && !name.equals(".ci") && !name.equals(".mvn");
    return hidden || LEFT_ALONE.contains(name);
  }

  /// The text of a file.
  static String read(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  static void write(String path, String text) {
    try {
      Path file = ROOT.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /// Whether files are to be rewritten instead of compared: `-Dpostern.update=true`.
  static boolean updates() {
    return Boolean.getBoolean("postern.update");
  }
}
