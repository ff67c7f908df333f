package dev.postern.finding;

import java.util.Locale;

/// What became of a question about a resource.
public enum Status {
  SATISFIED,
  VIOLATED,
  UNDECIDED,
  SUPPRESSED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
