package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Coverage;
import dev.postern.finding.Evaluation;
import dev.postern.finding.Finding;
import dev.postern.finding.Report;
import dev.postern.finding.Secrets;
import dev.postern.review.Reviewer;
import dev.postern.review.Settings;
import dev.postern.rule.Severity;
import dev.postern.rules.form.Form;
import dev.postern.rules.form.TemplateForms;
import dev.postern.rules.form.TerraformForms;
import dev.postern.text.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The same meaning written differently is judged the same: every example of every rule's page, in
/// every [Form] that applies to it, gets the same answers from all rules.
final class MetamorphicTest {
  private static final BuiltIn BOOK = new BuiltIn();

  static long READ, REV;
  /// Forms that are not read yet, with the reason.
  private static final Map<String, String> UNREAD =
      Map.of(
          "tofu-file", "files of OpenTofu are not read",
          "json-syntax", "the JSON syntax of Terraform is not read");

  @TestFactory
  Stream<DynamicTest> terraform() {
    return tests("hcl", "main.tf", TerraformForms.all());
  }

  @TestFactory
  Stream<DynamicTest> cloudFormation() {
    return tests("yaml", "example.yaml", TemplateForms.all());
  }

  private static Stream<DynamicTest> tests(String language, String path, List<Form> forms) {
    Map<String, Integer> applied = new TreeMap<>();
    Stream<DynamicTest> rules =
        BOOK.rules().stream()
            .map(
                rule ->
                    DynamicTest.dynamicTest(
                        rule.name() + ", " + language,
                        () -> {
                          List<String> differences = new ArrayList<>();
                          PageExample.of(rule, BOOK).stream()
                              .filter(example -> example.language().equals(language))
                              .forEach(
                                  example ->
                                      differences.addAll(
                                          differences(example, path, forms, applied)));
                          assertThat(differences).isEmpty();
                        }));
    DynamicTest used =
        DynamicTest.dynamicTest(
            "every form applies to many examples, " + language,
            () -> {
              System.out.println(READ/1000000 + " " + REV/1000000);System.out.println(applied);
              assertThat(forms).hasSizeGreaterThanOrEqualTo(15);
              assertThat(forms)
                  .allSatisfy(
                      form ->
                          assertThat(applied.getOrDefault(form.name(), 0))
                              .as(form.name())
                              .isGreaterThanOrEqualTo(5));
            });
    return Stream.concat(rules, Stream.of(used));
  }

  private static List<String> differences(
      PageExample example, String path, List<Form> forms, Map<String, Integer> applied) {
    List<String> found = new ArrayList<>();
    Answers original = answers(Map.of(path, example.text()));
    for (Form form : forms) {
      if (UNREAD.containsKey(form.name())) continue;
      Map<String, String> files = form.of(example.text());
      if (!files.isEmpty()) {
        applied.merge(form.name(), 1, Integer::sum);
        Answers answers = answers(files);
        if (!answers.equals(original)) {
          found.add(
              "%s as %s: %s\nbut as written %s\n%s"
                  .formatted(example, form.name(), answers.minus(original), original.minus(answers), files));
        }
      }
    }
    return found;
  }

  /// What all rules say, without places and addresses.
  ///
  /// @param findings each as `rule status severity`
  /// @param questions each as `rule status type`
  private record Answers(List<String> findings, List<String> questions, List<String> errors) {
    String minus(Answers that) {
      return minus(findings, that.findings) + " " + minus(questions, that.questions) + " " + minus(errors, that.errors);
    }

    private static List<String> minus(List<String> these, List<String> those) {
      List<String> left = new ArrayList<>(these);
      those.forEach(left::remove);
      return left;
    }
  }

  private static Answers answers(Map<String, String> files) {
    long t0 = System.nanoTime();
    ExampleCloud.Example example = ExampleCloud.read(files);
    READ += System.nanoTime() - t0; t0 = System.nanoTime();
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
    var coverage = new Coverage(List.of(), 1, 1, List.of(), List.of(), List.of(), 0);
    Report report =
        new Reviewer(BOOK, settings).review(example.cloud(), coverage, example.problems());
    REV += System.nanoTime() - t0;
    return new Answers(
        report.findings().stream().map(MetamorphicTest::shown).sorted().toList(),
        report.evaluations().stream()
            .filter(e -> !e.resource().type().startsWith("Postern::"))
            .map(MetamorphicTest::shown)
            .sorted()
            .toList(),
        report.problems().stream()
            .filter(p -> p.level() == Problem.Level.ERROR)
            .map(Problem::message)
            .toList());
  }

  private static String shown(Finding finding) {
    return finding.rule() + " " + finding.status() + " " + finding.severity();
  }

  private static String shown(Evaluation evaluation) {
    return evaluation.rule() + " " + evaluation.status() + " " + evaluation.resource().type();
  }
}
