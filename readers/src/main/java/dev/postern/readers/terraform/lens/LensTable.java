package dev.postern.readers.terraform.lens;

import dev.postern.readers.terraform.lens.Lens.Constant;
import dev.postern.readers.terraform.lens.Lens.Split;
import dev.postern.readers.terraform.lens.Lens.Step;
import dev.postern.readers.terraform.lens.Lens.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `lenses.tsv`, whose head explains its signs.
final class LensTable {
  private final Map<String, Lens> lenses = new LinkedHashMap<>();

  private LensTable() {}

  static LensTable load() {
    var table = new LensTable();
    text("lenses.tsv")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(table::add);
    return table;
  }

  static String text(String name) {
    try (InputStream in = LensTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Lens> find(String terraformType) {
    return Optional.ofNullable(lenses.get(terraformType));
  }

  Collection<Lens> all() {
    return lenses.values();
  }

  private void add(String line) {
    String[] cells = line.split("\t", -1);
    String name = cells[0];
    if (cells[1].startsWith("aws_")) {
      Lens same = lenses.get(cells[1]);
      if (same == null) {
        throw new IllegalStateException("no lens before: " + line);
      }
      lenses.put(
          name,
          new Lens(
              name,
              same.type(),
              same.into(),
              same.each(),
              same.renames(),
              same.splits(),
              same.constants()));
      return;
    }
    int into = cells[1].indexOf('<');
    var rules = new Rules();
    for (int i = 2; i < cells.length; i++) {
      for (String word : cells[i].split(" ", -1)) {
        rules.add(word);
      }
    }
    String type = into < 0 ? cells[1] : cells[1].substring(0, into);
    Optional<String> link = into < 0 ? Optional.empty() : Optional.of(cells[1].substring(into + 1));
    lenses.put(
        name, new Lens(name, type, link, rules.each, rules.renames, rules.splits, rules.constants));
  }

  /// The rules of one line.
  private static final class Rules {
    private Optional<String> each = Optional.empty();
    private final Map<String, Target> renames = new LinkedHashMap<>();
    private final Map<String, Split> splits = new LinkedHashMap<>();
    private final List<Constant> constants = new ArrayList<>();

    void add(String word) {
      int equals = word.indexOf('=');
      int split = word.indexOf('>');
      if (word.isEmpty()) {
        return;
      }
      if (word.startsWith("~")) {
        each = Optional.of(word.substring(1));
      } else if (word.startsWith("@")) {
        String[] parts = word.substring(equals + 1).split("\\?", -1);
        Optional<String> given = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
        constants.add(new Constant(word.substring(1, equals), parts[0], given));
      } else if (split >= 0 && (equals < 0 || split < equals)) {
        String[] parts = word.substring(split + 1).split("/", -1);
        Optional<String> value = parts.length > 2 ? Optional.of(parts[2]) : Optional.empty();
        splits.put(word.substring(0, split), new Split(parts[0], parts[1], value));
      } else {
        renames.put(word.substring(0, equals), target(word.substring(equals + 1)));
      }
    }

    private static Target target(String code) {
      int bar = code.indexOf('|');
      var words = new LinkedHashMap<String, String>();
      if (bar >= 0) {
        for (String pair : code.substring(bar + 1).split(",", -1)) {
          int colon = pair.indexOf(':');
          words.put(pair.substring(0, colon), pair.substring(colon + 1));
        }
      }
      return new Target(steps(bar < 0 ? code : code.substring(0, bar)), words);
    }

    private static List<Step> steps(String path) {
      var steps = new ArrayList<Step>();
      int from = 0;
      while (from < path.length() && !path.equals(".")) {
        int open = path.indexOf('[', from);
        int dot = path.indexOf('.', from);
        if (open >= 0 && (dot < 0 || open < dot)) {
          int close = path.indexOf(']', open);
          steps.add(new Step(path.substring(from, open), true, element(path, open, close)));
          from = close + 2;
        } else {
          int end = dot < 0 ? path.length() : dot;
          steps.add(new Step(path.substring(from, end), false, Map.of()));
          from = end + 1;
        }
      }
      return steps;
    }

    private static Map<String, String> element(String path, int open, int close) {
      int equals = path.indexOf('=', open);
      return equals < 0 || equals > close
          ? Map.of()
          : Map.of(path.substring(open + 1, equals), path.substring(equals + 1, close));
    }
  }
}
