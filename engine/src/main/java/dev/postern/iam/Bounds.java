package dev.postern.iam;

import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import dev.postern.value.Truth;
import java.util.List;

/// A set of actions that is known from below and from above.
record Bounds(ActionSet sure, ActionSet possible) {

  static Bounds none(Actions actions) {
    return new Bounds(ActionSet.none(actions), ActionSet.none(actions));
  }

  static Bounds of(ActionSet exact) {
    return new Bounds(exact, exact);
  }

  /// The union of many, half by half: lists of actions are long, and each union copies.
  static Bounds union(List<Bounds> all, Actions actions) {
    if (all.size() < 2) {
      return all.isEmpty() ? none(actions) : all.getFirst();
    }
    int half = all.size() / 2;
    return union(all.subList(0, half), actions)
        .union(union(all.subList(half, all.size()), actions));
  }

  Bounds union(Bounds that) {
    return new Bounds(sure.union(that.sure), possible.union(that.possible));
  }

  /// What is left when everything that is surely in `that` is taken away.
  Bounds minusSure(Bounds that) {
    return new Bounds(sure.minus(that.sure), possible.minus(that.sure));
  }

  Bounds complement(Actions actions) {
    ActionSet all = ActionSet.all(actions);
    return new Bounds(all.minus(possible), all.minus(sure));
  }

  /// As far as `certain` holds: nothing, what is possible only, or the same.
  Bounds when(Truth certain, Actions actions) {
    return switch (certain) {
      case TRUE -> this;
      case UNKNOWN -> new Bounds(ActionSet.none(actions), possible);
      case FALSE -> none(actions);
    };
  }

  Truth hasAll(ActionSet wanted) {
    return sure.containsAll(wanted)
        ? Truth.TRUE
        : possible.containsAll(wanted) ? Truth.UNKNOWN : Truth.FALSE;
  }

  Truth hasAny(ActionSet wanted) {
    return !sure.intersection(wanted).isEmpty()
        ? Truth.TRUE
        : possible.intersection(wanted).isEmpty() ? Truth.FALSE : Truth.UNKNOWN;
  }
}
