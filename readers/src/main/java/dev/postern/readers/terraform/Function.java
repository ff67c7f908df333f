package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.value.Value;
import java.util.List;

/// A function of Terraform's: what it takes and what it makes of it.
///
/// @param parameters by place
/// @param required how many arguments must be given
/// @param repeats whether the last parameter may be given any number of times
record Function(List<Parameter> parameters, int required, boolean repeats, Body body) {

  /// What is computed from arguments that have the form which the parameters ask for.
  interface Body {
    Value<Node> apply(Arguments arguments);
  }

  static Function of(Body body, Parameter... parameters) {
    return new Function(List.of(parameters), parameters.length, false, body);
  }

  /// The last parameter may be left out.
  static Function optional(Body body, Parameter... parameters) {
    return new Function(List.of(parameters), parameters.length - 1, false, body);
  }

  /// The last parameter may be given any number of times, or not at all.
  static Function repeating(Body body, Parameter... parameters) {
    return new Function(List.of(parameters), parameters.length - 1, true, body);
  }

  boolean takes(int count) {
    return count >= required && (repeats || count <= parameters.size());
  }

  Parameter parameter(int place) {
    return parameters.get(Math.min(place, parameters.size() - 1));
  }
}
