package dev.postern.readers.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.json.Json;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlacesTest {

  private static Scalar valueOf(Document document) {
    return (Scalar) ((Mapping) document.roots().getFirst()).find("k").orElseThrow();
  }

  private static Span find(Scalar scalar, String part) {
    int at = scalar.text().indexOf(part);
    return scalar.places().span(at, at + part.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k: a ${X} b",
        "k: !Sub a ${X} b",
        "k: !Sub &n a ${X} b",
        "k: 'it''s ${X}'",
        "k: !Sub \"\\t\\x41\\u0041\\U0001F600 ${X}\"",
        "k: |\n  one\n    two ${X}\n\n  three",
        "k: !Sub |-\n  one\n  ${X}",
        "k: !Sub # why\n  a\n  b ${X}",
        "k: >\n  one\n  two\n\n  ${X} three",
        "k: one\n  two ${X}",
        "k: \"one\\\n    two ${X}\n  three\"",
        "k: |\r\n  one\r\n  two ${X}\r\n"
      })
  void pointsIntoYaml(String yaml) {
    Scalar scalar = valueOf(Yaml.parse(SourceFile.of("t.yaml", yaml)));

    Span place = find(scalar, "${X}");

    assertThat(place.text()).isEqualTo("${X}");
    assertThat(place.start()).isEqualTo(yaml.indexOf("${X}"));
  }

  @Test
  void pointsIntoJsonWithEscapes() {
    var json = "{\"k\": \"{\\\"a\\\": \\u0022${X}\\n\\\"}\"}";
    Scalar scalar = valueOf(Json.parse(SourceFile.of("t.json", json)));

    assertThat(find(scalar, "${X}").text()).isEqualTo("${X}");
    assertThat(find(scalar, "\"a\"").text()).isEqualTo("\\\"a\\\"");
    assertThat(find(scalar, "\n\"").text()).isEqualTo("\\n\\\"");
  }

  @Test
  void givesTheWholeScalarForNothing() {
    Scalar scalar = valueOf(Yaml.parse(SourceFile.of("t.yaml", "k: 'abc'")));

    assertThat(scalar.places().span(1, 1).text()).isEqualTo("'abc'");
    assertThat(scalar.places().span(2, 9).text()).isEqualTo("'abc'");
  }

  @Test
  void cutsIntoStretchesThatStandThereLiterally() {
    Scalar scalar = valueOf(Yaml.parse(SourceFile.of("t.yaml", "k: |-\n  one\n  two")));

    var stretches = scalar.places().stretches(0, scalar.text().length());

    assertThat(stretches).extracting(Places.Stretch::text).containsExactly("one\n", "two");
    assertThat(stretches).allMatch(s -> s.span().text().equals(s.text()));
  }
}
