package dev.postern.readers.cloudformation;

import dev.postern.text.Span;
import dev.postern.value.Reason;

/// The bound on what one template may cost: aliases and loops make a short text long.
final class Work {
  static final Reason BOUND = new Reason(Reason.Kind.BOUND, "template");

  private static final int MOST_NODES = 2_000_000;
  private static final int MOST_TURNS = 10_000;
  private static final int MOST_STACKS = 500;

  private final Problems problems;
  private int nodes;
  private int turns;
  private int stacks;

  Work(Problems problems) {
    this.problems = problems;
  }

  /// Whether one more node may be evaluated.
  boolean spend(Span at) {
    if (nodes == MOST_NODES) {
      problems.error("template holds more than " + MOST_NODES + " values when expanded", at);
    }
    return nodes <= MOST_NODES && nodes++ < MOST_NODES;
  }

  /// Whether one more nested stack may be read.
  boolean stack(Span at) {
    if (stacks == MOST_STACKS) {
      problems.error("template nests more than " + MOST_STACKS + " stacks", at);
    }
    return stacks <= MOST_STACKS && stacks++ < MOST_STACKS;
  }

  /// Whether one more turn of a loop may be taken.
  boolean turn(Span at) {
    if (turns == MOST_TURNS) {
      problems.error("loops of the template take more than " + MOST_TURNS + " turns", at);
    }
    return turns <= MOST_TURNS && turns++ < MOST_TURNS;
  }
}
