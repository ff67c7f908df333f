package dev.postern.readers.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Expressions made at random from `grammar.txt` and `functions.txt` with fixed seeds are what
/// `terraform console` 1.11 says they are. The answers stand in `generated.tsv`;
/// `-Dpostern.record=true` asks the console again and writes them anew.
class GeneratedConsoleTest {
  private static final int SEEDS = 24;
  private static final int CALLS = 3;
  private static final int CHUNK = 500;

  /// Where we differ on purpose: what the disagreement contains, and why.
  private static final Map<Pattern, String> REASONS =
      Map.of(
          Pattern.compile("console: .*[:\\[,]-0[,}\\]]"), "zero has no sign here",
          Pattern.compile("nosuch\\("), "the function may be one of a later version: unknown",
          Pattern.compile("issensitive\\(sensitive\\(null"), "null hides nothing",
          Pattern.compile("log\\(0, "), "infinity is no number here, and cannot be printed there");

  @Test
  void generatedExpressionsAreWhatTheConsoleSays() {
    List<String[]> recorded =
        Console.resource("generated.tsv").lines().map(line -> line.split("\t", 2)).toList();
    List<String> expressions = recorded.stream().map(cells -> cells[0]).toList();
    assertThat(expressions).isEqualTo(expressions()).hasSizeGreaterThan(3_000);
    var wrong = new ArrayList<String>();
    for (int from = 0; from < recorded.size(); from += CHUNK) {
      int to = Math.min(recorded.size(), from + CHUNK);
      wrong.addAll(
          Console.disagreements(
              expressions.subList(from, to),
              recorded.subList(from, to).stream().map(cells -> cells[1]).toList()));
    }
    Set<Pattern> used = new LinkedHashSet<>();
    for (Pattern reason : REASONS.keySet()) {
      if (wrong.removeIf(said -> reason.matcher(said).find())) {
        used.add(reason);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(used).as("reasons that explain something").containsAll(REASONS.keySet());
  }

  @Test
  @EnabledIfSystemProperty(named = "postern.record", matches = "true")
  void record() throws IOException, InterruptedException {
    Console.record("generated.tsv", expressions());
  }

  /// Some of each form, and some calls of each function.
  private static List<String> expressions() {
    var grammar = new Grammar(Console.resource("grammar.txt"));
    Set<String> all = new LinkedHashSet<>();
    for (Map.Entry<String, String> form : grammar.composite()) {
      for (int i = 0; i < SEEDS; i++) {
        long seed = 31L * form.getValue().hashCode() + i;
        String made = grammar.expression(form.getValue(), seed);
        if (made.length() <= 300 && !form.getKey().equals("?")) {
          all.add(made);
        }
      }
    }
    for (String form : FunctionsTest.calls()) {
      for (int i = 0; i < CALLS; i++) {
        String made = grammar.expression(form, 31L * form.hashCode() + i);
        if (made.length() <= 300) {
          all.add(made);
        }
      }
    }
    return List.copyOf(all);
  }
}
