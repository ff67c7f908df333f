package dev.postern.readers.cdk;

import dev.postern.readers.source.Paths;
import dev.postern.readers.source.Sources;
import dev.postern.readers.tree.Tree;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the lines of the user's program that stack traces name.
///
/// Traces have the paths of the machine on which the app was synthesized. A file is ours when the
/// end of such a path leads to it from the app's folder or one around it; the longest end counts.
/// Frames inside of libraries are none of the user's.
final class Frames {
  private static final Pattern PLACE = Pattern.compile("([^()]+):(\\d{1,7}):(\\d{1,7})\\)?$");

  private final Sources sources;
  private final List<String> folders = new ArrayList<>();
  private final Map<String, Optional<SourceFile>> found = new HashMap<>();

  /// @param app the folder of the app
  Frames(Sources sources, String app) {
    this.sources = sources;
    String folder = app;
    while (!folder.isEmpty() && !folder.endsWith("..")) {
      folders.add(folder);
      folder = Paths.folder(folder);
    }
    folders.add(folder);
  }

  /// The innermost place in the user's program.
  Optional<Span> place(List<Tree> trace) {
    return trace.stream()
        .flatMap(frame -> frame.textAt().stream())
        .flatMap(frame -> place(frame.strip()).stream())
        .findFirst();
  }

  private Optional<Span> place(String frame) {
    Matcher matcher = PLACE.matcher(frame);
    if (!matcher.find() || frame.contains("node_modules") || frame.contains("node:")) {
      return Optional.empty();
    }
    String path = matcher.group(1).replace('\\', '/');
    int line = Integer.parseInt(matcher.group(2));
    int column = Integer.parseInt(matcher.group(3));
    return found.computeIfAbsent(path, this::file).flatMap(file -> span(file, line, column));
  }

  private static Optional<Span> span(SourceFile file, int line, int column) {
    if (line < 1 || line > file.lineCount() || column < 1) {
      return Optional.empty();
    }
    int start = file.lineStart(line) + column - 1;
    int end = file.lineStart(line) + file.lineText(line).stripTrailing().length();
    return start < end ? Optional.of(file.span(start, end)) : Optional.empty();
  }

  private Optional<SourceFile> file(String path) {
    String rest = path;
    while (!rest.isEmpty()) {
      for (String folder : folders) {
        String candidate = Paths.resolve(folder, rest);
        if (sources.files(Paths.folder(candidate)).contains(candidate)) {
          return sources.read(candidate);
        }
      }
      int slash = rest.indexOf('/');
      rest = slash < 0 ? "" : rest.substring(slash + 1);
    }
    return Optional.empty();
  }
}
