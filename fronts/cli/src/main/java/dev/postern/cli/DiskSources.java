package dev.postern.cli;

import dev.postern.readers.source.Paths;
import dev.postern.readers.source.Sources;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The files of a review on disk. Nothing is read outside the repositories around the paths given
/// (or the folder in which the review started, where there is none); symbolic links are followed
/// only where they stay there.
///
/// Version control folders, caches and builds (`.terraform`, `.aws-sam`, `node_modules`) and what
/// `.gitignore` files or the configuration name are left alone, unless the user names them.
final class DiskSources implements Sources {
  private static final long LARGEST_FILE = 64L << 20;
  private static final int MOST_FILES = 200_000;
  private static final int DEEPEST = 64;
  private static final Set<String> LEFT_ALONE =
      Set.of(
          ".git",
          ".hg",
          ".svn",
          ".aws-sam",
          ".terraform",
          "node_modules",
          ".venv",
          "__pycache__",
          ".postern");

  /// Opens a folder to list it.
  interface Opening {
    DirectoryStream<Path> open(Path folder) throws IOException;
  }

  private final Path start;
  private final List<Path> roots;
  private final Ignored excluded;
  private final Opening opening;
  private final Set<Path> opened = new HashSet<>();
  private final TreeSet<String> all = new TreeSet<>();
  private final Set<String> named = new LinkedHashSet<>();
  private final Queue<Problem> problems = new ConcurrentLinkedQueue<>();
  private final Map<String, Optional<SourceFile>> read = new ConcurrentHashMap<>();
  private final Map<String, List<String>> listed = new ConcurrentHashMap<>();
  private final Set<Path> visited = new HashSet<>();

  private DiskSources(Path start, List<Path> roots, Ignored excluded, Opening opening) {
    this.start = start;
    this.roots = roots;
    this.excluded = excluded;
    this.opening = opening;
  }

  /// What stands below the paths that the user named.
  ///
  /// @param start the folder that paths are shown relative to, a real path
  /// @param excluded what the configuration leaves out
  static DiskSources of(Path start, List<Path> paths, Ignored excluded) throws IOException {
    return of(start, paths, excluded, Files::newDirectoryStream);
  }

  static DiskSources of(Path start, List<Path> paths, Ignored excluded, Opening opening)
      throws IOException {
    var targets = new ArrayList<Path>();
    for (Path path : paths) {
      Path target = start.resolve(path).normalize();
      if (!Files.exists(target)) {
        throw new UsageException("`%s` does not exist".formatted(path));
      }
      targets.add(target.toRealPath());
    }
    var roots = new ArrayList<Path>();
    for (Path target : targets) {
      roots.add(root(start, target));
    }
    var sources = new DiskSources(start, roots, excluded, opening);
    targets.forEach(sources::add);
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
    if (Files.isDirectory(path)) {
      walk(path, Ignored.above(path), 0);
      return;
    }
    all.add(shown(path));
    named.add(shown(path));
    if (!Files.isRegularFile(path)) {
      problem("`%s` is no regular file".formatted(shown(path)), shown(path));
    }
  }

  /// Lets a file be read that the user named as something else than what is to be reviewed.
  ///
  /// @return its path in the review
  String open(Path file) {
    Path target = start.resolve(file).normalize();
    if (!Files.isRegularFile(target)) {
      throw new UsageException("the variable file `%s` does not exist".formatted(file));
    }
    opened.add(target);
    return shown(target);
  }

  /// The files that the user named one by one.
  Set<String> named() {
    return named;
  }

  private void walk(Path folder, Ignored ignored, int depth) {
    if (depth > DEEPEST || all.size() >= MOST_FILES) {
      problem(
          depth > DEEPEST
              ? "folders are nested deeper than %d and not read".formatted(DEEPEST)
              : "more than %d files; this folder is not read".formatted(MOST_FILES),
          shown(folder));
      return;
    }
    var folders = new TreeSet<Path>();
    Ignored here = ignored.with(folder);
    try {
      if (!visited.add(folder.toRealPath())) {
        return;
      }
      try (DirectoryStream<Path> entries = opening.open(folder)) {
        for (Path entry : entries) {
          boolean directory = Files.isDirectory(entry);
          if (isWanted(entry, directory, here)) {
            if (directory) {
              folders.add(entry);
            } else {
              all.add(shown(entry));
            }
          }
        }
      }
    } catch (AccessDeniedException _) {
      problem("`%s` cannot be read: access denied".formatted(shown(folder)), shown(folder));
    } catch (IOException | DirectoryIteratorException _) {
      problem("`%s` cannot be read".formatted(shown(folder)), shown(folder));
    }
    folders.forEach(inner -> walk(inner, here, depth + 1));
  }

