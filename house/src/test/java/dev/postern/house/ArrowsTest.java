package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The arrows between packages are those of the table in `ARCHITECTURE.md`, all of them are used,
/// and no way along them leads back.
///
/// A row of the table names a package, or a family of them as `rules.*`, and what it may use.
final class ArrowsTest {
  private static final String HEAD = "| package | may use |";
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private final Map<String, Set<String>> table = table();
  private final Map<String, Map<String, String>> used = used();

  @Test
  void everyArrowIsInTheTable() {
    var strangers = new ArrayList<String>();
    used.forEach((from, uses) -> {
      Set<String> allowed = table.getOrDefault(row(from), Set.of());
      uses.forEach((to, example) -> {
        if (allowed.stream().noneMatch(pattern -> matches(pattern, to))) {
          strangers.add("%s -> %s (as in %s)".formatted(from, to, example));
        }
      });
    });
    assertThat(strangers).as("arrows that ARCHITECTURE.md does not have").isEmpty();
  }

  @Test
  void everyPackageHasARow() {
    assertThat(used.keySet()).allMatch(name -> table.containsKey(row(name)), "has a row");
  }

  @Test
  void everyArrowOfTheTableIsUsed() {
    var unused = new ArrayList<String>();
    table.forEach((from, allowed) -> {
      if (used.keySet().stream().noneMatch(name -> row(name).equals(from))) {
        unused.add(from);
      }
      for (String to : allowed) {
        boolean isUsed =
            used.entrySet().stream()
                .filter(e -> row(e.getKey()).equals(from))
                .anyMatch(e -> e.getValue().keySet().stream().anyMatch(t -> matches(to, t)));
        if (!isUsed) {
          unused.add(from + " -> " + to);
        }
      }
    });
    assertThat(unused).as("arrows of ARCHITECTURE.md that nothing uses").isEmpty();
  }

  @Test
  void noWayLeadsBack() {
    var cycles = new ArrayList<List<String>>();
    var done = new TreeSet<String>();
    used.keySet().forEach(name -> walk(name, new LinkedHashSet<>(), done, cycles));
    assertThat(cycles).as("cycles between packages").isEmpty();
  }

  private void walk(String from, Set<String> way, Set<String> done, List<List<String>> cycles) {
    if (!way.add(from)) {
      List<String> cycle = new ArrayList<>(way);
      cycles.add(cycle.subList(cycle.indexOf(from), cycle.size()));
      return;
    }
    if (done.add(from)) {
      used.getOrDefault(from, Map.of())
          .keySet()
          .forEach(to -> walk(to, new LinkedHashSet<>(way), done, cycles));
    } else {
      used.getOrDefault(from, Map.of()).keySet().stream()
          .filter(way::contains)
          .forEach(to -> walk(to, new LinkedHashSet<>(way), done, cycles));
    }
  }

  /// The row that speaks of a package: its own, else its family's.
  private String row(String name) {
    return table.containsKey(name)
        ? name
        : table.keySet().stream().filter(p -> matches(p, name)).findFirst().orElse(name);
  }

  private static boolean matches(String pattern, String name) {
    return pattern.endsWith(".*")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }

  private static Map<String, Set<String>> table() {
    var rows = new LinkedHashMap<String, Set<String>>();
    String text = Project.read("ARCHITECTURE.md");
    assertThat(text).contains(HEAD);
    text.substring(text.indexOf(HEAD))
        .lines()
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .forEach(line -> {
          List<String> names =
              QUOTED.matcher(line).results().map((MatchResult name) -> name.group(1)).toList();
          rows.put(names.getFirst(), new TreeSet<>(names.subList(1, names.size())));
        });
    return rows;
  }

  /// For each package the packages that it uses, each with a class that does.
  private static Map<String, Map<String, String>> used() {
    var arrows = new TreeMap<String, Map<String, String>>();
    for (ClassModel model : Classes.all()) {
      Map<String, String> from =
          arrows.computeIfAbsent(Classes.packageOf(model), _ -> new TreeMap<>());
      for (String to : Classes.packagesUsedBy(model)) {
        from.putIfAbsent(to, Classes.nameOf(model));
      }
    }
    return arrows;
  }
}
