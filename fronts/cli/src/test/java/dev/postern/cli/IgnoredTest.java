package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Patterns of `.gitignore` mean what they mean to git; JGit says what that is.
final class IgnoredTest {
  private static final Path TOP = Path.of("/repo");
  private static final List<String> PATTERNS =
      List.of(
          "*.tf",
          "main.tf",
          "/main.tf",
          "a/",
          "/a/b",
          "a/b",
          "**/b",
          "a/**",
          "a/**/c",
          "!main.tf",
          "*",
          "a*",
          "?",
          "[ab]",
          "[!a]",
          "[^a]",
          "[a-b].tf",
          "\\#x",
          "\\!x",
          "#x",
          "b.*",
          "**",
          "a/*/c",
          "*/b",
          "!a/",
          "x ",
          "x\\ ",
          "a**b",
          "**/a/**",
          "/**/b",
          "b/",
          "");
  private static final List<String> PATHS =
      List.of(
          "main.tf",
          "a",
          "b",
          "a/main.tf",
          "a/b",
          "a/b/c",
          "a/c",
          "a/x/y/c",
          "b/a",
          "#x",
          "!x",
          "x",
          "x ",
          "ab",
          "a.tf",
          "c.tf",
          "b.tf",
          "c/a/b",
          "axxb",
          "a/xb");

  @Test
  void onePatternAgreesWithJGit() throws IOException {
    for (String pattern : PATTERNS) {
      agree(List.of(pattern));
    }
  }

  @Test
  void twoPatternsAgreeWithJGit() throws IOException {
    for (String first : PATTERNS) {
      for (String second : PATTERNS) {
        agree(List.of(first, second));
      }
    }
  }

  private static void agree(List<String> patterns) throws IOException {
    var node = new IgnoreNode();
    node.parse(
        new ByteArrayInputStream(String.join("\n", patterns).getBytes(StandardCharsets.UTF_8)));
    Ignored ours = Ignored.of(TOP, patterns);
    for (String path : PATHS) {
      for (boolean directory : new boolean[] {true, false}) {
        Boolean theirs = node.checkIgnored(path, directory);
        assertThat(ours.ignores(TOP.resolve(path), directory))
            .as("%s on %s%s", patterns, path, directory ? "/" : "")
            .isEqualTo(Boolean.TRUE.equals(theirs));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"infra/, infra/a/b.tf, true", "b.tf, infra/a/b.tf, true", "/a, infra/a, false"})
  void foldersCoverWhatIsInThem(String pattern, String path, boolean covered) {
    assertThat(Ignored.of(TOP, List.of(pattern)).covers(TOP.resolve(path))).isEqualTo(covered);
  }

  @Test
  void manyStarsEnd() {
    assertThat(Globs.matches("*a".repeat(200), "a".repeat(2_000) + "b")).isFalse();
  }
}
