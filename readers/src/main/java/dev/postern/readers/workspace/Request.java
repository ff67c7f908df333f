package dev.postern.readers.workspace;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What to read, and what the user gives for inputs.
///
/// @param named the files that the user named one by one: each must be something that can be read
/// @param variables Terraform variables by name
/// @param variableFiles paths of variable files
/// @param parameters CloudFormation parameters by name
/// @param calledModules whether called module folders are also judged on their own
public record Request(
    Set<String> named,
    Map<String, String> variables,
    List<String> variableFiles,
    Map<String, String> parameters,
    boolean calledModules) {

  public Request {
    named = Set.copyOf(named);
    variables = Map.copyOf(variables);
    variableFiles = List.copyOf(variableFiles);
    parameters = Map.copyOf(parameters);
  }
}
