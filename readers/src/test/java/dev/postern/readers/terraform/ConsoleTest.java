package dev.postern.readers.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Node;
import dev.postern.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Every expression of `expressions.txt` is what `terraform console` 1.11 says it is. The answers
/// stand in `console.tsv`; `-Dpostern.record=true` asks the console again and writes them anew.
class ConsoleTest {
  private static final String ERROR = "(error)";
  private static final int BATCH = 50;

  @Test
  void expressionsAreWhatTheConsoleSays() {
    List<String> expressions = expressions();
    Map<String, String> recorded =
        resource("console.tsv")
            .lines()
            .map(line -> line.split("\t", 2))
            .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1], (a, _) -> a));
    List<String> wrong = new ArrayList<>();
    List<String> ours = ours(expressions);
    for (int i = 0; i < expressions.size(); i++) {
      String expected = recorded.get(expressions.get(i));
      if (!ours.get(i).equals(expected)) {
        wrong.add(
            "%s%n    console: %s%n    ours:    %s"
                .formatted(expressions.get(i), expected, ours.get(i)));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = "postern.record", matches = "true")
  void record() throws IOException, InterruptedException {
    List<String> expressions = expressions();
    var answers = new ArrayList<String>();
    for (int from = 0; from < expressions.size(); from += BATCH) {
      answers.addAll(asked(expressions.subList(from, Math.min(expressions.size(), from + BATCH))));
    }
    var lines = new StringBuilder();
    for (int i = 0; i < expressions.size(); i++) {
      lines.append(expressions.get(i)).append('\t').append(answers.get(i)).append('\n');
    }
    Files.writeString(
        Path.of(
            System.getProperty("postern.root"), "readers/src/test/resources/terraform/console.tsv"),
        lines);
  }

  /// The console prints the value of its last line only, so that one line asks for all.
  private static List<String> asked(List<String> expressions)
      throws IOException, InterruptedException {
    String all =
        expressions.stream()
            .map(e ->
                "try(nonsensitive(base64encode(jsonencode({v = %s}))), \"%s\")".formatted(e, ERROR))
            .collect(Collectors.joining(", ", "nonsensitive(join(\" \", [", "]))\n"));
    Path input = Files.writeString(Files.createTempFile("expressions", ".txt"), all);
    Path output = Files.createTempFile("answers", ".txt");
    new ProcessBuilder("terraform", "console")
        .directory(Files.createTempDirectory("console").toFile())
        .redirectInput(input.toFile())
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
    String line = Files.readString(output).strip();
    assertThat(line).startsWith("\"").endsWith("\"");
    return Stream.of(line.substring(1, line.length() - 1).split(" "))
        .map(answer -> answer.equals(ERROR) ? answer : decoded(answer))
        .toList();
  }

  private static String decoded(String answer) {
    return new String(Base64.getDecoder().decode(answer), StandardCharsets.UTF_8);
  }

  private static List<String> expressions() {
    return resource("expressions.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static List<String> ours(List<String> expressions) {
    var text = new StringBuilder();
    for (int i = 0; i < expressions.size(); i++) {
      text.append("output \"o%d\" {\n  value = {v = %s}\n}\n".formatted(i, expressions.get(i)));
    }
    Terraform.Configuration read = InMemory.configuration(text.toString());
    var all = new ArrayList<String>();
    for (int i = 0; i < expressions.size(); i++) {
      Value<Node> value = InMemory.output(read, "o" + i);
      boolean error = Nodes.hasError(value);
      all.add(
          error
              ? ERROR
              : JsonPrinting.print(value, value.origin()).literal().orElse("unknown: " + value));
    }
    return all;
  }

  private static String resource(String name) {
    try (InputStream in = ConsoleTest.class.getResourceAsStream("/terraform/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
