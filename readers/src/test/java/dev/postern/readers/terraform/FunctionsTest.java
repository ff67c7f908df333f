package dev.postern.readers.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// All functions that `terraform metadata functions` lists are known. The list stands in
/// `functions.txt`, each with the types of its parameters; `-Dpostern.record=true` writes it anew.
class FunctionsTest {
  /// What cannot be asked of a console: what depends on the machine, the time or chance.
  private static final Set<String> NOT_ASKED =
      Set.of(
          "abspath",
          "base64gzip",
          "bcrypt",
          "pathexpand",
          "plantimestamp",
          "rsadecrypt",
          "templatestring",
          "timestamp",
          "uuid");

  private static final String READING =
      """
      output "lines" {
        value = [
          for name, f in jsondecode(file("f.json")).function_signatures : join(" ", concat(
            [name],
            [for p in try(f.parameters, []) : jsonencode(p.type)],
            [for p in try([f.variadic_parameter], []) : "${jsonencode(p.type)}..."]))
          if !startswith(name, "core::")
        ]
      }
      """;

  static Stream<String> names() {
    return Console.resource("functions.txt").lines().map(line -> line.split(" ", 2)[0]);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyFunctionIsKnown(String name) {
    for (String prefix : List.of("", "core::")) {
      String call = "%s%s(%s)".formatted(prefix, name, "[], ".repeat(12));
      Value<?> value =
          InMemory.output(
              InMemory.configuration("output \"o\" { value = %s }".formatted(call)), "o");
      boolean unsupported =
          value instanceof Value.Unknown<?>(Reason(var kind, _), _, _)
              && kind == Reason.Kind.UNSUPPORTED;
      assertThat(unsupported).as(call).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timestamp()",
        "plantimestamp()",
        "uuid()",
        "bcrypt(\"x\")",
        "bcrypt(\"x\", 10)",
        "base64gzip(\"x\")",
        "rsadecrypt(\"x\", \"y\")",
      })
  void whatCannotBeKnownIsAnUnknownString(String call) {
    var read =
        InMemory.configuration(
            "output \"o\" { value = %s }\noutput \"p\" { value = tonumber([%s]) }"
                .formatted(call, call));
    assertThat(InMemory.output(read, "o"))
        .isInstanceOfSatisfying(
            Value.Unknown.class,
            unknown ->
                assertThat(unknown.reason().kind())
                    .isIn(Reason.Kind.APPLY, Reason.Kind.UNSUPPORTED));
    assertThat(Nodes.isError(InMemory.output(read, "p"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timestamp(1)",
        "uuid(1)",
        "bcrypt()",
        "bcrypt(null)",
        "bcrypt(\"x\", \"y\")",
        "base64gzip()",
        "base64gzip([])",
        "rsadecrypt(\"x\")",
        "file()",
        "templatefile(\"x\")",
      })
  void wrongArgumentsAreRefused(String call) {
    var read = InMemory.configuration("output \"o\" { value = %s }".formatted(call));
    assertThat(Nodes.isError(InMemory.output(read, "o"))).isTrue();
  }

  /// Calls with as many arguments as there are parameters, with fewer and with more, of the right
  /// types and of any.
  static List<String> calls() {
    return Console.resource("functions.txt")
        .lines()
        .map(line -> List.of(line.split(" ", -1)))
        .filter(words -> !NOT_ASKED.contains(words.getFirst()))
        .filter(words -> !words.getFirst().matches("file.*|templatefile"))
        .flatMap(FunctionsTest::calls)
        .toList();
  }

  private static Stream<String> calls(List<String> words) {
    List<String> types = words.subList(1, words.size());
    int most = types.size() + (words.getLast().endsWith("...") ? 3 : 1);
    return Stream.iterate(0, n -> n <= most, n -> n + 1)
        .flatMap(n ->
            Stream.of(true, false)
                .map(right ->
                    Stream.iterate(0, i -> i < n, i -> i + 1)
                        .map(i ->
                            right && i <= most && !types.isEmpty()
                                ? hole(types.get(Math.min(i, types.size() - 1)))
                                : "<?>")
                        .collect(Collectors.joining(", ", words.getFirst() + "(", ")"))))
        .distinct();
  }

  private static String hole(String type) {
    return switch (type.replace("...", "")) {
      case "\"string\"" -> "<S>";
      case "\"number\"" -> "<I>";
      case "\"bool\"" -> "<B>";
      case "[\"list\",\"string\"]" -> "<LS>";
      case "[\"list\",\"bool\"]" -> "<LB>";
      case "[\"map\",[\"list\",\"string\"]]" -> "<MLS>";
      case "[\"set\",\"dynamic\"]" -> "<SS>";
      default -> "<?>";
    };
  }

  @Test
  @EnabledIfSystemProperty(named = "postern.record", matches = "true")
  void record() throws IOException, InterruptedException {
    var read =
        InMemory.configuration(
            java.util.Map.of(
                "main.tf", READING, "f.json", said("terraform", "metadata", "functions", "-json")));
    var list = InMemory.output(read, "lines").sole().orElseThrow();
    if (!(list instanceof dev.postern.model.Node.Items(var lines, _))) {
      throw new IllegalStateException("the list was not read");
    }
    Console.write(
        "functions.txt",
        lines.stream()
            .map(line -> Nodes.string(line).orElseThrow() + "\n")
            .collect(Collectors.joining()));
  }

  private static String said(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      process.waitFor();
    }
  }
}