  private boolean isWanted(Path entry, boolean directory, Ignored here) {
    String name = entry.getFileName().toString();
    if ((directory && LEFT_ALONE.contains(name))
        || here.ignores(entry, directory)
        || excluded.ignores(entry, directory)) {
      return false;
    }
    if (Files.isSymbolicLink(entry) && !staysInside(entry)) {
      String message =
          "`%s` is a symbolic link to nothing, or to outside of what is reviewed, and not followed"
              .formatted(shown(entry));
      Span at = SourceFile.of(shown(entry), "").all();
      problems.add(
          Paths.isTerraform(name) ? Problem.error(message, at) : Problem.warning(message, at));
      return false;
    }
    return true;
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
    return shown(start, path);
  }

  /// `path` from `folder`, `/` separated; empty for the folder itself.
  static String shown(Path folder, Path path) {
    return folder.relativize(path).toString().replace(File.separatorChar, '/');
  }

  /// Where a path lies; nothing when no file can have such a name.
  private Optional<Path> place(String path) {
    try {
      return Optional.of(start.resolve(path).normalize());
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> all() {
    return List.copyOf(all);
  }

  @Override
  public List<Problem> problems() {
    return problems.stream()
        .sorted(
            Comparator.comparing((Problem p) -> p.at().file().path())
                .thenComparing(Problem::message))
        .toList();
  }

  @Override
  public List<String> files(String folder) {
    return listed.computeIfAbsent(folder, this::list);
  }

  private List<String> list(String folder) {
    Optional<Path> path = place(folder).filter(Files::isDirectory);
    var found = new TreeSet<String>();
    if (path.isPresent() && isInside(folder)) {
      try (DirectoryStream<Path> entries = opening.open(path.get())) {
        for (Path entry : entries) {
          if (Files.isRegularFile(entry)) {
            found.add(shown(entry));
          }
        }
      } catch (IOException | DirectoryIteratorException _) {
        problem("`%s` cannot be read".formatted(folder), folder);
      }
    }
    return List.copyOf(found);
  }

  @Override
  public boolean isInside(String path) {
    return place(path).filter(this::isInside).isPresent();
  }

  private boolean isInside(Path target) {
    if (opened.contains(target)) {
      return true;
    }
    return roots.stream().anyMatch(target::startsWith)
        && (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) || staysInside(target));
  }

  @Override
  public Optional<SourceFile> read(String path) {
    return read.computeIfAbsent(path, this::load);
  }

  @Override
  public Optional<byte[]> bytes(String path) {
    Optional<Path> target = target(path);
    try {
      return target.isPresent() && Files.size(target.get()) <= LARGEST_FILE
          ? Optional.of(Files.readAllBytes(target.get()))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Optional<Path> target(String path) {
    return place(path).filter(this::isInside).filter(Files::isRegularFile);
  }

  private Optional<SourceFile> load(String path) {
    Optional<Path> target = target(path);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (Files.size(target.get()) > LARGEST_FILE) {
        problem("`%s` is larger than 64 MiB and not read".formatted(path), path);
        return Optional.empty();
      }
      return Optional.of(SourceFile.of(path, decode(Files.readAllBytes(target.get()))));
    } catch (CharacterCodingException _) {
      String message = "`%s` is not text in UTF-8 and not read".formatted(path);
      Span at = SourceFile.of(path, "").all();
      boolean must = named.contains(path) || Paths.isTerraform(path) || path.endsWith(".tfvars");
      problems.add(must ? Problem.error(message, at) : Problem.warning(message, at));
      return Optional.empty();
    } catch (IOException _) {
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
