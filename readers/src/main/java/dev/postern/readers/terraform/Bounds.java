package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Keeps evaluation finite: how deep expressions nest through locals and modules, how much is
/// evaluated, how large a value and how many instances there are. What crosses a bound is unknown,
/// and a problem says so once.
final class Bounds {
  /// Instances of one block.
  static final int INSTANCES = 20_000;

  /// Elements of one list.
  static final int ELEMENTS = 100_000;

  /// Characters of one text.
  static final int TEXT = 4_000_000;

  /// Instances of all blocks together.
  static final int RESOURCES = 200_000;

  static final int MODULES = 20_000;
  static final int MODULE_DEPTH = 32;
  private static final int DEPTH = 1_000;
  static final int STEPS = 10_000_000;
  private static final int WEIGHT = 2_000_000;

  /// Worlds that one value distinguishes.
  static final int WORLDS = 64;

  private final List<Problem> problems;
  private final Set<String> told = new HashSet<>();
  private int depth;
  private int reached;
  private int steps;

  Bounds(List<Problem> problems) {
    this.problems = problems;
  }

  /// Begins to evaluate one expression inside those that are being evaluated.
  boolean enter(Span at) {
    depth++;
    reached = Math.max(reached, depth);
    steps++;
    if (depth > DEPTH) {
      tell("expressions nest deeper than %d levels here".formatted(DEPTH), at);
    }
    if (steps > STEPS) {
      tell("more than %d expressions are to be evaluated".formatted(STEPS), at);
    }
    return depth <= DEPTH && steps <= STEPS;
  }

  void leave() {
    depth--;
  }

  /// Begins to measure how deep an evaluation goes; gives what [#measured] takes.
  int measure() {
    int before = reached;
    reached = depth;
    return before;
  }

  /// How many levels deeper than here evaluation went since `before`.
  int measured(int before) {
    int height = reached - depth;
    reached = Math.max(reached, before);
    return height;
  }

  /// Whether a value that took `height` levels to evaluate may stand here.
  boolean fits(int height, Span at) {
    reached = Math.max(reached, depth + height);
    boolean fits = depth + height <= DEPTH;
    if (!fits) {
      tell("values nest deeper than %d levels here".formatted(DEPTH), at);
    }
    return fits;
  }

  /// The value, or an unknown one where it distinguishes too many worlds.
  Value<Node> bounded(Value<Node> value, Span at) {
    if (value.cases().size() <= WORLDS) {
      return value;
    }
    tell("a value differs between more than %d cases here".formatted(WORLDS), at);
    return Value.unknown(new Reason(Reason.Kind.BOUND, "value at " + at), value.origin());
  }

  /// The value, or an unknown one where it is too large to be looked at.
  Value<Node> light(Value<Node> value, String what, Span at) {
    if (Weight.isAtMost(value, WEIGHT)) {
      return value;
    }
    tell("`%s` is larger than what is reviewed".formatted(what), at);
    return Value.unknown(new Reason(Reason.Kind.BOUND, what), value.origin());
  }

  void tell(String message, Span at) {
    if (told.add(message)) {
      problems.add(Problem.error(message, at));
    }
  }
}
