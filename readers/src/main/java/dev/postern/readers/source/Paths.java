package dev.postern.readers.source;

import java.util.ArrayList;
import java.util.List;

/// Arithmetic on `/` separated paths.
public final class Paths {
  private Paths() {}

  /// Whether Terraform or OpenTofu reads a file of this name as configuration.
  public static boolean isTerraform(String path) {
    return path.endsWith(".tf")
        || path.endsWith(".tf.json")
        || path.endsWith(".tofu")
        || path.endsWith(".tofu.json");
  }

  /// `folder` with `path` taken from it, without `.` and with `..` only in front.
  public static String resolve(String folder, String path) {
    var parts = new ArrayList<String>();
    for (String part : (folder + "/" + path).split("/", -1)) {
      switch (part) {
        case "", "." -> {}
        case ".." -> {
          if (parts.isEmpty() || parts.getLast().equals("..")) {
            parts.add(part);
          } else {
            parts.removeLast();
          }
        }
        default -> parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  /// The way from one folder to another: `../../modules/web`, `.`.
  public static String relative(String from, String to) {
    List<String> start = from.isEmpty() ? List.of() : List.of(from.split("/", -1));
    List<String> end = to.isEmpty() ? List.of() : List.of(to.split("/", -1));
    int same = 0;
    while (same < Math.min(start.size(), end.size()) && start.get(same).equals(end.get(same))) {
      same++;
    }
    var parts = new ArrayList<String>();
    for (int i = same; i < start.size(); i++) {
      parts.add("..");
    }
    parts.addAll(end.subList(same, end.size()));
    return parts.isEmpty() ? "." : String.join("/", parts);
  }

  /// The folder of a file; empty for the top.
  public static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
