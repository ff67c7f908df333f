package dev.postern.readers.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Scalar.Style;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.readers.tree.Tree.Unreadable;
import dev.postern.text.Comment;
import dev.postern.text.SourceFile;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTest {

  private static Document parse(String text) {
    return Json.parse(SourceFile.of("t.json", text));
  }

  private static Mapping root(Document document) {
    return (Mapping) document.roots().getFirst();
  }

  private static Tree at(Document document, String key) {
    return root(document).find(key).orElseThrow();
  }

  private static Scalar scalar(Document document, String key) {
    return (Scalar) at(document, key);
  }

  @Test
  void readsEveryKindOfValueWithItsPlace() {
    var document =
        parse(
            """
            {
              "s" : "a\\"\\u0041\\n",
              "n": -1.50e+2, "i":7,
              "t": true, "f":false, "z": null,
              "l": [ 1, {"x": [] } ],
              "": {}
            }
            """);

    assertThat(document.problems()).isEmpty();
    assertThat(root(document).span().start()).isZero();
    assertThat(root(document).span().endLine()).isEqualTo(7);
    assertThat(scalar(document, "s").text()).isEqualTo("a\"A\n");
    assertThat(scalar(document, "s").span().text()).isEqualTo("\"a\\\"\\u0041\\n\"");
    assertThat(scalar(document, "s").span().toString()).isEqualTo("t.json:2:9");
    assertThat(root(document).entry("s").orElseThrow().keySpan().text()).isEqualTo("\"s\"");
    assertThat(scalar(document, "n").text()).isEqualTo("-1.50e+2");
    assertThat(scalar(document, "n").span().text()).isEqualTo("-1.50e+2");
    assertThat(scalar(document, "n").asNumber().orElseThrow())
        .isEqualByComparingTo(new BigDecimal(-150));
    assertThat(scalar(document, "i").span().text()).isEqualTo("7");
    assertThat(scalar(document, "t").asBoolean()).contains(true);
    assertThat(scalar(document, "f").span().text()).isEqualTo("false");
    assertThat(scalar(document, "z").isNull()).isTrue();
    assertThat(at(document, "l").span().text()).isEqualTo("[ 1, {\"x\": [] } ]");
    assertThat(((Sequence) at(document, "l")).items().get(1).span().text())
        .isEqualTo("{\"x\": [] }");
    assertThat(at(document, "").span().text()).isEqualTo("{}");
  }

  @Test
  void keepsPlacesInLongTexts() {
    var text = new StringBuilder("[");
    for (int i = 0; i < 20_000; i++) {
      text.append("\n {\"k").append(i).append("\": \"\\\"").append(i).append("\"},");
    }
    var document = parse(text.append("\"last\"]").toString());

    var items = ((Sequence) document.roots().getFirst()).items();
    assertThat(items).hasSize(20_001);
    assertThat(items.get(19_999).span().text()).isEqualTo("{\"k19999\": \"\\\"19999\"}");
    assertThat(items.get(19_999).span().toString()).isEqualTo("t.json:20001:2");
    assertThat(items.get(20_000).span().text()).isEqualTo("\"last\"");
  }

  @Test
  void takesAByteOrderMark() {
    var document = parse("\uFEFF{\"a\": 1}");

    assertThat(document.problems()).isEmpty();
    assertThat(scalar(document, "a").span().text()).isEqualTo("1");
  }

  @Test
  void tellsDuplicateKeysAtTheSecondAndKeepsBoth() {
    var document = parse("{\"a\": 1,\n \"a\": 2}");

    assertThat(root(document).entries()).hasSize(2);
    assertThat(scalar(document, "a").text()).isEqualTo("2");
    assertThat(document.problems()).hasSize(1);
    assertThat(document.problems().getFirst().at().toString()).isEqualTo("t.json:2:2");
  }

  @Test
  void readsWhatIsNoJsonButCommonWithAWarning() {
    var document =
        parse("// top\n{\"a\": [1, /* , */ ], \"u\": \"http://x\", // two\n \"b\": \"x\ny\",}");

    assertThat(document.problems())
        .extracting(p -> p.level() + " " + p.message() + " " + p.at())
        .containsExactly(
            "WARNING JSON has no comments t.json:1:1",
            "WARNING JSON has no comma after the last value t.json:2:9",
            "WARNING a line break or control character in a JSON string t.json:3:7",
            "WARNING JSON has no comma after the last value t.json:4:3");
    assertThat(document.comments()).extracting(Comment::text).containsExactly("top", ",", "two");
    assertThat(((Sequence) at(document, "a")).items()).hasSize(1);
    assertThat(scalar(document, "b").text()).isEqualTo("x\ny");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1, \"b\": }|1:15|JSON cannot be read from here on: unexpected `}`",
        "{\"a\": 1 \"b\": 2}|1:9|JSON cannot be read from here on: unexpected `\"`",
        "{\"a\": 1, b: 2}|1:10|JSON cannot be read from here on: unexpected `b`",
        "{\"a\": 1, \"b\": hunter2}|1:15|JSON cannot be read from here on: unexpected `h`",
        "{\"a\": 1, \"b\": 007}|1:16|JSON cannot be read from here on: unexpected `0`",
        "{\"a\": 1, \"b\": tru}|1:15|JSON cannot be read from here on: unexpected `t`",
        "{\"a\": 1, \"b\": \"x|1:17|JSON ends here and is not complete",
        "{\"a\": 1, \"b|1:12|JSON ends here and is not complete",
        "{\"a\": 1, \"b\": [2|1:17|JSON ends here and is not complete",
        "{\"a\": 1, /* x|1:14|JSON ends here and is not complete",
        "{\"a\": 1,|1:9|JSON ends here and is not complete"
      })
  void keepsWhatStandsBeforeABreak(String text, String place, String message) {
    var document = parse(text);

    assertThat(document.problems())
        .extracting(p -> p.message() + " " + p.at())
        .containsExactly(message + " t.json:" + place);
    assertThat(scalar(document, "a").text()).isEqualTo("1");
  }

  @Test
  void dropsTheStatementThatIsHalfRead() {
    var document = parse("{\"S\": [{\"a\": 1}, {\"b\": 2, \"c\"");

    var statements = ((Sequence) at(document, "S")).items();
    assertThat(statements.get(0)).isInstanceOf(Mapping.class);
    assertThat(statements.get(1)).isInstanceOf(Unreadable.class);
    assertThat(statements.get(1).span().text()).isEqualTo("{\"b\": 2, \"c\"");
  }

  @Test
  void tellsNothingAndTooMuch() {
    assertThat(parse(" ").problems())
        .extracting("message")
        .containsExactly("there is no JSON here");
    var two = parse("{} []\n3");
    assertThat(two.roots()).hasSize(3);
    assertThat(two.problems()).hasSize(1);
    assertThat(two.problems().getFirst().at().text()).isEqualTo("[");
  }

  @Test
  void readsAHundredLevelsAndBoundsTenThousand() {
    assertThat(parse("[".repeat(100) + "]".repeat(100)).problems()).isEmpty();
    var document = parse("[1," + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "]");

    assertThat(document.problems()).hasSize(1);
    assertThat(document.problems().getFirst().message())
        .isEqualTo("JSON cannot be read from here on: nested more than 256 deep");
    assertThat(document.problems().getFirst().at().column()).isEqualTo(4 + 255 * 5);
    assertThat(((Sequence) document.roots().getFirst()).items()).hasSize(2);
  }

  @Test
  void hasNoTypesForStrings() {
    var text = scalar(parse("{\"a\": \"true\"}"), "a");

    assertThat(text.style()).isEqualTo(Style.JSON_STRING);
    assertThat(text.asBoolean()).isEmpty();
  }

  @Test
  void neverShowsTheTextByItself() {
    var document = parse("{\"a\": [\"hunter2\"]} // hunter2");

    assertThat(document.roots().toString()).doesNotContain("hunter2");
    assertThat(document.comments().toString()).doesNotContain("hunter2");
  }
}
