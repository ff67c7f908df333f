package dev.postern.finding;

/// How a review ends.
public enum Outcome {
  APPROVED("approved", 0),
  NOT_APPROVED("not-approved", 1),
  INCOMPLETE("incomplete", 3);

  private final String word;
  private final int exitCode;

  Outcome(String word, int exitCode) {
    this.word = word;
    this.exitCode = exitCode;
  }

  /// The exit code of the command.
  public int exitCode() {
    return exitCode;
  }

  /// As in the machine formats.
  @Override
  public String toString() {
    return word;
  }
}
