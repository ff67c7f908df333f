package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.value.Reason;
import dev.postern.value.Value;

/// Keeps evaluation finite: how deep expressions nest through locals and modules, how many worlds
/// one value distinguishes, how many instances one block has.
final class Bounds {
  static final int INSTANCES = 20_000;
  static final int MODULE_DEPTH = 32;
  private static final int DEPTH = 1_000;
  private static final int WORLDS = 64;

  private int depth;

  boolean enter() {
    depth++;
    return depth <= DEPTH;
  }

  void leave() {
    depth--;
  }

  /// The value, or an unknown one where it distinguishes too many worlds.
  Value<Node> bounded(Value<Node> value) {
    return value.cases().size() > WORLDS
        ? Value.unknown(new Reason(Reason.Kind.BOUND, "number of cases"), value.origin())
        : value;
  }
}
