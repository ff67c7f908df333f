package dev.postern.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What was read, and what was not.
///
/// @param units every unit, and how it was chosen
/// @param values the strings, numbers and booleans of all resources
/// @param unknownTypes resource types that nothing here understands
/// @param unread what could not be read, one sentence each
/// @param readInPart files with an error that gave resources all the same
public record Coverage(
    List<CoveredUnit> units,
    int files,
    int resources,
    Values values,
    List<String> unknownTypes,
    List<String> unread,
    List<String> readInPart) {

  /// Whether every file was read to its end.
  public boolean isWhole() {
    return unread.isEmpty() && readInPart.isEmpty();
  }

  /// How many values are written, and how many of them are not wholly known, each by the word for
  /// why: `input`, `external`, `apply`, `unsupported`, `bound` or `invalid`.
  public record Values(int written, SequencedMap<String, Integer> unknown) {
    public Values {
      unknown = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(unknown));
    }

    /// How many are not wholly known.
    public int open() {
      return unknown.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /// A unit, and what was chosen about it, in words.
  public record CoveredUnit(String name, String kind, int resources, String choice) {}
}
