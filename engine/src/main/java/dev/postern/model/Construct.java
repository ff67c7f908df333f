package dev.postern.model;

import dev.postern.text.Span;
import java.util.Map;
import java.util.Optional;

/// What a CDK program made a resource of.
///
/// @param path the path of the construct in the app: `Web/Admin/Resource`
/// @param made the place in the program that made it, where it is known
/// @param assigned the places in the program that set its properties later, by property
public record Construct(String path, Optional<Span> made, Map<String, Span> assigned) {

  public Construct {
    assigned = Map.copyOf(assigned);
  }
}
