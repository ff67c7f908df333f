package dev.postern.processor;

import java.util.ArrayList;
import java.util.List;

/// A fenced block in a rule's prose.
///
/// @param label what follows the fence: `yaml finding`
/// @param lines how many lines it has
record Example(String label, int lines) {

  static List<Example> all(String prose) {
    var found = new ArrayList<Example>();
    String open = "";
    int lines = 0;
    for (String line : prose.lines().toList()) {
      if (!line.startsWith("```")) {
        lines++;
      } else if (open.isEmpty()) {
        open = line.substring(3).strip();
        lines = 0;
      } else {
        found.add(new Example(open, lines));
        open = "";
      }
    }
    return found;
  }
}
