package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.StringWrapper;
import dev.postern.house.Project.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every Java file is as google-java-format writes it; `-Dpostern.update=true` rewrites those that
/// are not.
final class FormatTest {

  @Test
  void everyFileIsFormatted() {
    List<Source> wrong =
        Project.sources().parallelStream()
            .filter(source -> !formatted(source).equals(source.text()))
            .toList();
    if (Project.updates()) {
      wrong.forEach(source -> Project.write(source.path(), formatted(source)));
    } else {
      assertThat(wrong)
          .as("files that -Dpostern.update=true would format")
          .extracting(Source::path)
          .isEmpty();
    }
  }

  private static String formatted(Source source) {
    try {
      var formatter = new Formatter();
      return StringWrapper.wrap(formatter.formatSourceAndFixImports(source.text()), formatter);
    } catch (FormatterException e) {
      throw new AssertionError(source.path() + ": " + e.getMessage(), e);
    }
  }
}
