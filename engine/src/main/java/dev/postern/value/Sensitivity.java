package dev.postern.value;

/// Whether a value may be shown.
public enum Sensitivity {
  PLAIN,
  /// `NoEcho`, `sensitive`, write-only: never printed, stored or hashed into a report.
  SECRET;

  public Sensitivity or(Sensitivity that) {
    return this == SECRET ? SECRET : that;
  }
}
