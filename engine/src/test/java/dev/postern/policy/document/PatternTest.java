package dev.postern.policy.document;

import static dev.postern.value.Truth.FALSE;
import static dev.postern.value.Truth.TRUE;
import static dev.postern.value.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.policy.Globs;
import dev.postern.testkit.Law;
import dev.postern.value.Truth;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatternTest {
  private static final String ROLE = "arn:*:iam::*:role/*";
  private static final String OBJECT = "arn:*:s3:::*/*";
  private static final String FUNCTION = "arn:*:lambda:*:*:function:*";

  @ParameterizedTest
  @CsvSource({
    "*, arn:aws:s3:::b/k, TRUE",
    "arn:aws:s3:::b/*, arn:aws:s3:::b/k/l:m, TRUE",
    "arn:aws:s3:::b/*, arn:aws:s3:::b, FALSE",
    "arn:aws:s3:::B/*, arn:aws:s3:::b/k, FALSE",
    "arn:aws:*, arn:aws:s3:::b/k, TRUE",
    "arn:aws:iam::*:role/x, arn:aws:iam::1:x:role/x, FALSE",
    "arn:aws:s3:::b?, arn:aws:s3:::b*, FALSE",
    "arn:aws:s3:::b*, arn:aws:s3:::b?, TRUE",
    "arn:aws:s3:::<v>/*, arn:aws:s3:::<v>/k, TRUE",
    "arn:aws:s3:::<v>/*, arn:aws:s3:::<w>/k, UNKNOWN",
    "arn:aws:s3:::<v>/*, arn:aws:s3:::b/k, UNKNOWN",
    "arn:aws:s3:::<v>/*, arn:aws:sqs:eu-west-1:1:q, FALSE",
    "<v>, arn:aws:sqs:eu-west-1:1:q, UNKNOWN",
    "<v>/*, <v>/k, TRUE",
  })
  void resourcesCompareSegmentBySegment(String pattern, String that, Truth covers) {
    assertThat(Documents.pattern(pattern).coversArns(Documents.text(that))).isEqualTo(covers);
  }

  @ParameterizedTest
  @CsvSource({
    "iam:*, IAM:PassRole, TRUE",
    "iam:Pass?ole, iam:passrole, TRUE",
    "*, iam:*, TRUE",
    "iam:Get*, iam:*, FALSE",
    "<v>:*, iam:PassRole, UNKNOWN",
    "s3:<v>, iam:PassRole, FALSE",
  })
  void actionsCompareWithoutCase(String pattern, String that, Truth covers) {
    assertThat(Documents.pattern(pattern).coversActions(Documents.pattern(that))).isEqualTo(covers);
  }

  @ParameterizedTest
  @CsvSource({
    "*, arn:*:iam::*:role/*, TRUE",
    "arn:aws:iam::*:role/*, arn:*:iam::*:role/*, TRUE",
    "arn:aws:iam::*:role/app-*, arn:*:iam::*:role/*, FALSE",
    "arn:aws:s3:::b/*, arn:*:s3:::*/*, FALSE",
    "arn:aws:s3:::*, arn:*:s3:::*/*, TRUE",
    "arn:aws:iam::*:role/app, arn:*:iam::*:role/*, FALSE",
    "arn:aws:s3:::b/*, arn:*:s3:::*, FALSE",
    "<v>, arn:*:iam::*:role/*, UNKNOWN",
  })
  void namesLeftOpen(String pattern, String kind, Truth open) {
    assertThat(Documents.pattern(pattern).leavesNamesOpen(kind)).isEqualTo(open);
  }

  @Test
  void everyResourceOfAKind() {
    assertThat(Documents.pattern("*").coversKind(ROLE)).isEqualTo(TRUE);
    assertThat(Documents.pattern("arn:<p>:iam::<a>:role/*").coversKind(ROLE)).isEqualTo(TRUE);
    assertThat(Documents.pattern("arn:aws:iam::111122223333:role/*").coversKind(ROLE))
        .isEqualTo(TRUE);
    assertThat(Documents.pattern("arn:aws:iam::*:role/app-*").coversKind(ROLE)).isEqualTo(FALSE);
    assertThat(Documents.pattern("arn:aws:iam::*:role/<v>").coversKind(ROLE)).isEqualTo(UNKNOWN);
    assertThat(Documents.pattern("arn:aws:s3:::*").coversKind(OBJECT)).isEqualTo(TRUE);
    assertThat(Documents.pattern("arn:aws:s3:::b/*").coversKind(OBJECT)).isEqualTo(FALSE);
    assertThat(Documents.pattern("arn:aws:lambda:eu-west-1:*:function:*").coversKind(FUNCTION))
        .isEqualTo(FALSE);
    assertThat(Documents.pattern("arn:aws:lambda:<r>:<a>:function:*").coversKind(FUNCTION))
        .isEqualTo(FALSE);
    assertThat(Documents.pattern("<v>").coversKind(FUNCTION)).isEqualTo(UNKNOWN);
  }

  @Test
  void everything() {
    assertThat(Documents.pattern("*").isEverything()).isEqualTo(TRUE);
    assertThat(Documents.pattern("arn:aws:*:*:*:*").isEverything()).isEqualTo(TRUE);
    assertThat(Documents.pattern("arn:*").isEverything()).isEqualTo(TRUE);
    assertThat(Documents.pattern("arn:aws:s3:::*").isEverything()).isEqualTo(FALSE);
    assertThat(Documents.pattern("arn:aws:s3:::<v>").isEverything()).isEqualTo(FALSE);
    assertThat(Documents.pattern("<v>").isEverything()).isEqualTo(UNKNOWN);
  }

  private record Case(String a, String b, String text) {}

  @Test
  void coveringAndMeetingAgreeWithMembership() {
    Law.check(
        "covers and meet against membership",
        20_261_123,
        20_000,
        random -> new Case(word(random, "ab*?"), word(random, "ab*?"), word(random, "abc")),
        c -> {
          boolean inA = Globs.covers(c.a(), c.text());
          boolean inB = Globs.covers(c.b(), c.text());
          String regex = c.a().replace("*", ".*").replace("?", ".");
          assertThat(inA).isEqualTo(c.text().matches(regex));
          if (Globs.covers(c.a(), c.b()) && inB) {
            assertThat(inA).isTrue();
          }
          if (inA && inB) {
            assertThat(Globs.meet(c.a(), c.b())).isTrue();
          }
          if (Globs.isLiteral(c.b())) {
            assertThat(Globs.meet(c.a(), c.b())).isEqualTo(Globs.covers(c.a(), c.b()));
          }
        });
  }

  private static String word(RandomGenerator random, String letters) {
    var word = new StringBuilder();
    for (int length = random.nextInt(6); length > 0; length--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }
}
