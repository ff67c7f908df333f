package dev.postern.readers.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HclExpressionTest {

  /// Each line: the text, ` # `, the tree; `?!` is a text that is refused.
  static List<String> lines() {
    return List.of(
        "42 # 42",
        "1.5e3 # 1500",
        "2E-2 # 0.02",
        "true # true",
        "false # false",
        "null # null",
        "truely # truely",
        "größe-2 # größe-2",
        "var.a.b # var.a.b",
        "a[0]['x' # ?!",
        "a[\"k\"].c # a['k'].c",
        "a.0.b # a[0].b",
        "a.0.1 # ?!",
        "a[b[c]] # a[b[c]]",
        "a.*.b.0.c[1] # (a .* @.b[0].c)[1]",
        "a[*].b[0].c # (a [*] @.b[0].c)",
        "a[*].b[*].c # (a [*] (@.b [*] @.c))",
        "a.* # (a .* @)",
        "f() # f()",
        "f(a, [b]...) # f(a, [b]...)",
        "f(a,\n b,\n) # f(a, b)",
        "f(a..., b) # ?!",
        "provider::aws::arn_parse(x) # provider::aws::arn_parse(x)",
        "provider::aws # ?!",
        "[] # []",
        "[1, 2,] # [1, 2]",
        "[1 2] # ?!",
        "{} # {}",
        "{a = 1, b : 2} # {'a'=1, 'b'=2}",
        "{a = 1\n\n  b = 2\n} # {'a'=1, 'b'=2}",
        "{(a) = 1, \"b\" = 2, \"${c}\" = 3, 4 = 5} # {<a>=1, 'b'=2, t[c]=3, 4=5}",
        "{null = 1, true = 2} # {'null'=1, 'true'=2}",
        "{a = 1 b = 2} # ?!",
        "{a.b = 1} # {a.b=1}",
        "[for x in y : x.z] # [for x in y: x.z]",
        "[for i, x in y : x if i > 0] # [for i, x in y: x if (i GREATER 0)]",
        "{for k, v in y : k => v...} # {for k, v in y: k => v...}",
        "{\nfor k in y :\n k => 1 if k != null\n} # {for k in y: k => 1 if (k NOT_EQUAL null)}",
        "[for x in y : x => z] # ?!",
        "{for x in y : x} # ?!",
        "a ? b : c ? d : e # (a ? b : (c ? d : e))",
        "a ? b # ?!",
        "-a.b # (MINUS a.b)",
        "!a == b # ((NOT a) EQUAL b)",
        "!!a # (NOT (NOT a))",
        "a - b - c # ((a MINUS b) MINUS c)",
        "a + b * c # (a PLUS (b TIMES c))",
        "a || b && c == d < e + f % g # (a OR (b AND (c EQUAL (d LESS (e PLUS (f MODULO g))))))",
        "a >= 1 && b <= 2 / 3 # ((a GREATER_OR_EQUAL 1) AND (b LESS_OR_EQUAL (2 DIVIDE 3)))",
        "(a + b) * c # (<(a PLUS b)> TIMES c)",
        "(\na\n) # <a>",
        "a-b # a-b",
        "a /* why */ + b // because # (a PLUS b)",
        "1.2.3 # ?!",
        "1e5000 # ?!",
        "a & b # ?!",
        "'a' # ?!",
        "a b # ?!");
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
  void everyNodeKnowsItsPlace() {
    var file = SourceFile.of("x", "cidrsubnet(var.a[\"k\"], 8, -1) ");
    var call = (Expression.Call) Hcl.expression(file).expression();
    assertThat(call.span().text()).isEqualTo("cidrsubnet(var.a[\"k\"], 8, -1)");
    assertThat(call.nameSpan().text()).isEqualTo("cidrsubnet");
    assertThat(call.children())
        .extracting(e -> e.span().text())
        .containsExactly("var.a[\"k\"]", "8", "-1");
    assertThat(call.children().getFirst().children())
        .extracting(e -> e.span().text())
        .containsExactly("var.a", "\"k\"");
  }

  @Test
  void nestingIsBounded() {
    assertTooMuch("[".repeat(10_000), "nested deeper than 200 levels");
    assertTooMuch("!".repeat(10_000) + "a", "nested deeper than 200 levels");
    assertTooMuch("\"${".repeat(10_000), "nested deeper than 200 levels");
    assertTooMuch("a" + "[*]".repeat(10_000), "nested deeper than 200 levels");
    assertTooMuch("a" + "?b:c".repeat(10_000), "nested deeper than 200 levels");
    assertTooMuch("a" + ".b".repeat(10_000), "an expression of more than 1000 steps");
    assertTooMuch("a" + "+1".repeat(10_000), "an expression of more than 1000 steps");
    assertThat(Hcl.expression(SourceFile.of("x", "a" + "+1".repeat(900))).problems()).isEmpty();
  }

  private static void assertTooMuch(String text, String message) {
    HclExpression read = Hcl.expression(SourceFile.of("x", text));
    assertThat(read.problems()).extracting(p -> p.message()).containsExactly(message);
    assertThat(read.expression()).isInstanceOf(Expression.Invalid.class);
  }
}
