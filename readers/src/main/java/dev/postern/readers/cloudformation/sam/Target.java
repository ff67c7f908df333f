package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.Optional;

/// What events call: a function, or the alias that its newest version is published under, or a
/// state machine.
///
/// @param resource the SAM resource, whose place and conditions all that is made for it has
/// @param id its logical id
/// @param alias the logical id of the alias, where there is one
/// @param role the role that SAM makes, where it makes one
record Target(Resource resource, String id, Optional<String> alias, Optional<Role> role) {

  Target as(String aliasId) {
    return new Target(resource, id, Optional.of(aliasId), role);
  }

  /// The logical id of what is called.
  String callee() {
    return alias.orElse(id);
  }

  /// What `FunctionName` takes: `Ref` gives a function's name and an alias' ARN.
  Value<Node> name(Origin origin) {
    return Props.reference(callee(), "Ref", origin);
  }

  /// `Ref` gives the ARN of an alias and of a state machine, and the name of a function.
  Value<Node> arn(Origin origin) {
    boolean isNamed = alias.isEmpty() && !isMachine();
    return Props.reference(callee(), isNamed ? "Arn" : "Ref", origin);
  }

  boolean isMachine() {
    return resource.type().equals("AWS::Serverless::StateMachine");
  }
}
