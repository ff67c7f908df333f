package dev.postern.readers.source;

import java.util.ArrayList;

/// Arithmetic on `/` separated paths.
public final class Paths {
  private Paths() {}

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

  /// The folder of a file; empty for the top.
  public static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
