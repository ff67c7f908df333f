package dev.postern.secrets;

/// A place where a matcher found something, before overlaps are settled.
///
/// @param prefix the start of the value that its provider publishes, or empty
/// @param random whether the value is too random to be guessed
record Hit(Kind kind, int start, int end, Confidence confidence, String prefix, boolean random) {

  /// A value that a machine drew.
  static Hit random(Kind kind, int start, int end, Confidence confidence, String prefix) {
    return new Hit(kind, start, end, confidence, prefix, true);
  }

  Hit as(Kind other) {
    return new Hit(other, start, end, confidence, prefix, random);
  }

  boolean overlaps(Hit that) {
    return start < that.end && that.start < end;
  }
}
