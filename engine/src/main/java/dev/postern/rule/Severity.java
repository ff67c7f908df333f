package dev.postern.rule;

import java.util.Locale;

/// How bad a defect is, worst first.
public enum Severity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  /// Whether this is as bad as `that` or worse.
  public boolean atLeast(Severity that) {
    return compareTo(that) <= 0;
  }

  /// As written in reports: `critical`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
