package dev.postern.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class GlobsTest {
  private static final long SEED = 7;

  @Test
  void agreesWithRegularExpressions() {
    var random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      String glob = word(random, "ab*?");
      String text = word(random, "ab");
      var regex = Pattern.compile(glob.replace("*", ".*").replace("?", "."));
      assertThat(Globs.covers(glob, text))
          .as("seed %d: %s against %s", SEED, glob, text)
          .isEqualTo(regex.matcher(text).matches());
    }
  }

  @Test
  void manyStarsDoNotExplode() {
    String glob = "*a".repeat(200) + "b";
    String text = "a".repeat(5_000);

    assertThat(Globs.covers(glob, text)).isFalse();
  }

  @Test
  void holesOfTemplatesStandForText() {
    assertThat(Placeholders.fill("arn:${Partition}:s3:::${BucketName}", "*"))
        .isEqualTo("arn:*:s3:::*");
    assertThat(Placeholders.matches("aws:ResourceTag/${TagKey}", "AWS:resourcetag/Team")).isTrue();
    assertThat(Placeholders.matches("aws:ResourceTag/${TagKey}", "aws:ResourceTag/")).isFalse();
    assertThat(Placeholders.matches("aws:SourceIp", "aws:sourceip")).isTrue();
    assertThat(Placeholders.matches("aws:SourceIp", "aws:SourceIpX")).isFalse();
  }

  private static String word(Random random, String letters) {
    var word = new StringBuilder();
    for (int length = random.nextInt(8); length > 0; length--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }
}
