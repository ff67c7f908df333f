package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.rules.ExampleCloud.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A review of Terraform source and a review of the plan of it find the same.
final class SourceAndPlanFindingsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("postern.root"), "readers/src/test/resources/plan");
  private static final String PLAN = "plan.json";

  static Stream<String> folders() throws IOException {
    try (Stream<Path> all = Files.list(ROOT)) {
      return all
          .filter(Files::isDirectory)
          .map(p -> p.getFileName() + "")
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void planAloneSaysTheSame(String folder) {
    Map<String, String> source = files(folder);
    String plan = source.remove(PLAN);

    assertThat(told(Map.of(PLAN, plan), Set.of(PLAN)))
        .containsExactlyElementsOf(told(source, Set.of()));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void planBesideItsSourceSaysTheSame(String folder) {
    Map<String, String> both = files(folder);
    Map<String, String> source = new TreeMap<>(both);
    source.remove(PLAN);

    assertThat(told(both, Set.of())).containsExactlyElementsOf(told(source, Set.of()));
  }

  private static List<String> told(Map<String, String> files, Set<String> named) {
    Example example = ExampleCloud.read(files, named);
    return ExampleCloud.told(example, ".*").stream().sorted().toList();
  }

  private static Map<String, String> files(String folder) {
    Map<String, String> texts = new TreeMap<>();
    Path root = ROOT.resolve(folder);
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        texts.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
