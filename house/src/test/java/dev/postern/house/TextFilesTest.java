package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What holds for every text file of the project.
final class TextFilesTest {
  /// Folders that exist on somebody's machine alone.
  private static final Pattern MACHINE =
      Pattern.compile("(?<![\\w.~-])(/work/|/home/\\w|/Users/\\w|/root/\\.|[A-Z]:\\\\Users)");

  /// Characters that change what is read without being seen: controls other than the end of line
  /// and the tab, directions of writing, and characters of no width.
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cntrl}&&[^\\n\\t]]|[\\u0080-\\u009f\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

  private static final Pattern LATER = Pattern.compile("//.*\\b(TODO|FIXME|XXX|HACK)\\b");

  private final List<String> files = Project.files();

  @Test
  void nothingDependsOnOneMachine() {
    assertThat(found(MACHINE, files)).isEmpty();
  }

  @Test
  void nothingIsThereUnseen() {
    assertThat(found(UNSEEN, files.stream().filter(f -> !f.endsWith(".cmd")).toList())).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(found(LATER, files.stream().filter(f -> f.endsWith(".java")).toList())).isEmpty();
  }

  @Test
  void everyFileEndsItsLastLine() {
    assertThat(files)
        .filteredOn(f -> !Project.read(f).isEmpty() && !Project.read(f).endsWith("\n"))
        .isEmpty();
  }

  private static List<String> found(Pattern pattern, List<String> files) {
    var found = new ArrayList<String>();
    for (String file : files) {
      if (file.endsWith("/TextFilesTest.java")) {
        continue;
      }
      int number = 0;
      for (String line : Project.read(file).lines().toList()) {
        number++;
        Matcher match = pattern.matcher(line);
        if (match.find()) {
          found.add("%s:%d: %s".formatted(file, number, match.group()));
        }
      }
    }
    return found;
  }
}
