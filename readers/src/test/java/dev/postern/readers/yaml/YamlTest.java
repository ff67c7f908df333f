package dev.postern.readers.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Scalar.Style;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.readers.tree.Tree.Unreadable;
import dev.postern.text.Comment;
import dev.postern.text.SourceFile;
import org.junit.jupiter.api.Test;

final class YamlTest {

  private static Document parse(String text) {
    return Yaml.parse(SourceFile.of("t.yaml", text));
  }

  private static Mapping root(Document document) {
    return (Mapping) document.roots().getFirst();
  }

  private static Tree at(Tree tree, String... keys) {
    Tree found = tree;
    for (String key : keys) {
      found = ((Mapping) found).find(key).orElseThrow();
    }
    return found;
  }

  private static String text(Tree tree, String... keys) {
    return ((Scalar) at(tree, keys)).text();
  }

  @Test
  void readsATemplate() {
    var document =
        parse(
            """
            # top
            Resources:
              Bucket: # the bucket
                Type: AWS::S3::Bucket
                Properties:
                  BucketName: !Sub "${Env}-logs" # name
                  Tags:
                    - Key: a
                      Value: 'b # c'
                    - {Key: c, Value: [1, 2]}
                  Doc: |  # block
                    # not a comment
                    x

            # end
            """);

    assertThat(document.problems()).isEmpty();
    assertThat(document.comments())
        .extracting(Comment::text)
        .containsExactly("top", "the bucket", "name", "block", "end");
    var bucket = (Mapping) at(root(document), "Resources", "Bucket");
    assertThat(bucket.span().toString()).isEqualTo("t.yaml:4:5");
    assertThat(bucket.span().endLine()).isEqualTo(13);
    assertThat(bucket.span().endColumn()).isEqualTo(10);
    var name = (Scalar) at(bucket, "Properties", "BucketName");
    assertThat(name.tag()).contains("!Sub");
    assertThat(name.style()).isEqualTo(Style.DOUBLE);
    assertThat(name.span().text()).isEqualTo("!Sub \"${Env}-logs\"");
    assertThat(name.span().toString()).isEqualTo("t.yaml:6:19");
    var tags = (Sequence) at(bucket, "Properties", "Tags");
    assertThat(tags.span().text()).startsWith("- Key: a").endsWith("[1, 2]}");
    assertThat(tags.items().get(0).span().text()).isEqualTo("Key: a\n          Value: 'b # c'");
    assertThat(tags.items().get(1).span().text()).isEqualTo("{Key: c, Value: [1, 2]}");
    assertThat(text(bucket, "Properties", "Doc")).isEqualTo("# not a comment\nx\n");
    Entry type = bucket.entry("Type").orElseThrow();
    assertThat(type.keySpan().text()).isEqualTo("Type");
    assertThat(type.keySpan().toString()).isEqualTo("t.yaml:4:5");
  }

  @Test
  void keepsTagsOnMappingsAndSequences() {
    var document = parse("a: !GetAtt [X, Arn]\nb: !Transform {Name: n}\nc: !!str 1\n");

    assertThat(((Sequence) at(root(document), "a")).tag()).contains("!GetAtt");
    assertThat(at(root(document), "a").span().text()).isEqualTo("!GetAtt [X, Arn]");
    assertThat(((Mapping) at(root(document), "b")).tag()).contains("!Transform");
    assertThat(((Scalar) at(root(document), "c")).tag()).contains("!!str");
  }

  @Test
  void countsColumnsInUtf16AndTakesAByteOrderMark() {
    var document = parse("\uFEFFa: \uD83D\uDE00x # c\nb: \uD83D\uDE00 # d\n");

    assertThat(document.problems()).isEmpty();
    assertThat(at(root(document), "a").span().text()).isEqualTo("\uD83D\uDE00x");
    assertThat(at(root(document), "b").span().toString()).isEqualTo("t.yaml:2:4");
    assertThat(document.comments()).extracting(Comment::text).containsExactly("c", "d");
  }

  @Test
  void readsStreams() {
    var document = parse("a: 1\n---\n- b\n---\nc\n...\n");

    assertThat(document.roots()).hasSize(3);
    assertThat(parse("").roots()).isEmpty();
    assertThat(parse("# only this\n").comments()).hasSize(1);
  }

  @Test
  void tellsDuplicateKeysAtTheSecondAndKeepsBoth() {
    var document = parse("A: 1\nB: 2\nA: 3\n");

    assertThat(root(document).entries()).hasSize(3);
    assertThat(text(root(document), "A")).isEqualTo("3");
    assertThat(document.problems()).hasSize(1);
    assertThat(document.problems().getFirst().at().toString()).isEqualTo("t.yaml:3:1");
    assertThat(document.problems().getFirst().message())
        .isEqualTo("`A` is also on line 1; the last one counts");
  }

