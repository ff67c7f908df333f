package dev.postern.readers.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/// How much of a folder is compared, as `compared.tsv` records it: less is a fault.
///
/// @param instances of the plan
/// @param same values that both know and that are the same
/// @param open values that neither knows
record Counts(int instances, int same, int open) {
  static final String FILE = "compared.tsv";
  static final String HEADER = "folder\tinstances\tsame\topen";

  static Counts of(Comparison.Result result) {
    return new Counts(result.instances(), result.same(), result.open());
  }

  static Map<String, Counts> recorded() throws IOException {
    Map<String, Counts> all = new TreeMap<>();
    for (String line : Files.readAllLines(Folder.own(FILE))) {
      String[] cells = line.split("\t", -1);
      if (!line.equals(HEADER)) {
        all.put(cells[0], new Counts(number(cells[1]), number(cells[2]), number(cells[3])));
      }
    }
    return all;
  }

  boolean isAtLeast(Counts before) {
    return instances >= before.instances
        && same >= before.same
        && same + open >= before.same + before.open;
  }

  /// Its line for a folder.
  String line(Folder folder) {
    return "%s\t%d\t%d\t%d".formatted(folder, instances, same, open);
  }

  private static int number(String cell) {
    return Integer.parseInt(cell);
  }
}
