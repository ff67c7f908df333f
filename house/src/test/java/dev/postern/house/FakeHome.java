package dev.postern.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A directory that looks like a JDK, whose `java` only tells what it was called with.
///
/// Its `java` appends its own name to the file `calls` of the home, prints `home=` and each of its
/// arguments in square brackets, makes the file that `-XX:AOTCacheOutput=` names, and ends with the
/// exit code in `FAKE_EXIT`.
record FakeHome(Path home) {
  private static final String JAVA =
      """
      #!/bin/sh
      home=$(dirname "$(dirname "$0")")
      echo called >>"$home/calls"
      printf 'home=%s\\n' "$home"
      for argument; do
        printf '[%s]\\n' "$argument"
        case $argument in
          -XX:AOTCacheOutput=*)
            [ -z "${FAKE_GATE:-}" ] || cat "$FAKE_GATE" >/dev/null
            [ -n "${FAKE_UNTRAINABLE:-}" ] || echo cache >"${argument#*=}"
            ;;
          -XX:AOTMode=on) exit "${FAKE_UNTRAINABLE:-0}" ;;
        esac
      done
      exit "${FAKE_EXIT:-0}"
      """;

  /// Makes a home in `directory` that says it is Java `version`, as `release` files write it.
  static FakeHome make(Path directory, String version) throws IOException {
    Path bin = Files.createDirectories(directory.resolve("bin"));
    for (String tool : new String[] {"java", "javac"}) {
      script(bin.resolve(tool), JAVA);
    }
    Files.writeString(
        directory.resolve("release"),
        "IMPLEMENTOR=\"Fake\"\nJAVA_VERSION=\"" + version + "\"\nOS_ARCH=\"x86_64\"\n");
    return new FakeHome(directory);
  }

  boolean wasCalled() {
    return Files.exists(home.resolve("calls"));
  }

  static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + file);
    }
  }
}
