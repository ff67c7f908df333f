package dev.postern.readers.source;

import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.util.List;
import java.util.Optional;

/// The files that may be read. Nothing outside the reviewed roots is ever given, whatever the path
/// says.
///
/// Paths are `/` separated and relative to where the review started, with `..` in front where that
/// lies deeper; `""` is the folder in which it started.
public interface Sources {

  /// The paths of the files directly in a folder, sorted; empty when there is no such folder.
  List<String> files(String folder);

  /// The paths of all files to review, sorted.
  List<String> all();

  /// What could not be listed or read.
  List<Problem> problems();

  /// The text of a file; empty when there is none, it lies outside, or it is not text.
  Optional<SourceFile> read(String path);

  /// The bytes of a file, which need be no text; empty when there is none, it lies outside, or it
  /// is too large.
  Optional<byte[]> bytes(String path);

  /// Whether a path stays inside what is reviewed.
  boolean isInside(String path);
}
