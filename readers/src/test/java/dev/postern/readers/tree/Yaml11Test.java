package dev.postern.readers.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.SourceFile;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Yaml11Test {

  private static Scalar read(String yaml) {
    return (Scalar)
        Yaml.parse(SourceFile.of("t.yaml", "- " + yaml)).roots().stream()
            .map(root -> ((Tree.Sequence) root).items().getFirst())
            .findFirst()
            .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "true,true",
    "True,true",
    "TRUE,true",
    "yes,true",
    "Yes,true",
    "YES,true",
    "on,true",
    "On,true",
    "ON,true",
    "!!bool yes,true",
    "false,false",
    "False,false",
    "no,false",
    "NO,false",
    "off,false",
    "Off,false"
  })
  void readsBooleans(String yaml, boolean expected) {
    assertThat(read(yaml).asBoolean()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "n", "tRUE", "'yes'", "\"true\"", "1", "!!str yes", "! yes", "~"})
  void leavesOtherTextUnboolean(String yaml) {
    assertThat(read(yaml).asBoolean()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "22,22",
    "-1,-1",
    "+7,7",
    "1_000,1000",
    "0777,511",
    "0_7,7",
    "0b1010,10",
    "0xFF,255",
    "-0x10,-16",
    "1:30,90",
    "190:20:30,685230",
    "1.5,1.5",
    "1.,1",
    ".5,0.5",
    "6.0e+2,600",
    "1e3,1000",
    "20:30.15,1230.15",
    "012345670123,1402433619",
    "123456789012,123456789012",
    "!!int 3,3",
    "685_230.15,685230.15"
  })
  void readsNumbers(String yaml, String expected) {
    assertThat(read(yaml).asNumber().orElseThrow()).isEqualByComparingTo(new BigDecimal(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "012345678901",
        "0o17",
        "2012-10-17",
        "2001-12-14t21:59:43.10-05:00",
        ".inf",
        ".nan",
        "'22'",
        "10.0.0.0",
        "10.0.0.0/8",
        "::/0",
        "1:60",
        "01:30",
        "0x",
        "0b12",
        "1e999999999",
        "+",
        ".",
        "1e",
        "e1",
        "--1",
        "!!str 1",
        "0b1f"
      })
  void leavesOtherTextUnnumbered(String yaml) {
    assertThat(read(yaml).asNumber()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"~,true", "null,true", "Null,true", "NULL,true", "nil,false"})
  void readsNull(String yaml, boolean expected) {
    assertThat(read(yaml).isNull()).isEqualTo(expected);
  }

  @Test
  void nothingIsNullAndAQuotedNothingIsNot() {
    assertThat(read("").isNull()).isTrue();
    assertThat(read("''").isNull()).isFalse();
    assertThat(read("\"\"").isNull()).isFalse();
    assertThat(read("!!str").isNull()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"012345678901", "0777", "::/0", "2012-10-17", "1_000", "yes"})
  void keepsTheTextThatIsWritten(String yaml) {
    assertThat(read(yaml).text()).isEqualTo(yaml);
  }
}
