package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormTest {
  private static final String DIGITS = "0123456789.";
  private static final String OCTET = "([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])";

  private static Form form(String pattern) {
    return Form.of(pattern, 0, Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "^[0-9]{12}$ 123456789012 true",
        "^[0-9]{12}$ * false",
        "[0-9]{12} 1234567890123 false",
        "\\d{2,3} 1 false",
        "\\d{2,3} 123 true",
        "\\d{2,} 12345 true",
        "\\d{2,3} 1234 false",
        "a|b|cd cd true",
        "a|b|cd c false",
        "(?:ab)+? abab true",
        "(?:ab)+? aba false",
        "[^*]+ * false",
        "[^*]+ x true",
        "[\\w-.]+ a-b. true",
        "[\\w-.]+ * false",
        "[a-c\\-]+ a-d false",
        "\\S* * true",
        "\\D 7 false",
        "a^b ab false",
        ".* * true",
        "\\* * true",
      })
  void saysWhatAStringCanBe(String pattern, String text, boolean can) {
    assertThat(form(pattern).canBe(text)).isEqualTo(can);
  }

  /// What is not understood excludes nothing.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?!x)a",
        "(?i)a",
        "(a)\\1",
        "a++",
        "[a&&[b]]",
        "\\p{L}",
        "\\bword",
        "(a",
        "a)",
        "[a",
        "a{9",
        "*a",
        "a{2000}",
        "(((a{900}){900}){900}){900}",
        "[z-a]",
      })
  void excludesNothingWhereItDoesNotUnderstand(String pattern) {
    assertThat(form(pattern).canBe("*")).isTrue();
  }

  @Test
  void knowsTheLength() {
    Form form = Form.of(".*", 2, 4);
    assertThat(form.canBe("*")).isFalse();
    assertThat(form.canBe("****")).isTrue();
    assertThat(form.canBe("*****")).isFalse();
    assertThat(form.canEnd(DIGITS, "/16")).isTrue();
    assertThat(form.canEnd(DIGITS, "/160")).isFalse();
  }

  @Test
  void saysHowAStringCanEnd() {
    Form form = form("^(" + OCTET + "\\.){3}" + OCTET + "(\\/(1[6-9]|2[0-8]))$");
    assertThat(form.canBe("10.0.0.0/16")).isTrue();
    assertThat(form.canEnd(DIGITS, "/16")).isTrue();
    assertThat(form.canEnd(DIGITS, "/28")).isTrue();
    assertThat(form.canEnd(DIGITS, "/0")).isFalse();
    assertThat(form.canEnd(DIGITS, "/15")).isFalse();
    assertThat(form("1\\.2\\.3\\.4/0|10\\.0\\.0\\.0/8").canEnd(DIGITS, "/0")).isTrue();
  }

  @Test
  void takesNoExponentialTime() {
    assertThat(form("(a?|a?|){30}(a*|a*)*b").canBe("a".repeat(200))).isFalse();
  }
}
