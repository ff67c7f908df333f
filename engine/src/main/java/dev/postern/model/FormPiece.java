package dev.postern.model;

import java.util.BitSet;
import java.util.List;

/// A regular expression, taken apart.
sealed interface FormPiece {

  /// One of these characters.
  record Characters(BitSet set) implements FormPiece {}

  /// The start of the string, or its end.
  record Edge(boolean isStart) implements FormPiece {}

  /// One after the other.
  record Row(List<FormPiece> pieces) implements FormPiece {}

  /// One of them.
  record Choice(List<FormPiece> pieces) implements FormPiece {}

  /// `piece` from `least` to `most` times, or more where it `isOpen`.
  record Repeat(FormPiece piece, int least, int most, boolean isOpen) implements FormPiece {}
}
