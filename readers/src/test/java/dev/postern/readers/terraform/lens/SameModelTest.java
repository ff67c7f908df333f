package dev.postern.readers.terraform.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Unit;
import dev.postern.readers.cloudformation.Inputs;
import dev.postern.readers.cloudformation.Templates;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written in Terraform and in CloudFormation is one model. The pairs stand in
/// `same-model/*.txt`: after a line `=== name` Terraform, after a line `---` the resources of a
/// template.
class SameModelTest {
  private static final List<String> FILES = List.of("s3", "iam", "ec2", "data", "apps", "edge");

  record Pair(String name, String terraform, String template) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Pair> pairs() {
    return FILES.stream()
        .flatMap(file ->
            Arrays.stream(text(file).split("(?m)^=== ", -1))
                .filter(text -> !text.isBlank())
                .map(text -> pair(file, text)));
  }

  private static Pair pair(String file, String text) {
    int end = text.indexOf('\n');
    String[] sides = text.substring(end + 1).split("(?m)^---\n", -1);
    return new Pair(file + ": " + text.substring(0, end), sides[0], sides[1]);
  }

  private static String text(String file) {
    try (InputStream in = SameModelTest.class.getResourceAsStream("same-model/" + file + ".txt")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void isSaidAlike(Pair pair) {
    var terraform = Shown.terraform(pair.terraform());
    SourceFile file = SourceFile.of("t.yaml", "Resources:\n" + pair.template().indent(2));
    var unit = new Unit("t", Unit.Kind.CLOUDFORMATION, List.of("t.yaml"));
    var template =
        Templates.read(Yaml.parse(file), unit, new Inputs(Map.of(), Optional.of(Shown.SCHEMAS)));

    assertThat(terraform.problems()).filteredOn(p -> p.level() == Problem.Level.ERROR).isEmpty();
    assertThat(template.problems()).filteredOn(p -> p.level() == Problem.Level.ERROR).isEmpty();
    assertThat(String.join("\n", Shown.of(terraform.resources())))
        .isEqualTo(String.join("\n", Shown.of(template.resources())));
  }

  @Test
  void hasManyPairs() {
    assertThat(pairs()).hasSizeGreaterThanOrEqualTo(40);
  }
}
