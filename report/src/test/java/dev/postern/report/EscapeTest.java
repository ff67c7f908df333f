package dev.postern.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EscapeTest {
  @ParameterizedTest
  @CsvSource({
    "plain text, plain text",
    "naïve 名前 😀, naïve 名前 😀",
    "x\u001b[31mred, x<U+001B>[31mred",
    "a\u0085b\u009bc, a<U+0085>b<U+009B>c",
    "x\u202egpj.exe, x<U+202E>gpj.exe",
    "a\u200bb\ufeffc, a<U+200B>b<U+FEFF>c",
    "a\u2066b\u2069, a<U+2066>b<U+2069>",
    "a\u2028b, a<U+2028>b",
    "half\ud83d, half<U+D83D>",
    "blank\u3164, blank<U+3164>",
  })
  void terminalsAreToldNothing(String text, String shown) {
    assertThat(Escape.visible(text)).isEqualTo(shown);
  }

  @Test
  void aLineBreakInANameDoesNotBreakTheLine() {
    assertThat(Escape.visible("a\nb\tc\r")).isEqualTo("a<U+000A>b<U+0009>c<U+000D>");
  }

  @Test
  void xml() {
    assertThat(Escape.xml("<a href='x'>&\"\u0000\uffff\nnext"))
        .isEqualTo("&lt;a href=&apos;x&apos;&gt;&amp;&quot;&lt;U+0000&gt;&lt;U+FFFF&gt;\nnext");
    assertThat(Escape.xml("\nnext")).isEqualTo("\nnext");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "no `Action: \"*\"` anywhere ~ no `Action: \"*\"` anywhere",
        "ask @acme/owners ~ ask @<!-- -->acme/owners",
        "see #12 ~ see \\#<!-- -->12",
        "<script>alert(1)</script> ~ &#60;script&#62;alert(1)&#60;/script&#62;",
        "[x](http://evil) ~ \\[x\\](http:<!-- -->//evil)",
        "www.evil.example ~ www<!-- -->.evil.example",
        "**bold** _it_ ~ \\*\\*bold\\*\\* \\_it\\_",
        "&lt; ~ &#38;lt;",
        "- item ~ \\- item",
        "12. item ~ 12\\. item",
        "0.0.0.0/0 or ::/0 ~ 0\\.0.0.0/0 or ::/0",
        "odd ` tick ~ odd \\` tick",
      })
  void markdownProse(String text, String shown) {
    assertThat(MarkdownText.prose(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a.b ~ `a.b`",
        "a`b ~ ``a`b``",
        "`a` ~ `` `a` ``",
        "@owner ~ `@owner`",
      })
  void markdownCode(String text, String shown) {
    assertThat(MarkdownText.code(text)).isEqualTo(shown);
  }

  @Test
  void markdownBlocksCannotBeClosedFromWithin() {
    assertThat(MarkdownText.block("hcl", List.of("```", "</details>")))
        .isEqualTo("````hcl\n```\n</details>\n````\n");
  }

  @ParameterizedTest
  @CsvSource({
    "modules/web/main.tf, modules/web/main.tf",
    "a b/ü.tf, a%20b/%C3%BC.tf",
    "arn:aws:s3:::b, arn%3Aaws%3As3%3A%3A%3Ab",
    "/abs/x#1?.tf, file:///abs/x%231%3F.tf",
    "../up%.tf, ../up%25.tf",
  })
  void uris(String path, String uri) {
    assertThat(SarifUri.of(path)).isEqualTo(uri);
  }

  @Test
  void widths() {
    assertThat(Columns.width("a名́😀")).isEqualTo(5);
    assertThat(Columns.head("a名b", 2)).isEqualTo("a");
    assertThat(Columns.tail("a名b", 3)).isEqualTo("名b");
    assertThat(Columns.wrap("in 4 294 967 296 places", 8))
        .containsExactly("in", "4 294 967 296", "places");
    assertThat(Columns.wrap("a path/that/is/long b", 6))
        .containsExactly("a", "path/that/is/long", "b");
  }
}
