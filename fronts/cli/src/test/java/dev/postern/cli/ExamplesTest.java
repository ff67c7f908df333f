package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.ChecklistItem;
import dev.postern.finding.ChecklistItem.Answer;
import dev.postern.finding.Finding;
import dev.postern.finding.Outcome;
import dev.postern.finding.Report;
import dev.postern.finding.Secrets;
import dev.postern.finding.Status;
import dev.postern.readers.workspace.Loaded;
import dev.postern.readers.workspace.Request;
import dev.postern.readers.workspace.Workspace;
import dev.postern.report.Format;
import dev.postern.report.Options;
import dev.postern.report.Reports;
import dev.postern.review.Reviewer;
import dev.postern.review.Settings;
import dev.postern.rule.RuleBook;
import dev.postern.rule.Severity;
import dev.postern.text.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples of the repository come out as their names say, alike in both dialects.
final class ExamplesTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("postern.root")));

  @ParameterizedTest
  @ValueSource(strings = {"cloudformation", "terraform"})
  void theSecureShopIsApprovedWithoutAnyFinding(String dialect) throws IOException {
    Report report = review("examples/shop-secure/" + dialect);
    assertThat(lines(report)).isEmpty();
    assertThat(report.problems()).noneMatch(p -> p.level() != Problem.Level.INFO);
    assertThat(report.outcome()).isEqualTo(Outcome.APPROVED);
    assertThat(report.checklist())
        .extracting(ChecklistItem::answer)
        .hasSize(16)
        .containsOnly(Answer.PASS, Answer.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloudformation", "terraform"})
  void theInsecureShopHasEveryRedFlag(String dialect) throws IOException {
    Report report = review("examples/shop-insecure/" + dialect);
    Set<String> flags =
        report.findings().stream()
            .filter(f -> f.status() == Status.VIOLATED)
            .flatMap(f -> f.serves().stream())
            .filter(id -> id.startsWith("F"))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> all = IntStream.rangeClosed(1, 13).mapToObj("F%02d"::formatted).toList();
    assertThat(flags).containsExactlyElementsOf(all);
    assertThat(report.outcome()).isEqualTo(Outcome.NOT_APPROVED);
  }

  @Test
  void bothDialectsOfAnExampleGiveTheSameFindingsRuleByRule() throws IOException {
    Report template = review("examples/shop-insecure/cloudformation");
    Report terraform = review("examples/shop-insecure/terraform");
    assertThat(byRule(terraform)).isEqualTo(byRule(template));
    assertThat(answers(terraform)).isEqualTo(answers(template));
  }

  @Test
  void twoRunsGiveTheSameBytes() throws IOException {
    for (Format format : Format.values()) {
      assertThat(render(review("examples"), format))
          .as(format.toString())
          .isEqualTo(render(review("examples"), format));
    }
  }

  private static String render(Report report, Format format) throws IOException {
    var text = new StringBuilder();
    Reports.write(report, format, Options.PLAIN, text);
    return text.toString();
  }

  /// How often each rule finds something, by status.
  private static Map<String, Integer> byRule(Report report) {
    var counts = new TreeMap<String, Integer>();
    report.findings().forEach(f -> counts.merge(f.rule() + " " + f.status(), 1, Integer::sum));
    return counts;
  }

  /// How each item is answered, and how many questions went wrong.
  private static List<String> answers(Report report) {
    return report.checklist().stream()
        .map(item -> "%s %s %d".formatted(item.id(), item.answer(), item.failed()))
        .toList();
  }

  private static List<String> lines(Report report) {
    return report.findings().stream().map(ExamplesTest::line).toList();
  }

  private static String line(Finding finding) {
    return "%s %s %s %s"
        .formatted(finding.location(), finding.status(), finding.severity(), finding.rule());
  }

  private static Report review(String path) throws IOException {
    RuleBook book = Knowledge.rules();
    DiskSources sources = DiskSources.of(ROOT, List.of(Path.of(path)), Ignored.of(ROOT, List.of()));
    var request = new Request(sources.named(), Map.of(), List.of(), Map.of(), false);
    Loaded loaded = Workspace.read(sources, request, Knowledge.facts(), Knowledge.terraform());
    var settings =
        new Settings(
            "test",
            LocalDate.of(2026, 1, 1),
            Severity.HIGH,
            List.of(),
            List.of(),
            List.of(),
            true,
            Settings.Foreign.MATCHED,
            new Secrets(_ -> List.of()));
    return new Reviewer(book, settings)
        .review(loaded.cloud(), loaded.coverage(), loaded.problems());
  }
}
