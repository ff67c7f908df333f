package dev.postern.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// One run of the program in this process.
///
/// @param code the exit code
record Ran(int code, String out, String err) {

  static Ran of(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        Main.run(
            args,
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// A review of `path` that asks one rule, whatever rules there will be.
  static Ran review(Path path, String... more) {
    var args = new String[more.length + 4];
    args[0] = "review";
    args[1] = path.toString();
    args[2] = "--only";
    args[3] = "bucket-without-encryption";
    System.arraycopy(more, 0, args, 4, more.length);
    return of(args);
  }

  String all() {
    return out + err;
  }

  static Path write(Path folder, String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
