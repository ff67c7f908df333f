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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What `terraform console` says expressions are, and what we say. An answer is the value as JSON,
/// under `v`.
final class Console {
  static final String ERROR = "(error)";

  /// Terraform itself cannot tell, not even when it applies.
  static final String UNKNOWN = "(unknown)";

  private static final int BATCH = 50;

  private Console() {}

  static List<String> asked(List<String> expressions) throws IOException, InterruptedException {
    var answers = new ArrayList<String>();
    for (int from = 0; from < expressions.size(); from += BATCH) {
      answers.addAll(batch(expressions.subList(from, Math.min(expressions.size(), from + BATCH))));
    }
    return answers;
  }

  /// The console prints the value of its last line only, so that one line asks for all. What `try`
  /// does not catch fails the whole line, which is then asked in halves.
  private static List<String> batch(List<String> expressions)
      throws IOException, InterruptedException {
    String line = answer(expressions);
    if (line.startsWith("\"") && line.endsWith("\"")) {
      return Stream.of(line.substring(1, line.length() - 1).split(" "))
          .map(answer -> answer.equals(ERROR) ? answer : decoded(answer))
          .toList();
    }
    if (expressions.size() == 1) {
      return List.of(line.equals("(known after apply)") ? UNKNOWN : ERROR);
    }
    int half = expressions.size() / 2;
    var all = new ArrayList<>(batch(expressions.subList(0, half)));
    all.addAll(batch(expressions.subList(half, expressions.size())));
    return all;
  }

  private static String answer(List<String> expressions) throws IOException, InterruptedException {
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
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    String said = Files.readString(output).strip();
    Files.delete(input);
    Files.delete(output);
    return said;
  }

  private static String decoded(String answer) {
    return new String(Base64.getDecoder().decode(answer), StandardCharsets.UTF_8);
  }

  static List<String> ours(List<String> expressions) {
    var text = new StringBuilder();
    for (int i = 0; i < expressions.size(); i++) {
      text.append("output \"o%d\" {\n  value = {v = %s}\n}\n".formatted(i, expressions.get(i)));
    }
    Terraform.Configuration read = InMemory.configuration(text.toString());
    var all = new ArrayList<String>();
    for (int i = 0; i < expressions.size(); i++) {
      Value<Node> value = InMemory.output(read, "o" + i);
      all.add(
          Nodes.hasError(value)
              ? ERROR
              : JsonPrinting.print(value, value.origin()).literal().orElse(UNKNOWN));
    }
    return all;
  }

  /// The expressions of which ours differs from the recorded answer, with both.
  static List<String> disagreements(List<String> expressions, List<String> recorded) {
    assertThat(recorded).as("recorded answers").hasSameSizeAs(expressions);
    var wrong = new ArrayList<String>();
    List<String> ours = ours(expressions);
    for (int i = 0; i < expressions.size(); i++) {
      if (!ours.get(i).equals(recorded.get(i))) {
        wrong.add(
            "%s%n    console: %s%n    ours:    %s"
                .formatted(expressions.get(i), recorded.get(i), ours.get(i)));
      }
    }
    return wrong;
  }

  static String resource(String name) {
    try (InputStream in = Console.class.getResourceAsStream("/terraform/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes what the console answers to each of the expressions.
  static void record(String name, List<String> expressions)
      throws IOException, InterruptedException {
    List<String> answers = asked(expressions);
    var lines = new StringBuilder();
    for (int i = 0; i < expressions.size(); i++) {
      lines.append(expressions.get(i)).append('\t').append(answers.get(i)).append('\n');
    }
    write(name, lines.toString());
  }

  /// Writes a resource of the tests' source tree.
  static void write(String name, String text) throws IOException {
    Files.writeString(
        Path.of(System.getProperty("postern.root"), "readers/src/test/resources/terraform", name),
        text);
  }
}
