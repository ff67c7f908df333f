package dev.postern.readers.cloudformation;

import dev.postern.readers.tree.Document;
import java.util.Optional;

/// The documents that a template names by a path: templates of nested stacks, and snippets that it
/// includes.
@FunctionalInterface
public interface Beside {
  Beside NONE = _ -> Optional.empty();

  /// The document at a path as [dev.postern.readers.source.Sources] has it; empty when there is
  /// none, or it lies outside of what may be read.
  Optional<Document> document(String path);
}
