package dev.postern.readers.cdk;

import dev.postern.model.Constructs;
import java.util.Map;
import java.util.Optional;

/// A stack of an assembly.
///
/// @param template the path of its template
/// @param name what `cdk list` calls it: `Prod/Web`
/// @param account the account that it is for, where the program says so
/// @param parameters what the template is deployed with, the region and name of the stack included
/// @param constructs what its resources were made of
/// @param packaged the paths of the files beside the template that are uploaded with it, by the
///   keys that they get
public record SynthesizedStack(
    String template,
    String name,
    Optional<String> account,
    Map<String, String> parameters,
    Constructs constructs,
    Map<String, String> packaged) {

  public SynthesizedStack {
    parameters = Map.copyOf(parameters);
    packaged = Map.copyOf(packaged);
  }
}
