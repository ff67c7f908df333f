package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Finding;
import dev.postern.finding.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A review of Terraform source and a review of the plan of it find the same: the same rules answer
/// the same of the same resources, in the same words, and as many findings are made of it.
///
/// What only one side can know is listed in `source-and-plan.tsv`, and has to be so: `source` and
/// `plan` are answers that only one of them gives; `place` is a rule that gives the same answers,
/// of which the source makes fewer findings, because it shows that they have one place.
final class SourceAndPlanFindingsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("postern.root"), "readers/src/test/resources/plan");
  private static final Path KNOWN =
      Path.of(System.getProperty("postern.root"), "rules/src/test/resources/source-and-plan.tsv");
  private static final String PLAN = "plan.json";

  static Stream<String> folders() throws IOException {
    try (Stream<Path> all = Files.list(ROOT)) {
      return all
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void planAloneSaysTheSame(String folder) throws IOException {
    Map<String, String> source = files(folder);
    Map<String, String> plan = Map.of(PLAN, source.remove(PLAN));

    assertThat(differences(read(source), read(plan))).isEqualTo(known(folder));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void planBesideItsSourceSaysTheSameOfTheSource(String folder) throws IOException {
    Map<String, String> both = files(folder);
    Map<String, String> source = new TreeMap<>(both);
    source.remove(PLAN);

    List<Finding> found = read(both);

    assertThat(differences(read(source), found)).isEmpty();
    assertThat(found).extracting(f -> f.location().file().path()).doesNotContain(PLAN);
  }

  private static List<Finding> read(Map<String, String> files) {
    return ExampleCloud.findings(ExampleCloud.read(files));
  }

  /// Each as it is listed, without the reason.
  private static Set<String> differences(List<Finding> source, List<Finding> plan) {
    var all = new TreeSet<String>();
    Set<String> written = answers(source, _ -> true);
    Set<String> planned = answers(plan, _ -> true);
    without(written, planned).forEach(answer -> all.add("source\t" + answer));
    without(planned, written).forEach(answer -> all.add("plan\t" + answer));
    for (String rule : rules(source)) {
      Predicate<Finding> same = finding -> finding.rule().equals(rule);
      if (answers(source, same).equals(answers(plan, same))
          && !places(source, same).equals(places(plan, same))) {
        all.add("place\t" + rule);
      }
    }
    return all;
  }

  private static Set<String> without(Set<String> all, Set<String> those) {
    return all.stream()
        .filter(one -> !those.contains(one))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> rules(List<Finding> findings) {
    return findings.stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> answers(List<Finding> findings, Predicate<Finding> which) {
    return findings.stream()
        .filter(which)
        .flatMap(f -> f.resources().stream().map(r -> shown(f) + " @ " + address(r)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> places(List<Finding> findings, Predicate<Finding> which) {
    return findings.stream()
        .filter(which)
        .map(f ->
            shown(f)
                + f.resources().stream()
                    .map(SourceAndPlanFindingsTest::address)
                    .sorted()
                    .collect(Collectors.joining(" + ", " @ ", "")))
        .sorted()
        .toList();
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

  /// What is declared beside the resources has the name of its unit, which is the folder or plan.
  private static String address(Subject subject) {
    return subject.type().equals("Postern::Terraform::Root") ? "root" : subject.address();
  }

  private static Set<String> known(String folder) throws IOException {
    return Files.readAllLines(KNOWN).stream()
        .filter(line -> line.startsWith(folder + "\t"))
        .map(line -> line.substring(folder.length() + 1, line.lastIndexOf('\t')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> files(String folder) {
    Map<String, String> texts = new TreeMap<>();
    Path root = ROOT.resolve(folder);
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        texts.put(root.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
