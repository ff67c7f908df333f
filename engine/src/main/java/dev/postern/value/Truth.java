package dev.postern.value;

/// Kleene's three truth values: the answer to a question inside an engine, without its evidence.
public enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  public static Truth of(boolean known) {
    return known ? TRUE : FALSE;
  }

  public Truth and(Truth that) {
    return compareTo(that) <= 0 ? this : that;
  }

  public Truth or(Truth that) {
    return compareTo(that) >= 0 ? this : that;
  }

  public Truth not() {
    return switch (this) {
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case TRUE -> FALSE;
    };
  }
}
