package dev.postern.readers.cloudformation;

import java.util.Map;

/// What the user says about a deployment.
///
/// @param parameters the value of each template parameter that is given, by name; lists are
///   separated by commas. `AWS::Region`, `AWS::AccountId` and the other pseudo parameters may be
///   given in the same way
public record Inputs(Map<String, String> parameters) {
  public static final Inputs NONE = new Inputs(Map.of());

  public Inputs {
    parameters = Map.copyOf(parameters);
  }
}
