package dev.postern.policy;

import java.util.BitSet;

/// What two sets are combined to.
enum Operation {
  UNION,
  INTERSECTION,
  MINUS;

  boolean on(boolean a, boolean b) {
    return switch (this) {
      case UNION -> a || b;
      case INTERSECTION -> a && b;
      case MINUS -> a && !b;
    };
  }

  void on(BitSet a, BitSet b) {
    switch (this) {
      case UNION -> a.or(b);
      case INTERSECTION -> a.and(b);
      case MINUS -> a.andNot(b);
    }
  }
}
