package dev.postern.review;

import dev.postern.value.Verdict;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says in which worlds something holds.
final class Worlds {
  private static final int MOST_SHOWN = 3;

  private Worlds() {}

  /// The worlds of `verdict` in which it is yes (or else undecided), as `Env = prod or Env = test`;
  /// empty when it is so in all.
  static String inWords(Verdict verdict, boolean yes) {
    if (!(verdict instanceof Verdict.When(var cases))) {
      return "";
    }
    var worlds = new ArrayList<World>();
    cases.forEach((world, v) -> {
      if (yes ? v instanceof Verdict.Yes : v instanceof Verdict.Undecided) {
        worlds.add(world);
      }
    });
    List<World> merged = merge(worlds);
    String shown =
        merged.stream().limit(MOST_SHOWN).map(World::toString).collect(Collectors.joining(" or "));
    int more = merged.size() - MOST_SHOWN;
    return more > 0 ? shown + " or " + more + " more" : shown;
  }

  /// Drops a variable whose every value is among the worlds, the rest being equal.
  private static List<World> merge(List<World> worlds) {
    List<World> all = worlds;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (World world : all) {
        for (var fact : world.facts().entrySet()) {
          var without = new TreeMap<>(world.facts());
          without.remove(fact.getKey());
          World rest = new World(without);
          List<World> inside =
              all.stream().filter(w -> rest.and(w).filter(w::equals).isPresent()).toList();
          if (inside.size() > 1 && covers(inside, rest)) {
            var next = new ArrayList<>(all);
            next.removeAll(inside);
            next.add(rest);
            all = next;
            smaller = true;
            break;
          }
        }
        if (smaller) {
          break;
        }
      }
    }
    return all;
  }

  private static boolean covers(List<World> parts, World whole) {
    return World.outside(parts).stream().noneMatch(w -> w.and(whole).isPresent());
  }
}
