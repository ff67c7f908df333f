package dev.postern.readers.cloudformation;

import dev.postern.model.Schemas;
import java.util.Map;
import java.util.Optional;

/// What is known about a deployment beside its template.
///
/// @param parameters the value of each template parameter that is given, by name; lists are
///   separated by commas. `AWS::Region`, `AWS::AccountId` and the other pseudo parameters may be
///   given in the same way
/// @param schemas tells which properties hold JSON and what `Ref` prints
public record Inputs(Map<String, String> parameters, Optional<Schemas> schemas) {
  public static final Inputs NONE = new Inputs(Map.of(), Optional.empty());

  public Inputs {
    parameters = Map.copyOf(parameters);
  }
}
