package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.house.Project.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every package says what it is and where to start reading, and promises no nulls.
final class PackagesTest {
  private static final Pattern START = Pattern.compile("Start\\s+reading\\s+at\\b");
  private static final Pattern LINK = Pattern.compile("\\[([\\w.]+)\\]");

  private final List<Source> sources = Project.sources();

  @Test
  void everyPackageIntroducesItself() {
    var silent = new TreeSet<String>();
    Map<String, List<Source>> folders =
        sources.stream()
            .filter(Source::isMain)
            .collect(Collectors.groupingBy(Source::folder, TreeMap::new, Collectors.toList()));
    folders.forEach((folder, files) -> {
      String text =
          files.stream()
              .filter(f -> f.name().equals("package-info.java"))
              .map(Source::text)
              .findFirst()
              .orElse("");
      if (!text.contains("@NullMarked")
          || !START.matcher(comment(text)).find()
          || comment(text).lines().filter(String::isBlank).count() < 1) {
        silent.add(folder);
      }
    });
    assertThat(silent)
        .as("packages without @NullMarked, a paragraph and `Start reading at [X].`")
        .isEmpty();
  }

  @Test
  void whatToReadExists() {
    Set<String> paths = sources.stream().map(Source::path).collect(Collectors.toSet());
    var missing = new ArrayList<String>();
    for (Source source : sources) {
      if (source.name().equals("package-info.java")) {
        Matcher link = LINK.matcher(comment(source.text()));
        while (link.find()) {
          String name = link.group(1);
          boolean here = paths.contains(source.folder() + "/" + name + ".java");
          boolean anywhere =
              paths.stream().anyMatch(p -> p.endsWith("/" + name.replace('.', '/') + ".java"));
          if (!here && !(name.contains(".") && anywhere)) {
            missing.add(source.path() + ": " + name);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static String comment(String text) {
    return text.lines()
        .filter(line -> line.startsWith("///"))
        .map(line -> line.substring(3).strip())
        .collect(Collectors.joining("\n"));
  }
}
