package dev.postern.readers.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for every text: the tree and the text are the file, and nothing breaks the parser.
final class HclLawTest {
  private static final long SEED = 20_250_917;

  @Test
  void theSamplesAreSound() {
    for (String sample : Samples.ALL) {
      assertThat(checked(sample).problems()).as(sample).isEmpty();
    }
  }

  @Test
  void everyBeginningOfAFileIsRead() {
    for (String sample : Samples.ALL) {
      for (int end = 0; end <= sample.length(); end++) {
        checked(sample.substring(0, end));
        checked(sample.substring(end));
      }
    }
  }

  @Test
  void everyMutationOfAFileIsRead() {
    var random = new Random(SEED);
    String alphabet = "\"{}[]()$%~<=\n\r\\#*/.,:?! EOTa1\u00e9\ud83d";
    for (String sample : Samples.ALL) {
      for (int round = 0; round < 1500; round++) {
        var text = new StringBuilder(sample);
        for (int change = random.nextInt(4); change >= 0; change--) {
          int at = random.nextInt(text.length());
          switch (random.nextInt(3)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, text.charAt(at));
            default -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
          }
        }
        checked(text.toString());
      }
    }
  }

  @Test
  void longRowsOfOneThingAreRead() {
    for (String thing :
        List.of(
            "{",
            "}",
            "[",
            "(",
            "\"",
            "\"${",
            "${",
            "%{if ",
            "<<A\n",
            "a {\n",
            "a = [\n",
            "a ",
            "!",
            "\\",
            "$",
            "/*",
            "#",
            "a = \"${\"\n",
            "a = <<-A\n${\n",
            "\"\n",
            ":",
            "a\"")) {
      checked(thing.repeat(20_000));
      checked("a = " + thing.repeat(20_000));
    }
  }

  /// Reads `text` as a file, an expression and a template, and checks the places in the tree.
  private static HclFile checked(String text) {
    var source = SourceFile.of("seed-" + SEED, text);
    HclFile file = Hcl.parse(source);
    assertThat(printed(file.body(), source.all())).isEqualTo(text);
    inside(Hcl.expression(source).expression(), source.all());
    inside(Hcl.template(source).expression(), source.all());
    return file;
  }

  /// The text of `whole` put together from the items of `body` and what lies between them.
  private static String printed(Body body, Span whole) {
    String text = whole.file().text();
    var printed = new StringBuilder();
    int at = whole.start();
    for (Item item : body.items()) {
      assertThat(item.span().start()).isGreaterThanOrEqualTo(at);
      assertThat(item.span().end()).isLessThanOrEqualTo(whole.end());
      printed.append(text, at, item.span().start()).append(printed(item));
      at = item.span().end();
    }
    return printed.append(text, at, whole.end()).toString();
  }

  private static String printed(Item item) {
    return switch (item) {
      case Attribute attribute -> {
        assertThat(attribute.nameSpan().text()).isEqualTo(attribute.name());
        inside(attribute.value(), attribute.span());
        yield attribute.span().text();
      }
      case Block block -> {
        String text = block.span().file().text();
        Span span = block.span();
        Span body = block.body().span();
        yield text.substring(span.start(), body.start())
            + printed(block.body(), body)
            + text.substring(body.end(), span.end());
      }
    };
  }

  /// Every expression lies inside its parent, beside its siblings.
  private static void inside(Expression expression, Span parent) {
    Span span = expression.span();
    assertThat(span.start()).isGreaterThanOrEqualTo(parent.start());
    assertThat(span.end()).isLessThanOrEqualTo(parent.end());
    List<Expression> children = new ArrayList<>(expression.children());
    children.sort(Comparator.comparingInt(e -> e.span().start()));
    int at = span.start();
    for (Expression child : children) {
      assertThat(child.span().start()).isGreaterThanOrEqualTo(at);
      inside(child, span);
      at = child.span().end();
    }
  }
}
