package dev.postern.model;

import dev.postern.value.Value;
import dev.postern.value.Verdict;

/// Whether scalars are written: a name, key or number that is set to something unknown is set,
/// which cannot be said of a list or block that may turn out empty ([Property#isWritten()]).
public final class Given {
  private Given() {}

  /// Whether the user gave this scalar a value, known or not; undecided where it is not known
  /// whether it stands there at all.
  public static Verdict isGiven(Property scalar) {
    boolean stands =
        scalar.value() instanceof Value.Unknown<Node>(_, var origin, _)
            && !origin.place().equals(scalar.holder())
            && !origin.equals(scalar.resource().properties().origin());
    return stands ? scalar.value().isWritten() : scalar.isWritten();
  }
}
