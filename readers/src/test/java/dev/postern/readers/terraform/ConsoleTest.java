package dev.postern.readers.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Every expression of `expressions.txt` is what `terraform console` 1.11 says it is. The answers
/// stand in `console.tsv`; `-Dpostern.record=true` asks the console again and writes them anew.
class ConsoleTest {

  @Test
  void expressionsAreWhatTheConsoleSays() {
    Map<String, String> recorded =
        Console.resource("console.tsv")
            .lines()
            .map(line -> line.split("\t", 2))
            .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1], (a, _) -> a));
    List<String> expressions = expressions();
    assertThat(Console.disagreements(expressions, expressions.stream().map(recorded::get).toList()))
        .isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = "postern.record", matches = "true")
  void record() throws IOException, InterruptedException {
    Console.record("console.tsv", expressions());
  }

  private static List<String> expressions() {
    return Console.resource("expressions.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