  @Test
  void refusesKeysThatAreNoScalars() {
    var document = parse("? [a, b]\n: 1\nc: {{ d }}\ne: 2\n");

    assertThat(document.problems()).hasSize(2);
    assertThat(document.problems().getFirst().at().text()).isEqualTo("[a, b]");
    assertThat(root(document).entries()).extracting(Entry::key).containsExactly("c", "e");
  }

  @Test
  void resolvesAliasesToTheAnchoredNode() {
    var document = parse("a: &x {k: v}\nb: *x\n*y : 1\nc: &k key\n*k : 2\n");

    assertThat(at(root(document), "b")).isSameAs(at(root(document), "a"));
    assertThat(text(root(document), "key")).isEqualTo("2");
    assertThat(document.problems()).hasSize(1);
    assertThat(document.problems().getFirst().at().text()).isEqualTo("*y");
  }

  @Test
  void anAnchorIsNotKnownInsideItselfNorInTheNextDocument() {
    var document = parse("a: &x\n  b: *x\n---\nc: *x\n");

    assertThat(document.problems()).hasSize(2);
    assertThat(at(root(document), "a", "b")).isInstanceOf(Unreadable.class);
  }

  @Test
  void merges() {
    var document =
        parse(
            """
            base: &b {x: 1, y: 2}
            more: &m {y: 3, z: 4}
            one: {y: 9, <<: *b}
            two:
              <<: [*m, *b]
            not: {"<<": 1}
            bad: {<<: 1}
            """);

    assertThat(((Mapping) at(root(document), "one")).entries())
        .extracting(Entry::key)
        .containsExactly("y", "x");
    assertThat(text(root(document), "one", "y")).isEqualTo("9");
    assertThat(text(root(document), "two", "y")).isEqualTo("3");
    assertThat(text(root(document), "two", "x")).isEqualTo("1");
    assertThat(text(root(document), "not", "<<")).isEqualTo("1");
    assertThat(document.problems()).hasSize(1);
    assertThat(document.problems().getFirst().at().toString()).isEqualTo("t.yaml:7:7");
  }

  @Test
  void boundsAliasBombs() {
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    var document = parse(bomb.toString());

    assertThat(document.problems()).hasSize(1);
    assertThat(document.problems().getFirst().message()).startsWith("aliases repeat more than");
    assertThat(root(document).entries()).hasSize(60);
  }

  @Test
  void boundsDepthThroughAliases() {
    var chain = new StringBuilder("a0: &a0 " + "[".repeat(100) + "]".repeat(100) + "\n");
    for (int i = 1; i < 10; i++) {
      chain.append(
          "a%d: &a%d [[[[[[[[[[[[[[[[[[[[*a%d]]]]]]]]]]]]]]]]]]]]\n".formatted(i, i, i - 1));
    }
    assertThat(parse(chain.toString()).problems()).hasSize(1);
  }

  @Test
  void readsAHundredLevelsAndBoundsTenThousand() {
    assertThat(parse("[".repeat(100) + "x" + "]".repeat(100)).problems()).isEmpty();
    var document = parse("- before\n- " + "[".repeat(10_000) + "x" + "]".repeat(10_000));

    assertThat(document.problems()).hasSize(1);
    assertThat(document.problems().getFirst().message())
        .isEqualTo("YAML cannot be read from here on: nested more than 256 deep");
    assertThat(document.problems().getFirst().at().toString()).isEqualTo("t.yaml:2:258");
    var items = ((Sequence) document.roots().getFirst()).items();
    assertThat(items.get(0).span().text()).isEqualTo("before");
    assertThat(items.get(1)).isInstanceOf(Sequence.class);
  }

  @Test
  void keepsTheResourcesBeforeABrokenOne() {
    var document =
        parse(
            """
            Resources:
              A:
                Type: AWS::S3::Bucket
              B:
                Type: AWS::SNS::Topic
                Properties:
                 X: "open
              C:
                Type: AWS::SQS::Queue
            """);

    assertThat(document.problems()).hasSize(1);
    assertThat(document.problems().getFirst().at().toString()).isEqualTo("t.yaml:7:9");
    assertThat(document.problems().getFirst().message())
        .startsWith("YAML cannot be read from here");
    assertThat(text(root(document), "Resources", "A", "Type")).isEqualTo("AWS::S3::Bucket");
    assertThat(at(root(document), "Resources", "B")).isInstanceOf(Unreadable.class);
  }

  @Test
  void tellsBrokenSyntaxAndCharactersWhereTheyAre() {
    var tab = parse("a: 1\nb:\n\t- x\n");
    assertThat(tab.problems().getFirst().at().line()).isEqualTo(3);
    assertThat(text(root(tab), "a")).isEqualTo("1");
    var bell = parse("a: 1\nb: \u0007\n");
    assertThat(bell.problems().getFirst().at().toString()).isEqualTo("t.yaml:2:4");
  }
}
