package dev.postern.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsLawTest {

  @ParameterizedTest
  @MethodSource("dev.postern.secrets.FormatsTest#tokens")
  void nothingShownLeaksThePartAfterThePrefix(Kind kind, Confidence sure, String token) {
    for (Detection d : Secrets.detect("API_TOKEN", token)) {
      int known = d.mask().length() - 1;
      assertThat(token).startsWith(d.mask().substring(0, known));
      String secret = token.substring(d.start() + known, d.end());
      for (int i = 0; i + 6 <= secret.length(); i++) {
        assertThat(d.mask() + d).doesNotContain(secret.substring(i, i + 6));
      }
    }
  }

  @Test
  void neverThrowsAndPlacesNeverOverlap() {
    List<String> pieces =
        List.of(
            "password",
            "=",
            ":",
            "\"",
            "'",
            "\\",
            "\n",
            "-----BEGIN ",
            "PRIVATE KEY-----",
            "eyJ",
            ".",
            "AK" + "IA",
            "gh" + "p_",
            "://",
            "@",
            "--",
            "-p",
            " ",
            "mysql ",
            "${",
            "}",
            "{",
            "x",
            "7",
            "Zk3",
            "secret",
            "name: ",
            "value: ",
            "\ud83d",
            "é",
            "<",
            "(",
            "variable \"");
    for (long seed = 0; seed < 3000; seed++) {
      var random = new Random(seed);
      var made = new StringBuilder();
      for (int n = random.nextInt(60); n > 0; n--) {
        made.append(pieces.get(random.nextInt(pieces.size())));
      }
      String text = made.toString();
      String key = pieces.get(random.nextInt(pieces.size()));
      int last = 0;
      for (Detection d : Secrets.detect(key, text)) {
        assertThat(d.start()).as("seed %s", seed).isGreaterThanOrEqualTo(last);
        assertThat(d.end()).as("seed %s", seed).isGreaterThan(d.start());
        last = d.end();
      }
      assertThat(last).as("seed %s", seed).isLessThanOrEqualTo(text.length());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "=",
        "password=",
        "password=\"",
        "password=\"x",
        "://",
        "://a:",
        "eyJ.",
        "eyJ-",
        "eyJ",
        ".",
        "sk-",
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY-----",
        "--token ",
        "mysql -p",
        "AKIA",
        "AKIAIOSFODNN7ABCDEFG ",
        "name: password ",
        "{",
        "\\\"",
        "-",
        "\n",
        "variable \"",
        "gh" + "p_",
        "secret: {{",
        "key: ((",
        "token = ",
        "Private-Lines: 1",
        "a.b:c=",
        "password: a b "
      })
  void theWorkGrowsWithTheText(String piece) {
    long small = reads(piece.repeat(4_000 / piece.length()));
    long large = reads(piece.repeat(16_000 / piece.length()));
    assertThat(large).isLessThan(5 * small);
  }

  private static long reads(String text) {
    var counted = new Counted(text, new AtomicLong());
    assertThat(Secrets.in("", counted)).isNotNull();
    return counted.reads().get();
  }

  /// A text that counts the characters that are read or copied.
  private record Counted(String text, AtomicLong reads) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      reads.incrementAndGet();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      reads.addAndGet(end - start);
      return text.substring(start, end);
    }
  }
}
