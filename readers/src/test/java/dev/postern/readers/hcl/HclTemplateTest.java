package dev.postern.readers.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The expected texts are those that `terraform console` 1.11 gives for the same input, cut at the
/// interpolations.
final class HclTemplateTest {

  /// Each line: the text, ` # `, the tree; `?!` is a text that is refused.
  static List<String> lines() {
    return List.of(
        "\"\" # ''",
        "\"a b\" # 'a b'",
        "\"a\\nb\\t\\\"\\\\\" # 'a\\nb\t\"\\'",
        "\"\\u00e9\\U0001F600\" # 'é😀'",
        "\"\\ud800\" # ?!",
        "\"\\u12\" # ?!",
        "\"\\q\" # ?!",
        "\"${x}\" # t[x]",
        "\"a${x}b\" # t['a' x 'b']",
        "\"$5 100% $\" # '$5 100% $'",
        "\"$${x} %%{y}\" # '${x} %{y}'",
        "\"$$${x}\" # '$${x}'",
        "\"a $ ${~ x}\" # t['a $' x]",
        "\"a\\n ${~ x ~} \\n b\" # t['a' '' '' x '' '' 'b']",
        "\"${x ~} \" # t[x '']",
        "\"${\"${x}\"}\" # t[t[x]]",
        "\"%{ if a }b%{ else }c%{ endif }\" # t[if(a | 'b' | 'c')]",
        "\"%{ if a }%{ if b }x%{ endif }%{ endif }\" # t[if(a | if(b | 'x' | ) | )]",
        "\"%{ for k, v in m }${k}%{ endfor }\" # t[for(k, v in m | k)]",
        "\"%{ if a }\" # ?!",
        "\"%{ endif }\" # ?!",
        "\"%{ for x in y }%{ endif }\" # ?!",
        "\"%{ if a }%{ else }%{ else }%{ endif }\" # ?!",
        "\"%{ while a }\" # ?!",
        "\"${x y}\" # ?!",
        "\"${x\" # ?!",
        "<<EOT\n  a\n b\n  EOT\n # '  a\\n b\\n'",
        "<<-EOT\n    a\n\n      b\n   EOT\n # 'a\\n\\n  b\\n'",
        "<<EOT\na\n  ${~ x ~}\n  b\nEOT\n # t['a\\n' '' x '' '  b\\n']",
        "<<-E\n $${x}\n\n  ${x}\n\ttab\nE\n # t['' '${' 'x}\\n' '\\n' ' ' x '\\n' 'tab\\n']",
        "<<-EOT\n   a\n  ${x}\n  EOT\n # t[' a\\n' '' x '\\n']",
        "<<-E\n a\n %{~if b~}\n c\n %{~endif~}\nE\n # t[' a\\n' '' if(b | '' ' c\\n' '' | ) '']",
        "<<A\nnot A\nA not\nA\n # 'not A\\nA not\\n'",
        "<<A\nA\n # ''",
        "<<A\nx\nA # ?!",
        "<<A\nx\n # ?!",
        "<<A x\nA\n # ?!");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void readsAs(String line) {
    int middle = line.lastIndexOf(" # ");
    String text = line.substring(0, middle);
    String shown = line.substring(middle + 3);
    HclExpression read = Hcl.expression(SourceFile.of("x", text));
    assertThat(Shown.of(read.expression())).as(text).isEqualTo(shown);
    assertThat(read.problems().isEmpty()).as(text).isEqualTo(!shown.equals("?!"));
  }

  @Test
  void windowsLineEndsStayInAHeredoc() {
    HclExpression read = Hcl.expression(SourceFile.of("x", "<<EOT\r\na\r\n  EOT  \r\n"));
    assertThat(read.expression().literal()).contains("a\r\n");
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void onlyASingleInterpolationIsUnwrapped() {
    assertThat(template("\"${x}\"").wrapped().map(Shown::of)).contains("x");
    assertThat(template("\"${x} \"").wrapped()).isEmpty();
    assertThat(template("\"${x ~} \"").wrapped()).isEmpty();
    assertThat(template("\"x\"").wrapped()).isEmpty();
    assertThat(template("<<A\n${x}\nA\n").wrapped()).isEmpty();
  }

  @Test
  void anOffsetInALiteralIsAnOffsetInTheFile() {
    var text = "<<-EOT\n    {\n      \"Action\": \"$${s3}:*\",\n      ${x}\n    }\n  EOT\n";
    List<Part> parts = template(text).parts();
    assertThat(parts).filteredOn(Part.Literal.class::isInstance).isNotEmpty();
    for (Part part : parts) {
      if (part instanceof Part.Literal(var literal, var span) && !literal.equals("${")) {
        assertThat(span.text()).isEqualTo(literal);
      }
    }
    assertThat(parts.get(1).span()).hasToString("x:3:5");
  }

  @Test
  void escapesAreLiteralsOfTheirOwn() {
    List<Part> parts = template("\"{\\\"Effect\\\": 1}\"").parts();
    assertThat(parts)
        .extracting(p -> p.span().text())
        .containsExactly("{", "\\\"", "Effect", "\\\"", ": 1}");
    assertThat(template("\"{\\\"a\\\"}\"").literal()).contains("{\"a\"}");
  }

  @Test
  void aTemplateFileIsOneTemplate() {
    HclExpression read =
        Hcl.template(SourceFile.of("x", "\"a\" = ${b}\n%{ for c in d ~}\n  ${c}\n%{ endfor ~}\n"));
    assertThat(read.problems()).isEmpty();
    assertThat(Shown.of(read.expression()))
        .isEqualTo("t['\"a\" = ' b '\\n' for(c in d | '' '  ' c '\\n') '']");
  }

  private static Expression.Template template(String text) {
    return (Expression.Template) Hcl.expression(SourceFile.of("x", text)).expression();
  }
}
