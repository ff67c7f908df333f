package dev.postern.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// A function of the numbers from 0 to `last` that is constant between steps.
///
/// INVARIANT: the first step starts at 0, starts ascend, neighbours differ; so equal functions are
/// `equals`.
record Steps<V>(int last, List<Step<V>> steps) {

  /// `value` from `start` until the next step.
  record Step<V>(int start, V value) {}

  Steps {
    steps = List.copyOf(steps);
  }

  static <V> Steps<V> constant(int last, V value) {
    return new Steps<>(last, List.of(new Step<>(0, value)));
  }

  /// This function, but `value` from `from` to `to`, both inclusive, 0 to `last`.
  Steps<V> with(int from, int to, V value) {
    var marks = new ArrayList<Step<Boolean>>();
    if (from > 0) {
      marks.add(new Step<>(0, false));
    }
    marks.add(new Step<>(from, true));
    if (to < last) {
      marks.add(new Step<>(to + 1, false));
    }
    return combine(new Steps<>(last, marks), (old, marked) -> marked ? value : old);
  }

  /// The function whose value is `rule` of the values of both.
  <B> Steps<V> combine(Steps<B> that, BiFunction<V, B, V> rule) {
    var found = new ArrayList<Step<V>>(steps.size() + that.steps.size());
    int i = 0;
    int j = 0;
    while (i < steps.size() || j < that.steps.size()) {
      int mine = i < steps.size() ? steps.get(i).start() : Integer.MAX_VALUE;
      int yours = j < that.steps.size() ? that.steps.get(j).start() : Integer.MAX_VALUE;
      i += mine <= yours ? 1 : 0;
      j += yours <= mine ? 1 : 0;
      V value = rule.apply(steps.get(i - 1).value(), that.steps.get(j - 1).value());
      if (found.isEmpty() || !found.getLast().value().equals(value)) {
        found.add(new Step<>(Math.min(mine, yours), value));
      }
    }
    return new Steps<>(last, found);
  }

  /// The value at `number`, 0 to `last`.
  V at(int number) {
    int low = 0;
    int high = steps.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (steps.get(middle).start() <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return steps.get(low).value();
  }

  /// The last number before the step after step `index`.
  int end(int index) {
    return index + 1 < steps.size() ? steps.get(index + 1).start() - 1 : last;
  }
}
