package dev.postern.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// A statement that holds for every value of a kind, checked on seeded random values.
///
/// Run `i` draws from the seed `seed + i`, so that the failing run alone can be repeated with one
/// run of the seed that its message names. Given smaller candidates, a failing value is replaced by
/// the first of them that fails too, until none does (Claessen and Hughes, "QuickCheck", ICFP
/// 2000).
public final class Law {
  private static final int MAX_SHRINKS = 2_000;

  private Law() {}

  /// Checks `law` on `runs` values; an assertion or any other exception refutes it.
  ///
  /// @throws AssertionError naming the law, the seed and the value
  public static <T> void check(
      String name,
      long seed,
      int runs,
      Function<RandomGenerator, ? extends T> value,
      Consumer<? super T> law) {
    check(name, seed, runs, value, _ -> List.of(), law);
  }

  /// As above, and reports the smallest counterexample that `smaller` leads to.
  ///
  /// @param smaller values to try instead of one that fails, the smallest first; empty at the end
  public static <T> void check(
      String name,
      long seed,
      int runs,
      Function<RandomGenerator, ? extends T> value,
      Function<? super T, List<T>> smaller,
      Consumer<? super T> law) {
    for (int run = 0; run < runs; run++) {
      T drawn = value.apply(new SplittableRandom(seed + run));
      var failure = failure(law, drawn);
      if (failure.isPresent()) {
        throw refuted(
            name, seed + run, smallest(new Refuted<>(drawn, failure.get()), smaller, law));
      }
    }
  }

  /// Smaller lists than `list`: nothing, each half, and the list without one of its elements.
  public static <E> List<List<E>> halves(List<E> list) {
    var found = new ArrayList<List<E>>();
    if (list.isEmpty()) {
      return found;
    }
    int middle = list.size() / 2;
    found.add(List.of());
    if (middle > 0) {
      found.add(List.copyOf(list.subList(0, middle)));
      found.add(List.copyOf(list.subList(middle, list.size())));
    }
    for (int i = 0; i < list.size() && list.size() > 2; i++) {
      var without = new ArrayList<>(list);
      without.remove(i);
      found.add(List.copyOf(without));
    }
    return found;
  }

  private record Refuted<T>(T value, Throwable because) {}

  private static <T> Refuted<T> smallest(
      Refuted<T> first, Function<? super T, List<T>> smaller, Consumer<? super T> law) {
    Refuted<T> best = first;
    int tries = 0;
    boolean shrunk = true;
    while (shrunk) {
      shrunk = false;
      for (T candidate : smaller.apply(best.value())) {
        if (++tries > MAX_SHRINKS) {
          return best;
        }
        var failure = failure(law, candidate);
        if (failure.isPresent()) {
          best = new Refuted<>(candidate, failure.get());
          shrunk = true;
          break;
        }
      }
    }
    return best;
  }

  private static <T> Optional<Throwable> failure(Consumer<? super T> law, T value) {
    try {
      law.accept(value);
      return Optional.empty();
    } catch (AssertionError | RuntimeException | StackOverflowError e) {
      return Optional.of(e);
    }
  }

  private static AssertionError refuted(String name, long seed, Refuted<?> smallest) {
    return new AssertionError(
        "law refuted: %s%n  seed: %d (one run)%n  value: %s%n  because: %s"
            .formatted(name, seed, smallest.value(), smallest.because()),
        smallest.because());
  }
}
