package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.house.Launcher.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// When the launcher builds in a source tree; a script stands for Maven.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script of POSIX")
final class FirstUseTest {
  private static final String MAVEN =
      """
      #!/bin/sh
      echo built >>builds
      echo "[INFO] Building postern-engine 0.1.0                      [2/7]"
      [ ! -f broken ] || { echo "[ERROR] no such symbol"; exit 1; }
      mkdir -p fronts/cli/target/dist
      echo 3333333333333333333333333 >fronts/cli/target/dist/BUILD
      """;

  @TempDir Path directory;
  private Launcher launcher;
  private Path root;

  @BeforeEach
  void sourceTree() throws IOException {
    launcher = new Launcher(directory.toRealPath());
    launcher.home("usr/lib/jvm/25", "25.0.3");
    root = launcher.program();
    Files.delete(root.resolve("BUILD"));
    FakeHome.script(root.resolve("mvnw"), MAVEN);
    source("pom.xml");
    source("engine/pom.xml");
    source("engine/src/main/java/A.java");
    source("fronts/cli/pom.xml");
    source("fronts/cli/src/main/java/Main.java");
  }

  private void source(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    try (var all = Files.walk(root)) {
      for (Path any : all.toList()) {
        LauncherTest.age(any, 5);
      }
    }
  }

  private long builds() throws IOException {
    Path builds = root.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  @Test
  void buildsOnceAndSaysSo() throws Exception {
    Run first = launcher.run("x");
    assertThat(first.exit()).isZero();
    assertThat(first.programArguments()).containsExactly("[x]");
    assertThat(first.err()).startsWith("postern: building from source");
    assertThat(launcher.run("x").err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
    assertThat(root.resolve("target/build.lock")).doesNotExist();
  }

  @Test
  void buildsAgainAfterAnEditAndAfterADeletion() throws Exception {
    launcher.run("x");
    Path build = root.resolve("fronts/cli/target/dist/BUILD");
    LauncherTest.age(build, 3);
    LauncherTest.age(root.resolve("engine/src/main/java/A.java"), 2);
    launcher.run("x");
    assertThat(builds()).isEqualTo(2);
    LauncherTest.age(build, 1);
    Files.delete(root.resolve("engine/src/main/java/A.java"));
    launcher.run("x");
    assertThat(builds()).isEqualTo(3);
  }

  @Test
  void namesTheLogOfAFailedBuild() throws Exception {
    Files.writeString(root.resolve("broken"), "");
    Run run = launcher.run("x");
    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("[ERROR] no such symbol")
        .endsWith("postern: the build failed; all of it is in " + root + "/target/build.log\n");
    Files.delete(root.resolve("broken"));
    assertThat(launcher.run("x").exit()).isZero();
  }

  @Test
  void buildsOnceForManyFirstUses() throws Exception {
    var runs = new ArrayList<Launcher.Running>();
    for (int i = 0; i < 6; i++) {
      runs.add(launcher.start("x"));
    }
    for (var running : runs) {
      assertThat(running.finish().exit()).isZero();
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void takesOverTheLockOfADeadBuild() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path lock = Files.createDirectories(root.resolve("target/build.lock"));
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
    assertThat(launcher.run("x").exit()).isZero();
    assertThat(builds()).isEqualTo(1);
  }
}
