package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.house.Launcher.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Which Java the launcher takes, and what it hands on.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script of POSIX")
final class LauncherTest {
  @TempDir Path directory;
  private Launcher launcher;

  @BeforeEach
  void launcher() throws IOException {
    launcher = new Launcher(directory.toRealPath());
  }

  @Test
  void takesThePlacesInTheirOrder() throws Exception {
    var homes =
        List.of(
            launcher.home("named", "25"),
            launcher.home("java home", "26.0.1"),
            launcher.home("on-path", "25.0.3"),
            launcher.home("usr/lib/jvm/b-25", "25.0.1"),
            launcher.home("user/.sdkman/candidates/java/25-tem", "25-ea"),
            launcher.home("user/.jdks/temurin-25", "27"),
            launcher.home("opt/jdk-25", "25"),
            launcher.home("Library/Java/JavaVirtualMachines/x.jdk/Contents/Home", "100"));
    launcher.set("POSTERN_JAVA_HOME", homes.get(0).home().toString());
    launcher.set("JAVA_HOME", homes.get(1).home().toString());
    launcher.onPath(homes.get(2));
    for (FakeHome home : homes) {
      assertThat(launcher.run("x").after("home=")).isEqualTo(home.home().toString());
      launcher.unset("POSTERN_JAVA_HOME");
      Files.delete(home.home().resolve("release"));
    }
    assertThat(launcher.run("x").exit()).isEqualTo(69);
  }

  @Test
  void passesOverOldJavaWithoutStartingIt() throws Exception {
    var old =
        List.of(
            launcher.home("java-home", "24.0.2"),
            launcher.home("on-path", "17.0.15"),
            launcher.home("usr/lib/jvm/a-8", "1.8.0_402"),
            launcher.home("usr/lib/jvm/a-25", "not a number"));
    var right = launcher.home("usr/lib/jvm/z-25", "25.0.3");
    launcher.set("JAVA_HOME", old.get(0).home().toString());
    launcher.onPath(old.get(1));
    assertThat(launcher.run("x").after("home=")).isEqualTo(right.home().toString());
    assertThat(old).noneMatch(FakeHome::wasCalled);
  }

  @Test
  void saysWhatToInstallWhereOnlyOldJavaIs() throws Exception {
    var old = launcher.home("usr/lib/jvm/java-21", "21.0.2");
    Run run = launcher.run("review", "x");
    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("postern: no JDK 25 or newer found (the newest is 21): install one")
        .contains("Temurin 25")
        .hasLineCount(1);
    assertThat(old.wasCalled()).isFalse();
  }

  @Test
  void refusesTheJavaThatIsNamedForItAndTooOld() throws Exception {
    launcher.home("usr/lib/jvm/25", "25");
    launcher.set("POSTERN_JAVA_HOME", launcher.home("named", "21").home().toString());
    Run run = launcher.run("x");
    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.err()).contains("POSTERN_JAVA_HOME=" + directory.toRealPath()).hasLineCount(1);
  }

  @Test
  void handsArgumentsOnUnchanged() throws Exception {
    launcher.home("usr/lib/jvm/25", "25");
    String[] hard = {"a b", "", "two\nlines", "*", "$HOME", "\"'\\", "-x", "--", "!", "a=b"};
    Run run = launcher.run(hard);
    assertThat(String.join("\n", run.programArguments().subList(0, 3)))
        .isEqualTo("[a b]\n[]\n[two");
    assertThat(run.out()).endsWith("[" + String.join("]\n[", hard) + "]\n");
  }

  @Test
  void handsTheExitCodeOn() throws Exception {
    launcher.home("usr/lib/jvm/25", "25");
    for (String code : new String[] {"0", "1", "2", "3", "70"}) {
      assertThat(launcher.set("FAKE_EXIT", code).run("x").exit()).hasToString(code);
    }
  }

  @Test
  void isTheProcessThatSignalsReach() throws Exception {
    Path gate = launcher.home("usr/lib/jvm/25", "25").home().resolve("bin/java");
    FakeHome.script(gate, "#!/bin/sh\necho $$\nexec sleep 60\n");
    var running = launcher.start("x");
    try (var out = running.process().inputReader()) {
      assertThat(out.readLine()).isEqualTo(Long.toString(running.process().pid()));
    } finally {
      running.process().destroy();
    }
    assertThat(running.process().waitFor()).isEqualTo(128 + 15);
  }

  @Test
  void worksFromAnywhereThroughLinks() throws Exception {
    launcher.home("usr/lib/jvm/25", "25");
    Path elsewhere = Files.createDirectories(directory.toRealPath().resolve("else where"));
    Path link = elsewhere.resolve("a link");
    Files.createSymbolicLink(link, Path.of("..", "hop"));
    Files.createSymbolicLink(elsewhere.resolveSibling("hop"), Path.of("the program", "postern"));
    Run run = launcher.from(elsewhere, Path.of("./a link")).run("x");
    assertThat(run.out()).contains("[" + launcher.program() + "/lib/postern-cli.jar]");
  }

  @Test
  void readsNamesAsUtf8WhereNothingElseIsAskedFor() throws Exception {
    Path java = launcher.home("usr/lib/jvm/25", "25").home().resolve("bin/java");
    FakeHome.script(java, "#!/bin/sh\nprintf '%s\\n' \"${LC_ALL:-}/${LANG:-}\"\n");
    assertThat(launcher.run().out()).isEqualTo("C.UTF-8/\n");
    assertThat(launcher.set("LANG", "C").run().out()).isEqualTo("C.UTF-8/C\n");
    assertThat(launcher.set("LANG", "de_DE.ISO-8859-1").run().out())
        .isEqualTo("/de_DE.ISO-8859-1\n");
  }

  static void age(Path file, int minutes) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60L * minutes)));
  }
}
