package dev.postern.finding;

import java.util.List;

/// What was read, and what was not.
///
/// @param units every unit, and how it was chosen
/// @param unknownTypes resource types that nothing here understands
/// @param unread what could not be read, one sentence each
/// @param readInPart files with an error that gave resources all the same
/// @param nothingToReview known types with nothing to review, with how many resources there are
public record Coverage(
    List<CoveredUnit> units,
    int files,
    int resources,
    List<String> unknownTypes,
    List<String> unread,
    List<String> readInPart,
    int nothingToReview) {

  /// Whether every file was read to its end.
  public boolean isWhole() {
    return unread.isEmpty() && readInPart.isEmpty();
  }

  /// A unit, and what was chosen about it, in words.
  public record CoveredUnit(String name, String kind, int resources, String choice) {}
}
