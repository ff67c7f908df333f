package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.house.Launcher.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// When the launcher uses its start-up cache, and when it makes one.
///
/// `POSTERN_TRAIN` makes one at once beside the program, so most tests need not wait for anything.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script of POSIX")
final class StartUpCacheTest {
  private static final String CACHE = "-XX:AOTCache=";

  @TempDir Path directory;
  private Launcher launcher;
  private FakeHome java;

  @BeforeEach
  void launcher() throws IOException {
    launcher = new Launcher(directory.toRealPath());
    java = launcher.home("usr/lib/jvm/25", "25.0.3");
    launcher.unset("POSTERN_NO_CACHE");
  }

  private Run train() throws IOException, InterruptedException {
    Run run = launcher.set("POSTERN_TRAIN", "1").run();
    launcher.unset("POSTERN_TRAIN");
    return run;
  }

  /// The name of the cache for what is installed now, which is trained for it.
  private String trained() throws IOException, InterruptedException {
    assertThat(train()).isEqualTo(new Run(0, "", ""));
    String path = launcher.run("x").after(CACHE);
    return Path.of(path).getFileName().toString();
  }

  @Test
  void isNamedAfterTheBuildAndTheJava() throws Exception {
    var names = new LinkedHashSet<String>();
    names.add(trained());
    launcher.build("2".repeat(64));
    names.add(trained());
    Files.writeString(java.home().resolve("release"), "JAVA_VERSION=\"25.0.4\"\n");
    names.add(trained());
    Files.move(java.home(), java.home().resolveSibling("moved"));
    names.add(trained());
    launcher.set("JAVA_TOOL_OPTIONS", "-XX:+UseCompactObjectHeaders");
    names.add(trained());
    assertThat(names).hasSize(5).allMatch(name -> name.endsWith(".aot"));
    assertThat(names.getFirst()).startsWith("1".repeat(24));
    assertThat(trained()).isEqualTo(names.getLast());
  }

  @Test
  void isNeverThatOfAnotherBuild() throws Exception {
    trained();
    launcher.build("2".repeat(64)).set("POSTERN_NO_CACHE", "1");
    assertThat(launcher.run("x").out()).doesNotContain("AOT");
    launcher.unset("POSTERN_NO_CACHE").set("XDG_CACHE_HOME", "/dev/null/none");
    assertThat(launcher.run("x").out()).doesNotContain("AOT");
  }

  @Test
  void isMadeWithTheFlagsOfTheRun() throws Exception {
    Path log = directory.toRealPath().resolve("flags");
    FakeHome.script(
        java.home().resolve("bin/java"),
        Files.readString(java.home().resolve("bin/java"))
            .replace("for argument; do", "printf '%s\\n' \"$*\" >>" + log + "\nfor argument; do"));
    trained();
    List<String> flags =
        Files.readAllLines(log).stream()
            .map(line -> line.substring(0, line.indexOf(" -jar ")))
            .map(line -> line.replaceAll(" -XX:AOT\\w+=.*", ""))
            .distinct()
            .toList();
    assertThat(flags).hasSize(1);
  }

  @Test
  void isUsedFromTheHomeOfTheUser() throws Exception {
    String name = trained();
    Files.createDirectories(launcher.caches());
    Files.move(launcher.program().resolve(name), launcher.caches().resolve(name));
    assertThat(launcher.run("x").after(CACHE)).isEqualTo(launcher.caches() + "/" + name);
    Path place = directory.toRealPath().resolve("other cache");
    Path other = Files.createDirectories(place.resolve("postern"));
    Files.move(launcher.caches().resolve(name), other.resolve(name));
    launcher.set("XDG_CACHE_HOME", place.toString());
    assertThat(launcher.run("x").after(CACHE)).isEqualTo(other + "/" + name);
  }

  @Test
  void isMadeInTheBackgroundWhileTheFirstRunGoesOn() throws Exception {
    Path gate = fifo("gate");
    Path done = fifo("done");
    FakeHome.script(
        launcher.tool("rmdir"), "#!/bin/sh\n/bin/rmdir \"$@\"\necho done >" + done + "\n");
    launcher.set("FAKE_GATE", gate.toString()).set("FAKE_EXIT", "3");
    Run first = launcher.run("x");
    assertThat(first.exit()).isEqualTo(3);
    assertThat(first.out()).doesNotContain("AOT");
    assertThat(first.err()).isEmpty();
    Run second = launcher.run("x");
    assertThat(second.out()).doesNotContain("AOT");
    Files.writeString(gate, "go");
    assertThat(Files.readString(done)).isEqualTo("done\n");
    assertThat(Path.of(launcher.run("x").after(CACHE))).hasParent(launcher.caches());
    assertThat(Launcher.names(launcher.caches())).hasSize(1);
  }

  @Test
  void isMadeByOneAtATime() throws Exception {
    Path lock = Files.createDirectories(launcher.program().resolve("training.lock"));
    assertThat(train().exit()).isEqualTo(69);
    assertThat(java.wasCalled()).isFalse();
    LauncherTest.age(lock, 11);
    assertThat(train().exit()).isZero();
    assertThat(lock).doesNotExist();
  }

  @Test
  void isNotTriedAgainAtOnceWhereItCannotBeMade() throws Exception {
    launcher.set("FAKE_UNTRAINABLE", "1");
    Run run = train();
    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.err())
        .startsWith("postern: no start-up cache could be made in ")
        .hasLineCount(1);
    assertThat(Launcher.names(launcher.program()))
        .anyMatch(name -> name.endsWith(".aot.failed"))
        .noneMatch(name -> name.endsWith(".aot"))
        .doesNotContain("training.lock");
  }

  @Test
  void leavesOnlyTheNewestFew() throws Exception {
    for (int age = 1; age <= 6; age++) {
      Path old = Files.writeString(launcher.program().resolve(age + ".aot"), "old");
      LauncherTest.age(old, age);
    }
    String name = trained();
    assertThat(Launcher.names(launcher.program()).stream().filter(n -> n.endsWith(".aot")))
        .containsExactlyInAnyOrder(name, "1.aot", "2.aot", "3.aot");
  }

  private Path fifo(String name) throws IOException, InterruptedException {
    Path fifo = directory.toRealPath().resolve(name);
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    return fifo;
  }
}
