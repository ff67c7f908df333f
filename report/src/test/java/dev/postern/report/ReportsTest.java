package dev.postern.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.rule.Severity;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReportsTest {
  private static final String HOSTILE = "x\u001b]0;owned\u0007\u202e\u200b\r\n";

  @ParameterizedTest
  @EnumSource
  void twoReportsHaveTheSameBytes(Format format) {
    assertThat(write(format)).isEqualTo(write(format)).endsWith("\n");
  }

  @ParameterizedTest
  @EnumSource
  void noFormatShowsASecret(Format format) {
    assertThat(write(format)).doesNotContain(Samples.SECRET).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @EnumSource
  void noFormatObeysATerminalCode(Format format) {
    var finding =
        Samples.ssh()
            .in(HOSTILE)
            .why(HOSTILE)
            .when(HOSTILE)
            .fix(HOSTILE, HOSTILE)
            .decide(HOSTILE)
            .finding();
    String text = Samples.write(Samples.report(finding), format, Options.PLAIN);
    assertThat(text).doesNotContain("\u001b", "\u0007", "\u202e", "\u200b", "\r");
  }

  @ParameterizedTest
  @EnumSource
  void formatsAreFoundByName(Format format) {
    assertThat(Format.named(format.toString())).contains(format);
    assertThat(Format.named(format + "x")).isEmpty();
  }

  private static String write(Format format) {
    var options = new Options(true, 80, true, true, Severity.HIGH, Optional.empty());
    return Samples.write(Samples.everything(), format, options);
  }
}
