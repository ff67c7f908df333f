package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.postern.text.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder that cannot be listed is told, and the rest is read. Who runs the tests may be allowed
/// to list everything, so that the refusal is made here.
final class DiskSourcesTest {
  @TempDir Path temporary;

  private Path top;

  @BeforeEach
  void folders() throws IOException {
    top = temporary.toRealPath();
    Files.createDirectories(top.resolve("closed"));
    Files.writeString(top.resolve("closed/main.tf"), "");
    Files.writeString(top.resolve("main.tf"), "");
  }

  @SuppressWarnings("StreamResourceLeak") // the sources close what they opened
  private DiskSources sources(IOException refusal) throws IOException {
    return DiskSources.of(
        top,
        List.of(Path.of("")),
        Ignored.of(top, List.of()),
        folder -> {
          if (folder.endsWith("closed")) {
            throw refusal;
          }
          return Files.newDirectoryStream(folder);
        });
  }

  @Test
  void aFolderThatMayNotBeListedIsAnError() throws IOException {
    DiskSources sources = sources(new AccessDeniedException("closed"));

    assertThat(sources.all()).containsExactly("main.tf");
    assertThat(sources.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.level()).isEqualTo(Problem.Level.ERROR);
          assertThat(problem.message()).isEqualTo("`closed` cannot be read: access denied");
          assertThat(problem.at().file().path()).isEqualTo("closed");
        });
  }

  @Test
  void aFolderThatFailsIsAnError() throws IOException {
    assertThat(sources(new IOException("disk is broken")).problems())
        .extracting(Problem::level, Problem::message)
        .containsExactly(tuple(Problem.Level.ERROR, "`closed` cannot be read"));
  }

  @Test
  void aCalledFolderThatMayNotBeListedIsAnError() throws IOException {
    DiskSources sources = sources(new AccessDeniedException("closed"));

    assertThat(sources.files("closed")).isEmpty();
    assertThat(sources.problems()).extracting(Problem::message).contains("`closed` cannot be read");
  }
}
