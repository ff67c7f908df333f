package dev.postern.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads what stands beside the rules: their pages, and the names that other tools have for their
/// topics (`aliases.csv` in each rule package: rule, tool, id).
final class Pages {
  private Pages() {}

  static Optional<String> page(String rule) {
    return resource("/META-INF/postern/rules/" + rule + ".md");
  }

  static Map<String, List<String>> aliases(String packageName, String rule) {
    var found = new TreeMap<String, List<String>>();
    resource("/" + packageName.replace('.', '/') + "/aliases.csv")
        .ifPresent(text ->
            text.lines()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells.length == 3 && cells[0].equals(rule))
                .forEach(cells ->
                    found.computeIfAbsent(cells[1], _ -> new ArrayList<>()).add(cells[2])));
    return found;
  }

  private static Optional<String> resource(String path) {
    try (InputStream in = Pages.class.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
