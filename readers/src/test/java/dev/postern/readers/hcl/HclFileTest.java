package dev.postern.readers.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.text.Comment;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HclFileTest {

  @Test
  void readsArgumentsAndBlocksInOrder() {
    HclFile file =
        read(
            """
            # first
            region = "eu-west-1" // second
            resource "aws_s3_bucket" this {
              bucket = "b" /* third */
              versioning { enabled = true }
              empty {}
              versioning {
              }
            }
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(file.comments())
        .extracting(Comment::text)
        .containsExactly("first", "second", "third");
    assertThat(file.body().attribute("region").orElseThrow().value().literal())
        .contains("eu-west-1");
    Block bucket = file.body().blocks("resource").getFirst();
    assertThat(bucket.labels())
        .extracting(Block.Label::text)
        .containsExactly("aws_s3_bucket", "this");
    assertThat(bucket.header().text()).isEqualTo("resource \"aws_s3_bucket\" this");
    assertThat(bucket.body().blocks("versioning")).hasSize(2);
    assertThat(bucket.body().blocks("versioning").getFirst().span().text())
        .isEqualTo("versioning { enabled = true }");
    assertThat(bucket.body().attributes()).extracting(Attribute::name).containsExactly("bucket");
    assertThat(bucket.body().attribute("versioning")).isEmpty();
  }

  @Test
  void marksOfOtherSystemsDoNoHarm() {
    HclFile file = read("\uFEFFa = 1\r\nb {\r\n  c = \"d\"\r\n}\r\n# end\r\n");
    assertThat(file.problems()).isEmpty();
    assertThat(file.body().items()).hasSize(2);
    assertThat(file.comments().getFirst().span().text()).isEqualTo("# end");
  }

  @Test
  void aBrokenArgumentCostsItselfOnly() {
    HclFile file =
        read(
            """
            resource "aws_instance" "a" {
              ami  = [1, 2
              tags = { Name = "x" }
              size = = 3
              user = "open
              zone = "z"
            }
            resource "aws_instance" "b" { ami = ) }
            last = 1
            """);
    assertThat(messages(file))
        .containsExactly(
            "3:3 expected `,` or `]`, found a name",
            "4:10 expected a value, found `=`",
            "5:10 string is not closed on its line",
            "8:37 expected a value, found `)`");
    assertThat(file.body().items()).hasSize(3);
    Body first = file.body().blocks().getFirst().body();
    assertThat(first.attributes())
        .extracting(Attribute::name)
        .containsExactly("ami", "tags", "size", "user", "zone");
    assertThat(first.attribute("ami").orElseThrow().value().span().text()).isEqualTo("[1, 2");
    assertThat(first.attribute("size").orElseThrow().value())
        .isInstanceOf(Expression.Invalid.class);
    assertThat(first.attribute("zone").orElseThrow().value().literal()).contains("z");
  }

  @Test
  void aForgottenBraceOfAnInterpolationCostsItsLine() {
    HclFile file = read("a {\n  b = \"${c\"\n  d = 1\n}\ne {}\n");
    assertThat(messages(file))
        .containsExactly("2:11 expected `}` at the end of the sequence, found a string");
    assertThat(file.body().blocks()).hasSize(2);
    assertThat(file.body().blocks().getFirst().body().attribute("d")).isPresent();
  }

  @Test
  void stringsAreComposed() {
    HclFile file = read("a = \"an\u0303o\"\n");
    assertThat(file.body().attributes().getFirst().value().literal()).contains("a\u00f1o");
  }

  @Test
  void problemsSayWhatIsWrong() {
    assertOne("a = 1\n\na = 2\n", "3:1 `a` is already set on line 1");
    assertOne("a\n", "1:1 `a` needs `=` and a value, or `{` and a body");
    assertOne("\"a\" = 1\n", "1:1 an argument name stands without quotes");
    assertOne("a = 1,\n", "1:6 arguments are separated by lines, not by `,`");
    assertOne("a {\n b = 1 }\n", "2:8 expected a new line after the value, found `}`");
    assertOne("a { b = 1\n}\n", "1:10 the `}` of a block on one line stands on that line");
    assertOne("a { b = 1\n c = 2 }\n", "1:10 the `}` of a block on one line stands on that line");
    assertOne("a { b {} }\n", "1:5 a block on one line holds one argument and nothing else");
    assertOne("a\n{\n}\n", "2:1 the `{` of a block stands on the line of its name");
    assertOne("a {} b {}\n", "1:6 expected a new line after `}`, found a name");
    assertOne("}\n", "1:1 this `}` closes nothing");
    assertOne("a \"b\" {\n", "1:7 block `a` is not closed");
    assertOne("a \"${b}\" {\n}\n", "1:4 a label is plain text without `${` and `%{`");
    assertOne("a = 'b'\n", "1:5 strings stand in double quotes, not in `'`");
    assertOne("a = “b”\n", "1:5 strings stand in `\"`, not in curly quotes");
    assertOne("a = 1; b = 2\n", "1:6 arguments stand on lines of their own, not between `;`");
    assertOne("/* a", "1:1 comment is not closed");
    assertOne("a = <<-E\n b\n", "1:5 heredoc `<<-E` is not closed by a line of its own");
    assertOne("a = ", "1:5 expected a value, found the end of the file");
    assertOne("{\n}\n", "1:1 expected an argument or a block, found `{`");
  }

  @Test
  void blocksNestOnlySoDeep() {
    HclFile file = read("a {\n".repeat(300) + "}\n".repeat(300) + "b = 1\n");
    assertThat(messages(file)).containsExactly("201:4 nested deeper than 200 levels");
    assertThat(file.body().attribute("b")).isPresent();
  }

  @Test
  void problemsAreCountedOut() {
    HclFile file = read("]\n".repeat(1000));
    assertThat(file.problems()).hasSize(101);
    assertThat(file.problems().getLast().message())
        .isEqualTo("more than 100 problems in this file");
  }

  @Test
  void noMessageRepeatsAValue() {
    for (String text :
        List.of(
            "p = hunter2 hunter2\n", "p = \"hunter2", "p = 4711.4711.1\n", "p = [\"hunter2\"\n")) {
      assertThat(messages(read(text)).toString()).doesNotContain("hunter2").doesNotContain("4711");
    }
  }

  private static void assertOne(String text, String message) {
    assertThat(messages(read(text))).as(text).containsExactly(message);
  }

  private static List<String> messages(HclFile file) {
    return file.problems().stream().map(HclFileTest::message).toList();
  }

  private static String message(Problem problem) {
    return problem.at().line() + ":" + problem.at().column() + " " + problem.message();
  }

  private static HclFile read(String text) {
    return Hcl.parse(SourceFile.of("main.tf", text));
  }
}
