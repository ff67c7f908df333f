package dev.postern.readers.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.json.Json;
import dev.postern.readers.json.JsonText;
import dev.postern.readers.json.Piece;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.SourceFile;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The readers never throw, and whatever they return lies inside its parent's place.
final class HostileTextTest {
  private static final long SEED = 20_260_101;
  private static final int MUTANTS = 4_000;
  private static final String SPICE =
      "{}[]:,\"'#&*!|>-?%@`\\\n\r\t \0\u0007\u0085\uD800\uDC00\uFEFF0aé<~=$";

  private static final String TEMPLATE =
      """
      %YAML 1.1
      --- # one
      Resources:
        A: &a
          Type: !Sub "x ${A}\\u0041\\
            y"
          'k''s': [1, {b: *a, ? c : d}]
          L: |2-
              text
            # in
        B: {<<: *a, "q": >+
      ...
      --- !x
      - - ~
        - *a
      """;

  private static final String POLICY =
      """
      {"Version": "2012-10-17", // c
       "Statement": [{"Effect": "Allow", "Action": ["s3:*", "a\\"\\u00e9\\n"], "N": [-1.5e3, 0, true]},
       {"Principal": {"AWS": null}, "x": {},},],}
      """;

  private static void read(String text, Function<SourceFile, Document> reader) {
    Document document;
    try {
      document = reader.apply(SourceFile.of("t", text));
      document.roots().forEach(HostileTextTest::check);
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + SEED + " on: " + text, e);
    }
    assertThat(document.problems()).allMatch(p -> !p.message().isBlank());
  }

  private static void check(Tree tree) {
    switch (tree) {
      case Tree.Mapping(var entries, _, _) -> entries.forEach(e -> check(e.value()));
      case Tree.Sequence(var items, _, _) -> items.forEach(HostileTextTest::check);
      case Tree.Scalar scalar -> {
        scalar.asBoolean();
        scalar.asNumber();
        var places = scalar.places();
        for (int i = 0; i < scalar.text().length(); i++) {
          places.span(i, i + 1);
        }
        String joined =
            places.stretches(0, scalar.text().length()).stream()
                .map(Places.Stretch::text)
                .reduce("", String::concat);
        assertThat(joined).isEqualTo(scalar.text());
      }
      case Tree.Unreadable _ -> {}
    }
  }

  private static String mutate(String text, Random random) {
    var mutant = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0 && !mutant.isEmpty(); i--) {
      int at = random.nextInt(mutant.length());
      switch (random.nextInt(3)) {
        case 0 -> mutant.deleteCharAt(at);
        case 1 -> mutant.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
        default -> mutant.insert(at, text, 0, random.nextInt(text.length()));
      }
    }
    return mutant.toString();
  }

  @Test
  void truncationsAreRead() {
    for (int i = 0; i <= TEMPLATE.length(); i++) {
      read(TEMPLATE.substring(0, i), Yaml::parse);
    }
    for (int i = 0; i <= POLICY.length(); i++) {
      read(POLICY.substring(0, i), Json::parse);
    }
  }

  @Test
  void mutationsAreRead() {
    var random = new Random(SEED);
    for (int i = 0; i < MUTANTS; i++) {
      read(mutate(TEMPLATE, random), Yaml::parse);
      String policy = mutate(POLICY, random);
      read(policy, Json::parse);
      read(policy, Yaml::parse);
    }
  }

  @Test
  void mutationsWithHolesAreRead() {
    var random = new Random(SEED);
    for (int i = 0; i < MUTANTS; i++) {
      var file = SourceFile.of("t", mutate(POLICY, random));
      int cut = random.nextInt(file.text().length() + 1);
      List<Piece<Integer>> pieces =
          List.of(
              new Piece.Literal<>(file.text().substring(0, cut), file.span(0, cut)),
              new Piece.Hole<>(1, file.span(cut, cut)),
              new Piece.Literal<>(file.text().substring(cut), file.all()));
      assertThat(JsonText.parse(pieces).problems()).doesNotContainNull();
    }
  }
}
