package dev.postern.readers.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.terraform.Terraform;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reading a folder gives the instances and the arguments that Terraform 1.11 plans with version
/// 5.100.0 of the AWS provider. The plans stand beside the sources; `-Dpostern.record=true` plans
/// them anew (see [Recorder]), and counts anew what `compared.tsv` says is compared.
class SourceAndPlanTest {
  private static final int TYPES = 315;

  static Stream<Folder> folders() {
    return Folder.own().stream();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void sourceIsRead(Folder folder) throws IOException {
    Terraform.Configuration source = folder.source();

    Comparison.Result result = folder.compared(source, Folder.OWN_DEFAULTS);

    assertThat(source.problems()).isEmpty();
    assertThat(unexplained(result)).isEmpty();
    Counts before = Objects.requireNonNull(Counts.recorded().get(folder.name()), folder.name());
    assertThat(Counts.of(result)).matches(now -> now.isAtLeast(before), "at least " + before);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void locatedPlanSaysThePlan(Folder folder) {
    Terraform.Configuration plan = Plans.read(folder.recorded(), Folder.SCHEMAS);

    assertThat(unexplained(folder.compared(plan, Folder.OWN_DEFAULTS))).isEmpty();
    Terraform.Configuration source = folder.source();
    Comparison.Result located = folder.compared(Plans.located(plan, source), Folder.OWN_DEFAULTS);
    assertThat(unexplained(located)).isEmpty();
    assertThat(located.same())
        .isGreaterThanOrEqualTo(folder.compared(source, Folder.OWN_DEFAULTS).same());
  }

  @Test
  void manyTypesAreCompared() {
    var types = new TreeSet<String>();
    folders().forEach(f -> Recordings.of(f.tree()).forEach(r -> types.add(r.type())));

    assertThat(types).hasSizeGreaterThanOrEqualTo(TYPES);
  }

  @Test
  @EnabledIfSystemProperty(named = "postern.record", matches = "true")
  void record() throws IOException, InterruptedException {
    for (Folder folder : Folder.own()) {
      Files.writeString(folder.plan(), Recorder.plan(folder.path()));
    }
    var lines = new ArrayList<>(List.of(Counts.HEADER));
    Defaults defaults = Defaults.of(Folder.own().stream().map(Folder::tree).toList());
    for (Folder folder : Folder.own()) {
      lines.add(Counts.of(folder.compared(folder.source(), defaults)).line(folder));
    }
    Files.writeString(Folder.own(Counts.FILE), String.join("\n", lines) + "\n");
  }

  private static List<Difference> unexplained(Comparison.Result result) {
    return result.differences().stream().filter(d -> Explanations.of(d).isEmpty()).toList();
  }
}
