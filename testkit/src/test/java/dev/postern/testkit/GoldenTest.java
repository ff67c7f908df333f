package dev.postern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenTest {

  @Test
  void saysWhereTheTextDiffers(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "one\ntwo\nthree\n");
    assertThatCode(() -> Golden.check(file, false, "one\ntwo\nthree\n")).doesNotThrowAnyException();
    assertThatThrownBy(() -> Golden.check(file, false, "one\n2\nthree\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a.txt:2 differs")
        .hasMessageContaining("expected: `two`")
        .hasMessageContaining("actual:   `2`");
    assertThatThrownBy(() -> Golden.check(file, false, "one\ntwo"))
        .hasMessageContaining("actual:   the end of the text");
  }

  @Test
  void updateWritesTheFileAndItsFolders(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("deep/er/b.txt");
    assertThatThrownBy(() -> Golden.check(file, false, "x")).hasMessageContaining("does not exist");
    Golden.check(file, true, "x\n");
    assertThat(Files.readString(file)).isEqualTo("x\n");
  }
}
