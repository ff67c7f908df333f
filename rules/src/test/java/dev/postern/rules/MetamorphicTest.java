package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Evaluation;
import dev.postern.finding.Finding;
import dev.postern.finding.Report;
import dev.postern.finding.Secrets;
import dev.postern.review.Reviewer;
import dev.postern.review.Settings;
import dev.postern.rule.RuleInfo;
import dev.postern.rule.Severity;
import dev.postern.rules.form.Form;
import dev.postern.rules.form.TemplateForms;
import dev.postern.rules.form.TerraformForms;
import dev.postern.text.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The same meaning written differently is judged the same: examples of every rule's page in every
/// [Form] that applies to them.
///
/// A rule is tried in each form on [#EXAMPLES] of its examples that the form applies to, which the
/// seed chooses. Its own answers are compared, and those of all rules in one of [#ALL] cases.
final class MetamorphicTest {
  private static final long SEED = 20260101;
  private static final int EXAMPLES = 2;
  private static final int ALL = 8;
  private static final BuiltIn BOOK = new BuiltIn();

  /// What forms add that is no part of the example.
  private static final Set<String> ADDED =
      Set.of("AWS::CloudFormation::Stack", "AWS::CloudFormation::WaitConditionHandle");

  @TestFactory
  Stream<DynamicTest> terraform() {
    return tests("hcl", "main.tf", TerraformForms.all());
  }

  @TestFactory
  Stream<DynamicTest> cloudFormation() {
    return tests("yaml", "example.yaml", TemplateForms.all());
  }

  private static Stream<DynamicTest> tests(String language, String path, List<Form> forms) {
    Map<String, Integer> tried = new TreeMap<>();
    Stream<DynamicTest> rules =
        BOOK.rules().stream()
            .map(rule ->
                DynamicTest.dynamicTest(
                    rule.name() + ", " + language,
                    () -> {
                      var cases = new Cases(rule, language, path);
                      List<String> differences = new ArrayList<>();
                      for (Form form : forms) {
                        differences.addAll(cases.differences(form, tried));
                      }
                      assertThat(differences).as("seed %d", SEED).isEmpty();
                    }));
    DynamicTest used =
        DynamicTest.dynamicTest(
            "every form is tried, " + language,
            () -> {
              assertThat(forms).hasSizeGreaterThanOrEqualTo(15);
              assertThat(forms)
                  .allSatisfy(form ->
                      assertThat(tried.getOrDefault(form.name(), 0))
                          .as("%s: %s", form.name(), form.when())
                          .isGreaterThanOrEqualTo(20));
            });
    return Stream.concat(rules, Stream.of(used));
  }

  /// The examples of one rule in one language.
  private static final class Cases {
    private final RuleInfo rule;
    private final String path;
    private final List<PageExample> examples;
    private final Map<PageExample, Map<Boolean, Answers>> originals = new HashMap<>();

    Cases(RuleInfo rule, String language, String path) {
      this.rule = rule;
      this.path = path;
      this.examples =
          PageExample.of(rule, BOOK).stream().filter(e -> e.language().equals(language)).toList();
    }

    List<String> differences(Form form, Map<String, Integer> tried) {
      var random = new Random(SEED + 31L * rule.name().hashCode() + form.name().hashCode());
      var order = new ArrayList<>(examples);
      Collections.shuffle(order, random);
      List<String> found = new ArrayList<>();
      int done = 0;
      for (PageExample example : order) {
        Map<String, String> files = done < EXAMPLES ? form.of(example.text()) : Map.of();
        if (!files.isEmpty()) {
          done++;
          tried.merge(form.name(), 1, Integer::sum);
          boolean all = random.nextInt(ALL) == 0;
          Answers original =
              originals
                  .computeIfAbsent(example, _ -> new HashMap<>())
                  .computeIfAbsent(all, _ -> answers(Map.of(path, example.text()), all));
          Answers answers = answers(files, all);
          if (!answers.equals(original)) {
            found.add(
                "%s as %s: %s\nbut as written %s\n%s"
                    .formatted(
                        example,
                        form.name(),
                        answers.minus(original),
                        original.minus(answers),
                        files));
          }
        }
      }
      return found;
    }

    private Answers answers(Map<String, String> files, boolean all) {
      var settings =
          new Settings(
              "test",
              LocalDate.of(2026, 1, 1),
              Severity.HIGH,
              all ? List.of() : List.of(rule.name()),
              List.of(),
              List.of(),
              true,
              Settings.Foreign.MATCHED,
              new Secrets(_ -> List.of()));
      ExampleCloud.Example example = ExampleCloud.read(files, named(files));
      return Answers.of(
          new Reviewer(BOOK, settings)
              .review(example.cloud(), ExampleCloud.COVERAGE, example.problems()));
    }

    private static Set<String> named(Map<String, String> files) {
      return files.keySet().stream()
          .filter(p -> p.startsWith("example."))
          .collect(Collectors.toSet());
    }
  }

  /// What rules say, without places and addresses.
  ///
  /// @param findings each as `rule status severity`, but for those about the template that exports:
  ///   to export a secret is a defect of its own
  /// @param questions each as `rule status type`
  /// @param errors what could not be read
  private record Answers(List<String> findings, List<String> questions, List<String> errors) {

    static Answers of(Report report) {
      return new Answers(
          report.findings().stream()
              .filter(f -> !f.subject().unit().equals(TemplateForms.EXPORTING))
              .map(Answers::shown)
              .sorted()
              .toList(),
          report.evaluations().stream()
              .filter(e -> !e.resource().type().startsWith("Postern::"))
              .filter(e -> !ADDED.contains(e.resource().type()))
              .map(Answers::shown)
              .sorted()
              .toList(),
          report.problems().stream()
              .filter(p -> p.level() == Problem.Level.ERROR)
              .map(Problem::message)
              .toList());
    }

    String minus(Answers that) {
      return minus(findings, that.findings)
          + " "
          + minus(questions, that.questions)
          + " "
          + minus(errors, that.errors);
    }

    private static List<String> minus(List<String> these, List<String> those) {
      List<String> left = new ArrayList<>(these);
      those.forEach(left::remove);
      return left;
    }

    private static String shown(Finding finding) {
      return finding.rule() + " " + finding.status() + " " + finding.severity();
    }

    private static String shown(Evaluation evaluation) {
      return evaluation.rule() + " " + evaluation.status() + " " + evaluation.resource().type();
    }
  }
}
