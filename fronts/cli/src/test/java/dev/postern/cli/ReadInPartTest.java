package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Coverage;
import dev.postern.readers.source.GivenSources;
import dev.postern.readers.workspace.Request;
import dev.postern.readers.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A file with an error is unread only when it gave nothing.
final class ReadInPartTest {

  @Test
  void aFileThatGaveResourcesIsReadInPart() {
    Coverage coverage =
        Workspace.read(
                new GivenSources(
                    Map.of(
                        "a/main.tf",
                        Buckets.GOOD + "\nresource \"x\" {",
                        "b/main.tf",
                        "resource \"x\" {",
                        "c/main.tf",
                        Buckets.GOOD)),
                new Request(Set.of(), Map.of(), List.of(), Map.of(), false),
                Knowledge.facts(),
                Knowledge.terraform())
            .coverage();
    assertThat(coverage.readInPart()).containsExactly("a/main.tf");
    assertThat(coverage.unread()).containsExactly("b/main.tf");
  }
}
