package dev.postern.readers.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.json.Piece.Hole;
import dev.postern.readers.json.Piece.Literal;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Scalar.Style;
import dev.postern.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonTextTest {

  /// `${...}` in the text is a hole whose value is what stands between the braces.
  private static List<Piece<String>> pieces(SourceFile file) {
    List<Piece<String>> pieces = new ArrayList<>();
    String text = file.text();
    int from = 0;
    for (int i = text.indexOf("${"); i >= 0; i = text.indexOf("${", from)) {
      int end = text.indexOf('}', i) + 1;
      pieces.add(new Literal<>(text.substring(from, i), file.span(from, i)));
      pieces.add(new Hole<>(text.substring(i + 2, end - 1), file.span(i, end)));
      from = end;
    }
    pieces.add(new Literal<>(text.substring(from), file.span(from, text.length())));
    return pieces;
  }

  private static JsonText<String> parse(String text) {
    return JsonText.parse(pieces(SourceFile.of("p.tf", text)));
  }

  private static Tree at(JsonText<String> json, String key) {
    return ((Mapping) json.root().orElseThrow()).find(key).orElseThrow();
  }

  private static List<String> split(JsonText<String> json, String text, Tree at) {
    return json.split(text, at.span()).stream()
        .map(piece ->
            switch (piece) {
              case Literal<String>(var literal, _) -> literal;
              case Hole<String>(var value, var span) -> span.text() + "=" + value;
            })
        .toList();
  }

  @Test
  void findsHolesInsideStrings() {
    var json = parse("{\n \"Resource\": \"${b.arn}/*\",\n \"Plain\": [\"${a}${c}\", \"x\"]\n}");

    assertThat(json.problems()).isEmpty();
    var resource = (Scalar) at(json, "Resource");
    assertThat(resource.span().text()).isEqualTo("\"${b.arn}/*\"");
    assertThat(resource.span().toString()).isEqualTo("p.tf:2:14");
    assertThat(resource.style()).isEqualTo(Style.JSON_STRING);
    assertThat(json.hole(resource)).isEmpty();
    assertThat(split(json, resource.text(), resource)).containsExactly("${b.arn}=b.arn", "/*");
    assertThat(at(json, "Plain").span().text()).isEqualTo("[\"${a}${c}\", \"x\"]");
    var both = (Scalar) ((Tree.Sequence) at(json, "Plain")).items().getFirst();
    assertThat(split(json, both.text(), both)).containsExactly("${a}=a", "${c}=c");
  }

  @Test
  void findsHolesThatStandForAValue() {
    var json = parse("{\"P\": ${x}, \"Q\": \"${x}\", \"R\": [${y}, 1]}");

    assertThat(json.problems()).isEmpty();
    assertThat(json.hole(at(json, "P")).orElseThrow().value()).isEqualTo("x");
    assertThat(at(json, "P").span().text()).isEqualTo("${x}");
    assertThat(json.hole(at(json, "Q"))).isEmpty();
    assertThat(at(json, "R").span().text()).isEqualTo("[${y}, 1]");
  }

  @Test
  void aHoleMayBeEverythingOrStandBetweenPiecesOfQuotes() {
    var whole = parse("${x}");
    assertThat(whole.hole(whole.root().orElseThrow()).orElseThrow().value()).isEqualTo("x");

    var file = SourceFile.of("q", "\"${x}\"");
    var quoted =
        JsonText.parse(
            List.of(
                new Literal<>("\"", file.span(0, 1)),
                new Hole<>("x", file.span(1, 5)),
                new Literal<>("\"", file.span(5, 6))));
    assertThat(quoted.hole(quoted.root().orElseThrow())).isEmpty();
    assertThat(quoted.root().orElseThrow().span()).isEqualTo(file.all());
  }

  @Test
  void findsHolesInKeys() {
    var json = parse("{\"${oidc}:aud\": 1}");

    var entry = ((Mapping) json.root().orElseThrow()).entries().getFirst();
    assertThat(entry.keySpan().text()).isEqualTo("\"${oidc}:aud\"");
    assertThat(split(json, entry.key(), entry.value())).containsExactly("${oidc}=oidc", ":aud");
  }

  @Test
  void tellsBrokenJsonAtItsPlaceInTheFile() {
    var json = parse("{\"a\": ${x} ${y}}");

    assertThat(json.problems()).hasSize(1);
    assertThat(json.problems().getFirst().at().text()).isEqualTo("${y}");
  }

  @Test
  void pointsToTheWholeWhereTheTextIsNotLiteral() {
    var file = SourceFile.of("t.json", "{\"p\": \"{\\\"a\\\": 1}\"}");
    var span = file.span(6, 18);
    var json = JsonText.parse(List.of(new Literal<String>("{\"a\": 1}", span)));

    assertThat(at(json, "a").span()).isEqualTo(span);
  }

  @Test
  void doesNotTakeTheUsersOwnCharactersForHoles() {
    var json = parse("{\"a\": \"\uE000${x}\\uE001\", \"b\": \"\uE000\"}");

    var a = (Scalar) at(json, "a");
    assertThat(split(json, a.text(), a)).containsExactly("\uE000", "${x}=x", "\uE001");
    assertThat(json.hole(at(json, "b"))).isEmpty();
  }

  @Test
  void boundsTheNumberOfHoles() {
    assertThat(parse("[\"" + "${x}".repeat(6_400) + "\"]").problems()).isEmpty();
    var json = parse("[\"" + "${x}".repeat(6_401) + "\"]");

    assertThat(json.root()).isEmpty();
    assertThat(json.problems()).hasSize(1);
  }

  @Test
  void readsNothingFromNothing() {
    assertThat(JsonText.parse(List.<Piece<String>>of()).root()).isEmpty();
    assertThat(parse("").problems()).hasSize(1);
  }
}
