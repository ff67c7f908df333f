package dev.postern.readers.cloudformation;

import dev.postern.model.Facts;
import dev.postern.model.Schemas;
import dev.postern.policy.ManagedPolicies;
import java.util.Map;
import java.util.Optional;

/// What is known about a deployment beside its template.
///
/// @param parameters the value of each template parameter that is given, by name; lists are
///   separated by commas. `AWS::Region`, `AWS::AccountId` and the other pseudo parameters may be
///   given in the same way
/// @param schemas tells which properties hold JSON, what `Ref` prints, and what AWS would refuse
/// @param policies the policies that AWS itself keeps
/// @param beside the documents that the template names by their paths
/// @param exports what the other templates of the review export
public record Inputs(
    Map<String, String> parameters,
    Optional<Schemas> schemas,
    Optional<ManagedPolicies> policies,
    Beside beside,
    Exports exports) {
  public static final Inputs NONE = new Inputs(Map.of(), Optional.empty());

  public Inputs {
    parameters = Map.copyOf(parameters);
  }

  /// The inputs of a template that stands alone.
  public Inputs(Map<String, String> parameters, Optional<Schemas> schemas) {
    this(parameters, schemas, Optional.empty(), Beside.NONE, Exports.NONE);
  }

  /// The inputs of a template that stands alone, with all that is known of AWS.
  public static Inputs of(Map<String, String> parameters, Facts facts) {
    return new Inputs(
        parameters,
        Optional.of(facts.schemas()),
        Optional.of(facts.managedPolicies()),
        Beside.NONE,
        Exports.NONE);
  }

  /// The same with other documents beside.
  public Inputs with(Beside beside) {
    return new Inputs(parameters, schemas, policies, beside, exports);
  }

  /// The same with what other templates export.
  public Inputs with(Exports exports) {
    return new Inputs(parameters, schemas, policies, beside, exports);
  }
}
