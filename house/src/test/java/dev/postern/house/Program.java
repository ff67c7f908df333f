package dev.postern.house;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The program as a process of its own, in the project's folder.
final class Program {
  private Program() {}

  /// What a run printed to standard output, and its exit code.
  record Run(int exit, String out) {}

  static Run run(String... args) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath(), "dev.postern.cli.Main"));
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command).directory(Project.ROOT.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().keySet().removeAll(Set.of("COLUMNS", "NO_COLOR"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out);
  }

  /// Where the tests themselves find the program and what it needs.
  private static String classPath() throws IOException {
    var places = new LinkedHashSet<String>();
    for (String name :
        List.of("dev/postern", "picocli", "tools/jackson/core", "org/snakeyaml/engine")) {
      for (var url : Collections.list(Program.class.getClassLoader().getResources(name))) {
        String text = url.toString();
        String place =
            text.startsWith("jar:")
                ? text.substring(4, text.indexOf("!/"))
                : text.substring(0, text.length() - name.length() - (text.endsWith("/") ? 1 : 0));
        try {
          places.add(Path.of(new java.net.URI(place)).toString());
        } catch (URISyntaxException e) {
          throw new IOException(e);
        }
      }
    }
    return String.join(File.pathSeparator, places);
  }
}
