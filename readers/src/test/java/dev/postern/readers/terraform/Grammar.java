package dev.postern.readers.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/// Makes expressions at random from the forms of `grammar.txt`, mostly of the kinds that they ask
/// for. One seed gives one expression.
final class Grammar {
  private static final int DEEPEST = 4;
  private static final Pattern HOLE = Pattern.compile("<([A-Z?]+)(@?)>");

  private final Map<String, List<String>> forms = new LinkedHashMap<>();

  Grammar(String text) {
    text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> (line + " ").split(" = | =$", 2))
        .forEach(cells ->
            forms.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(cells[1].stripTrailing()));
    forms.put("?", List.of("<S>", "<N>", "<B>", "<LS>", "<LN>", "<SS>", "<MS>", "<O>", "<X>"));
  }

  /// The forms that are no leaves, each with its kind.
  List<Map.Entry<String, String>> composite() {
    var all = new ArrayList<Map.Entry<String, String>>();
    forms.forEach((kind, some) ->
        some.stream()
            .filter(form -> form.contains("<"))
            .forEach(form -> all.add(Map.entry(kind, form))));
    return all;
  }

  String expression(String form, long seed) {
    return new Making(new Random(seed)).filled(form, 1, Map.of());
  }

  /// One expression in the making.
  private final class Making {
    private final Random random;
    private int variables;

    Making(Random random) {
      this.random = random;
    }

    /// The form with expressions for its holes.
    ///
    /// @param bound the variables that may be used, and the kinds of which they may be
    String filled(String form, int depth, Map<String, String> bound) {
      String fresh = "v" + variables;
      variables += form.contains("@") ? 1 : 0;
      return HOLE.matcher(form)
          .replaceAll(hole -> {
            var inner = new LinkedHashMap<>(bound);
            if (hole.group(2).equals("@")) {
              inner.put(fresh, hole.group(1));
            }
            return java.util.regex.Matcher.quoteReplacement(of(hole.group(1), depth, inner));
          })
          .replace("@", fresh);
    }

    private String of(String kind, int depth, Map<String, String> bound) {
      String wanted = kind;
      boolean value = kind.equals("?") || "SNBLMOX".indexOf(kind.charAt(0)) >= 0;
      if (value && random.nextInt(25) == 0) {
        wanted = "?";
      }
      if (!bound.isEmpty() && random.nextInt(2) == 0) {
        var names = new ArrayList<>(bound.keySet());
        String name = names.get(random.nextInt(names.size()));
        String of = bound.get(name);
        if (of.equals(wanted) || random.nextInt(10) == 0) {
          return name;
        }
      }
      List<String> all = forms.getOrDefault(wanted, List.of());
      List<String> leaves = all.stream().filter(f -> !f.contains("<")).toList();
      boolean stop = depth >= DEEPEST || random.nextInt(3) == 0;
      List<String> some = stop && !leaves.isEmpty() ? leaves : all;
      String form = some.get(random.nextInt(some.size()));
      String made = filled(form, depth + 1, bound);
      return form.contains(" ")
              && form.contains("<")
              && !form.startsWith("\"")
              && "SNBLMOX?".indexOf(wanted.charAt(0)) >= 0
              && !form.matches("[\\[({].*|[a-z:]+[(].*[)]")
          ? "(" + made + ")"
          : made;
    }
  }
}
