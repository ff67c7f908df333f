package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// The problems of one template. What is evaluated again, in a loop or where a condition is used
/// twice, is told once.
final class Problems {
  private static final int MOST = 1000;

  private final SequencedSet<Problem> all = new LinkedHashSet<>();

  /// What is told as an error is not told as a warning too.
  void add(Problem problem) {
    if (problem.level() == Problem.Level.ERROR) {
      all.remove(Problem.warning(problem.message(), problem.at()));
    }
    if (all.size() < MOST) {
      all.add(problem);
    } else if (all.size() == MOST) {
      all.add(Problem.error("more than " + MOST + " problems; the rest is not told", problem.at()));
    }
  }

  void error(String message, Span at) {
    add(Problem.error(message, at));
  }

  void warning(String message, Span at) {
    add(Problem.warning(message, at));
  }

  void info(String message, Span at) {
    add(Problem.info(message, at));
  }

  /// Tells that `what` is written wrongly at `at`, which leaves it without a value.
  <T> Value<T> invalid(String message, String what, Span at) {
    error(message, at);
    return Value.unknown(new Reason(Reason.Kind.INVALID, what), Origin.written(at));
  }

  /// Tells that `what` is not evaluated.
  Value<Node> unsupported(String message, String what, Span at) {
    info(message, at);
    return Value.unknown(new Reason(Reason.Kind.UNSUPPORTED, what), Origin.written(at));
  }

  List<Problem> all() {
    return List.copyOf(all);
  }
}
