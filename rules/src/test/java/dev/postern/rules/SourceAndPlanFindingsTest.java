package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Finding;
import dev.postern.finding.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
          .map(p -> p.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void aPlanAloneSaysTheSame(String folder) {
    Map<String, String> source = files(folder);
    String plan = source.remove(PLAN);

    assertThat(differences(read(source), ExampleCloud.findings(
        ExampleCloud.read(Map.of(PLAN, plan), Set.of(PLAN))))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void aPlanBesideItsSourceSaysTheSame(String folder) {
    Map<String, String> both = files(folder);
    Map<String, String> source = new TreeMap<>(both);
    source.remove(PLAN);

    assertThat(differences(read(source), read(both))).isEmpty();
  }

  private static List<Finding> read(Map<String, String> files) {
    return ExampleCloud.findings(ExampleCloud.read(files));
  }

  private static List<String> differences(List<Finding> source, List<Finding> plan) {
    var all = new TreeSet<String>();
    differ(answers(source), answers(plan), all);
    if (all.isEmpty()) {
    differ(groups(source), groups(plan), all);
    }
    return List.copyOf(all);
  }

  private static void differ(Set<String> source, Set<String> plan, Set<String> to) {
    source.stream().filter(s -> !plan.contains(s)).forEach(s -> to.add("source: " + s));
    plan.stream().filter(s -> !source.contains(s)).forEach(s -> to.add("plan: " + s));
  }

  private static Set<String> answers(List<Finding> findings) {
    return findings.stream()
        .flatMap(f -> f.resources().stream().map(r -> shown(f) + " @ " + address(r)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> groups(List<Finding> findings) {
    return findings.stream()
        .map(f ->
            shown(f)
                + " @ "
                + f.resources().stream()
                    .map(SourceAndPlanFindingsTest::address)
                    .sorted()
                    .collect(Collectors.joining(" + ")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String shown(Finding finding) {
    return "%s %s %s, %s%s"
        .formatted(
            finding.status(),
            finding.severity(),
            finding.rule(),
            finding.title(),
            finding.when().map(when -> " when " + when).orElse(""));
  }

  /// What a root folder declares has the name of its unit, which is the folder or the plan.
  private static String address(Subject subject) {
    return subject.type().equals("Postern::Terraform::Root") ? "root" : subject.address();
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
