package dev.postern.model;

import java.util.Optional;

/// Tells what the resources of a unit were made of.
@FunctionalInterface
public interface Constructs {
  Constructs NONE = _ -> Optional.empty();

  /// The construct of a resource; empty where none is known.
  Optional<Construct> of(Resource resource);
}
