package dev.postern.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The texts of one folder of shards, each read at most once.
///
/// A shard is lines of fields parted by tabs; `data/generate` says for each folder what they mean.
final class Shards {
  private final String start;
  private final Map<String, Optional<String>> read = new ConcurrentHashMap<>();

  Shards(String folder) {
    start = folder.isEmpty() ? "" : folder + "/";
  }

  /// The text of a shard that the data is known to have.
  String text(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("no shard " + start + name));
  }

  /// The text of a shard that may not exist; a name that is not lower-case letters, digits and
  /// hyphens never does, so that no name from a user leads elsewhere.
  Optional<String> find(String name) {
    boolean plain =
        !name.isEmpty()
            && name.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    return plain ? read.computeIfAbsent(name, this::load) : Optional.empty();
  }

  /// The text of a shard that is in no folder.
  static String root(String name) {
    return new Shards("").text(name);
  }

  /// The lines of one type, in a text where empty lines part the types.
  ///
  /// @param head the first fields of its first line, with the tab after them
  static Optional<List<String>> block(String text, String head) {
    int before = text.startsWith(head) ? -2 : text.indexOf("\n\n" + head);
    if (before == -1) {
      return Optional.empty();
    }
    int start = before + 2;
    int end = text.indexOf("\n\n", start);
    return Optional.of(
        (end < 0 ? text.substring(start) : text.substring(start, end)).lines().toList());
  }

  private Optional<String> load(String name) {
    try (@Nullable InputStream in = Shards.class.getResourceAsStream(start + name + ".txt")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
