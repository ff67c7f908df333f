package dev.postern.readers.source;

import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Files that are given as texts: examples, and what an editor has open.
public final class GivenSources implements Sources {
  private final Map<String, SourceFile> files = new TreeMap<>();

  /// @param texts the text of each file by its path
  public GivenSources(Map<String, String> texts) {
    texts.forEach((path, text) -> files.put(path, SourceFile.of(path, text)));
  }

  @Override
  public List<String> all() {
    return List.copyOf(files.keySet());
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }

  @Override
  public List<String> files(String folder) {
    return files.keySet().stream().filter(path -> Paths.folder(path).equals(folder)).toList();
  }

  @Override
  public Optional<SourceFile> read(String path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public Optional<byte[]> bytes(String path) {
    return read(path).map(file -> file.text().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean isInside(String path) {
    return !path.startsWith("..");
  }
}
