package dev.postern.readers.cloudformation;

import dev.postern.model.Schemas;
import dev.postern.policy.ManagedPolicies;
import java.util.HashMap;
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
/// @param packaged the paths, beside the template, of the files that are uploaded for it, by the
///   keys that they get
public record Inputs(
    Map<String, String> parameters,
    Optional<Schemas> schemas,
    Optional<ManagedPolicies> policies,
    Beside beside,
    Exports exports,
    Map<String, String> packaged) {
  public static final Inputs NONE = new Inputs(Map.of(), Optional.empty());

  public Inputs {
    parameters = Map.copyOf(parameters);
    packaged = Map.copyOf(packaged);
  }

  /// The inputs of a template that stands alone.
  public Inputs(Map<String, String> parameters, Optional<Schemas> schemas) {
    this(parameters, schemas, Optional.empty(), Beside.NONE, Exports.NONE, Map.of());
  }

  /// The same where it is known which policies AWS keeps.
  public Inputs knowing(ManagedPolicies policies) {
    return new Inputs(parameters, schemas, Optional.of(policies), beside, exports, packaged);
  }

  /// The same with other documents beside.
  public Inputs with(Beside beside) {
    return new Inputs(parameters, schemas, policies, beside, exports, packaged);
  }

  /// The same with what other templates export.
  public Inputs with(Exports exports) {
    return new Inputs(parameters, schemas, policies, beside, exports, packaged);
  }

  /// The same for a template that a tool made and deploys.
  ///
  /// @param made what the tool gives for parameters that the user does not give
  /// @param packaged what the tool uploads, by key
  public Inputs of(Map<String, String> made, Map<String, String> packaged) {
    var all = new HashMap<>(made);
    all.putAll(parameters);
    return new Inputs(all, schemas, policies, beside, exports, packaged);
  }
}
