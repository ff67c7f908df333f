package dev.postern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditsTest {
  private final SourceFile file = SourceFile.of("main.tf", "one two\nthree\n");

  private Edit edit(int start, int end, String text) {
    return new Edit(file.span(start, end), text);
  }

  @Test
  void replacesInsertsAndRemovesWhateverTheOrder() {
    assertThat(Edits.apply(file, List.of(edit(8, 13, "drei"), edit(0, 0, "> "), edit(3, 7, ""))))
        .isEqualTo("> one\ndrei\n");
  }

  @Test
  void keepsTheOrderOfInsertionsBeforeAReplacement() {
    assertThat(Edits.apply(file, List.of(edit(0, 3, "1"), edit(0, 0, "a"), edit(0, 0, "b"))))
        .isEqualTo("ab1 two\nthree\n");
  }

  @Test
  void leavesTheTextAloneWithoutEdits() {
    assertThat(Edits.apply(file, List.of())).isEqualTo(file.text());
  }

  @Test
  void namesBothPlacesThatOverlap() {
    assertThatThrownBy(() -> Edits.apply(file, List.of(edit(8, 10, "x"), edit(4, 9, "secret"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("edits at main.tf:1:5 and main.tf:2:1 overlap");
  }

  @Test
  void refusesTheEditOfAnotherFile() {
    SourceFile other = SourceFile.of("main.tf", file.text());
    assertThatThrownBy(() -> Edits.apply(file, List.of(new Edit(other.span(0, 1), ""))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
