package dev.postern.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What several values are together, world by world: the way a function of many arguments is
/// applied to values that differ between worlds.
public final class Combinations {
  private Combinations() {}

  /// One world and the values in it, in the order given; no value is a [Value.OneOf].
  public record Combination<T>(World when, List<Value<T>> values) {}

  /// Every satisfiable combination, or nothing when there are more than `most`.
  public static <T> Optional<List<Combination<T>>> of(List<Value<T>> values, int most) {
    List<Combination<T>> all = List.of(new Combination<>(World.ANY, List.of()));
    for (Value<T> value : values) {
      var next = new ArrayList<Combination<T>>();
      for (Combination<T> before : all) {
        for (Value.Case<T> each : value.cases()) {
          before
              .when()
              .and(each.when())
              .ifPresent(w -> next.add(new Combination<>(w, with(before.values(), each.value()))));
        }
      }
      if (next.size() > most) {
        return Optional.empty();
      }
      all = next;
    }
    return Optional.of(all);
  }

  private static <T> List<Value<T>> with(List<Value<T>> before, Value<T> last) {
    var all = new ArrayList<>(before);
    all.add(last);
    return all;
  }
}
