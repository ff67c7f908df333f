package dev.postern.readers.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.terraform.Terraform;
import dev.postern.readers.tree.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reading a folder gives the instances and the arguments that Terraform 1.11 plans with version
/// 5.100.0 of the AWS provider. The plans stand beside the sources; `-Dpostern.record=true` plans
/// them anew (see [Recorder]), and counts anew what `compared.tsv` says is compared.
class SourceAndPlanTest {
  private static final int TYPES = 150;

  /// What is compared in a folder.
  private record Counts(int instances, int same, int open) {
    boolean isAtLeast(Counts before) {
      return instances >= before.instances && same >= before.same && open >= before.open;
    }
  }

  static Stream<Folder> folders() {
    return Folder.own().stream();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void sourceIsRead(Folder folder) throws IOException {
    Terraform.Configuration source = folder.source();

    Comparison.Result result = compared(folder, source);

    assertThat(source.problems()).isEmpty();
    assertThat(unexplained(result)).isEmpty();
    Counts before = before(folder);
    assertThat(counts(result)).matches(now -> now.isAtLeast(before), "at least " + before);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void locatedPlanSaysThePlan(Folder folder) {
    Terraform.Configuration plan = Plans.read(folder.recorded(), Folder.SCHEMAS);

    assertThat(unexplained(compared(folder, plan))).isEmpty();
    Terraform.Configuration source = folder.source();
    Comparison.Result located = compared(folder, Plans.located(plan, source));
    assertThat(unexplained(located)).isEmpty();
    assertThat(located.same()).isGreaterThanOrEqualTo(compared(folder, source).same());
  }

  @Test
  void manyTypesAreCompared() {
    var types = new TreeSet<String>();
    folders().forEach(f -> f.source().resources().forEach(r -> types.add(r.type())));

    assertThat(types).hasSizeGreaterThanOrEqualTo(TYPES);
  }

  @Test
  @EnabledIfSystemProperty(named = "postern.record", matches = "true")
  void record() throws IOException, InterruptedException {
    var lines = new ArrayList<>(List.of("folder\tinstances\tsame\topen"));
    for (Folder folder : Folder.own()) {
      Files.writeString(folder.plan(), Recorder.plan(folder.path()));
      Counts counts = counts(compared(folder, folder.source()));
      lines.add("%s\t%d\t%d\t%d".formatted(folder, counts.instances, counts.same, counts.open));
    }
    Files.writeString(Folder.own("compared.tsv"), String.join("\n", lines) + "\n");
  }

  private static Comparison.Result compared(Folder folder, Terraform.Configuration read) {
    Tree plan = folder.recorded().roots().getFirst();
    return Comparison.of(read.resources(), plan, Folder.SCHEMAS);
  }

  private static List<Difference> unexplained(Comparison.Result result) {
    return result.differences().stream().filter(d -> Explanations.of(d).isEmpty()).toList();
  }

  private static Counts counts(Comparison.Result result) {
    return new Counts(result.instances(), result.same(), result.open());
  }

  private static Counts before(Folder folder) throws IOException {
    Map<String, Counts> all = new TreeMap<>();
    for (String line : Files.readAllLines(Folder.own("compared.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (!cells[0].equals("folder")) {
        all.put(cells[0], new Counts(number(cells[1]), number(cells[2]), number(cells[3])));
      }
    }
    return all.getOrDefault(folder.name(), new Counts(0, 0, 0));
  }

  private static int number(String cell) {
    return Integer.parseInt(cell);
  }

  /// Folders elsewhere that hold source and a `plan.json`, for a look from time to time:
  /// `-Dpostern.plans=FILE` names them, one a line as root and folder below it; what is found is
  /// written beside the list.
  @Test
  @EnabledIfSystemProperty(named = "postern.plans", matches = ".+")
  void elsewhere() throws IOException {
    Path list = Path.of(System.getProperty("postern.plans"));
    var report = new StringBuilder();
    for (String line : Files.readAllLines(list)) {
      String[] cells = line.split("\t", -1);
      Path root = Path.of(cells[0]);
      var folder = new Folder(line, root, root.resolve(cells[1]));
      Terraform.Configuration source = folder.source();
      Comparison.Result result = compared(folder, source);
      Map<String, Long> why =
          result.differences().stream()
              .collect(
                  Collectors.groupingBy(
                      d -> Explanations.of(d).orElse("UNEXPLAINED"),
                      TreeMap::new,
                      Collectors.counting()));
      report.append(
          "%s\tours %d\tplan %d\tsame %d\topen %d\t%s%n"
              .formatted(
                  line,
                  source.resources().size(),
                  result.instances(),
                  result.same(),
                  result.open(),
                  why));
      unexplained(result).forEach(d -> report.append("  ").append(d).append('\n'));
      source.problems().forEach(p -> report.append("  problem ").append(p).append('\n'));
    }
    Files.writeString(Path.of(list + ".report"), report);
  }
}
