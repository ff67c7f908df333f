package dev.postern.cli;

import dev.postern.readers.source.Sources;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The files of a review on disk. Nothing is read outside the repositories around the paths given
/// (or the folder in which the review started, where there is none); symbolic links are followed
/// only where they stay there.
///
/// Version control folders, caches (`.terraform`, `node_modules`, `cdk.out` staging aside) and what
/// `.gitignore` files name are left alone, unless the user names them.
final class DiskSources implements Sources {
  private static final long LARGEST_FILE = 16L << 20;
  private static final int MOST_FILES = 200_000;
  private static final int DEEPEST = 64;
  private static final Set<String> LEFT_ALONE =
      Set.of(
          ".git", ".hg", ".svn", ".terraform", "node_modules", ".venv", "__pycache__", ".postern");

  private final Path start;
  private final List<Path> roots;
  private final TreeSet<String> all = new TreeSet<>();
  private final Set<String> named = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Optional<SourceFile>> read = new HashMap<>();
  private final Map<String, List<String>> listed = new HashMap<>();
  private final Set<Path> visited = new HashSet<>();

  private DiskSources(Path start, List<Path> roots) {
    this.start = start;
    this.roots = roots;
  }

  /// What stands below the paths that the user named.
  ///
  /// @param start the folder that paths are shown relative to
  static DiskSources of(Path start, List<Path> paths) throws IOException {
    Path here = start.toRealPath();
    var roots = new ArrayList<Path>();
    for (Path path : paths) {
      Path target = here.resolve(path).normalize();
      roots.add(root(here, target));
    }
    var sources = new DiskSources(here, roots);
    for (Path path : paths) {
      sources.add(here.resolve(path).normalize());
    }
    return sources;
  }

  /// The repository around a path; else where the review started, if that holds it; else its
  /// folder.
  private static Path root(Path start, Path target) throws IOException {
    Path folder = Files.isDirectory(target) ? target : target.getParent();
    for (Path up = folder; up != null; up = up.getParent()) {
      if (Files.exists(up.resolve(".git"))) {
        return up.toRealPath();
      }
    }
    if (folder == null || !Files.isDirectory(folder)) {
      return start;
    }
    Path real = folder.toRealPath();
    return real.startsWith(start) ? start : real;
  }

  private void add(Path path) {
    String shown = shown(path);
    if (Files.isDirectory(path)) {
      walk(path, Ignored.above(path), 0);
    } else if (Files.exists(path)) {
      all.add(shown);
      named.add(shown);
    } else {
      problem("`%s` does not exist".formatted(shown), shown);
    }
  }

  /// The files that the user named one by one.
  Set<String> named() {
    return named;
  }

  private void walk(Path folder, Ignored ignored, int depth) {
    if (depth > DEEPEST || all.size() >= MOST_FILES) {
      problem(
          "`%s` is left out: too deep, or too many files".formatted(shown(folder)), shown(folder));
      return;
    }
    try {
      if (!visited.add(folder.toRealPath())) {
        return;
      }
    } catch (IOException e) {
      problem("`%s` cannot be read".formatted(shown(folder)), shown(folder));
      return;
    }
    Ignored here = ignored.with(folder);
    var folders = new TreeSet<Path>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        boolean directory = Files.isDirectory(entry);
        String name = entry.getFileName().toString();
        if ((directory && LEFT_ALONE.contains(name)) || here.ignores(entry, directory)) {
          continue;
        }
        if (Files.isSymbolicLink(entry) && !staysInside(entry)) {
          continue;
        }
        if (directory) {
          folders.add(entry);
        } else {
          all.add(shown(entry));
        }
      }
    } catch (AccessDeniedException e) {
      problem("`%s` cannot be read: access denied".formatted(shown(folder)), shown(folder));
    } catch (IOException e) {
      problem("`%s` cannot be read".formatted(shown(folder)), shown(folder));
    }
    folders.forEach(inner -> walk(inner, here, depth + 1));
  }

  private boolean staysInside(Path link) {
    try {
      return roots.stream().anyMatch(link.toRealPath()::startsWith);
    } catch (IOException e) {
      return false;
    }
  }

  private void problem(String message, String path) {
    problems.add(Problem.error(message, SourceFile.of(path, "").all()));
  }

  private String shown(Path path) {
    return start.relativize(path).toString().replace(File.separatorChar, '/');
  }

  @Override
  public List<String> all() {
    return List.copyOf(all);
  }

  @Override
  public List<Problem> problems() {
    return problems;
  }

  @Override
  public List<String> files(String folder) {
    return listed.computeIfAbsent(folder, this::list);
  }

  private List<String> list(String folder) {
    Path path = start.resolve(folder);
    var found = new TreeSet<String>();
    if (isInside(folder) && Files.isDirectory(path)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
        for (Path entry : entries) {
          if (Files.isRegularFile(entry)) {
            found.add(shown(entry));
          }
        }
      } catch (IOException e) {
        problem("`%s` cannot be read".formatted(folder), folder);
      }
    }
    return List.copyOf(found);
  }

  @Override
  public boolean isInside(String path) {
    Path target = start.resolve(path).normalize();
    if (roots.stream().noneMatch(target::startsWith)) {
      return false;
    }
    return !Files.exists(target, LinkOption.NOFOLLOW_LINKS) || staysInside(target);
  }

  @Override
  public Optional<SourceFile> read(String path) {
    return read.computeIfAbsent(path, this::load);
  }

  private Optional<SourceFile> load(String path) {
    Path target = start.resolve(path);
    if (!isInside(path) || !Files.isRegularFile(target)) {
      return Optional.empty();
    }
    try {
      if (Files.size(target) > LARGEST_FILE) {
        problem("`%s` is larger than 16 MiB and not read".formatted(path), path);
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(target);
      return Optional.of(SourceFile.of(path, decode(bytes)));
    } catch (CharacterCodingException e) {
      if (named.contains(path) || path.endsWith(".tf")) {
        problem("`%s` is not text in UTF-8".formatted(path), path);
      }
      return Optional.empty();
    } catch (IOException e) {
      problem("`%s` cannot be read".formatted(path), path);
      return Optional.empty();
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    if (text.indexOf('\0') >= 0) {
      throw new CharacterCodingException();
    }
    return text;
  }
}
