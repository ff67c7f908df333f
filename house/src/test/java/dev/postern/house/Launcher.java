package dev.postern.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A copy of the launcher in a machine of its own: its `PATH` holds no `java`, its home is empty,
/// and the directories of the system in which it looks for a JDK lie below the test's directory.
final class Launcher {
  private static final Path ORIGINAL = Path.of(System.getProperty("postern.root"), "postern");
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cksum",
          "dirname",
          "find",
          "grep",
          "head",
          "ls",
          "mkdir",
          "mv",
          "nice",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sh",
          "sleep",
          "tail",
          "touch",
          "wc");

  private final Path directory;
  private final Map<String, String> environment = new TreeMap<>();
  private Path script;
  private Path workingDirectory;

  /// What a run printed and its exit code.
  record Run(int exit, String out, String err) {

    /// The arguments that the JVM was called with, without those for the JVM itself.
    List<String> programArguments() {
      List<String> lines = out.lines().filter(line -> line.startsWith("[")).toList();
      return lines.subList(lines.indexOf("[-jar]") + 2, lines.size());
    }

    /// What follows `start` in the one argument that starts so, or in the line `home=`.
    String after(String start) {
      return out.lines()
          .map(line -> line.replaceFirst("^\\[(.*)]$", "$1"))
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length()))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no `" + start + "` in " + out + err));
    }
  }

  /// A run that goes on; its error output goes to a file.
  record Running(Process process, Path errors) {
    Run finish() throws IOException, InterruptedException {
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Run(process.waitFor(), out, Files.readString(errors));
    }
  }

  /// A distribution in a directory with a space in its name, built with a hash of ones. It uses no
  /// start-up cache until `POSTERN_NO_CACHE` is unset.
  Launcher(Path directory) throws IOException {
    this.directory = directory;
    workingDirectory = directory;
    script = program().resolve("postern");
    String text = Files.readString(ORIGINAL);
    for (String place : List.of("/usr/lib/jvm/", "/opt/", "/Library/")) {
      assert text.contains(" " + place);
      text = text.replace(" " + place, " " + directory + place);
    }
    FakeHome.script(script, text);
    Files.createDirectories(program().resolve("training"));
    build("1".repeat(64));
    Files.createDirectories(tool(""));
    for (String name : TOOLS) {
      Path original = Path.of("/usr/bin", name);
      Files.copy(Files.exists(original) ? original : Path.of("/bin", name), tool(name));
    }
    Files.createDirectories(directory.resolve("user"));
    set("HOME", directory.resolve("user").toString());
    set("PATH", tool("").toString());
    set("POSTERN_NO_CACHE", "1");
  }

  Path program() {
    return directory.resolve("the program");
  }

  Path caches() {
    return directory.resolve("user/.cache/postern");
  }

  /// The program `name` that the launcher finds.
  Path tool(String name) {
    return directory.resolve("tools").resolve(name);
  }

  /// Says that the distribution is the build `hash`.
  Launcher build(String hash) throws IOException {
    Files.writeString(program().resolve("BUILD"), hash + "\n");
    return this;
  }

  /// A home at `place` below the test's directory.
  FakeHome home(String place, String version) throws IOException {
    return FakeHome.make(directory.resolve(place), version);
  }

  Launcher set(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Launcher unset(String name) {
    environment.remove(name);
    return this;
  }

  /// From now on runs start in `place`, and call the launcher as `name`.
  Launcher from(Path place, Path name) {
    workingDirectory = place;
    script = name;
    return this;
  }

  void onPath(FakeHome java) throws IOException {
    Path alternative = directory.resolve("java-alternative");
    Files.createSymbolicLink(alternative, java.home().resolve("bin/java"));
    Files.createSymbolicLink(tool("java"), alternative);
  }

  /// The names of the files in `caches`.
  static List<String> names(Path caches) throws IOException {
    try (Stream<Path> files = Files.list(caches)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  Running start(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile(directory, "errors", ".txt");
    var builder =
        new ProcessBuilder(command)
            .directory(workingDirectory.toFile())
            .redirectError(errors.toFile())
            .redirectInput(Path.of("/dev/null").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Running(builder.start(), errors);
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).finish();
  }
}
