package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.List;

/// The role as which a service starts a state machine.
final class MachineEvent {
  private MachineEvent() {}

  static Value<Node> role(Event event, String service) {
    Origin origin = event.origin();
    String id = event.id() + "Role";
    event.add(
        id,
        "AWS::IAM::Role",
        Props.none(origin)
            .with("AssumeRolePolicyDocument", Document.trust(service, origin))
            .with("Policies", List.of(policy(event, id)))
            .taking(Props.of(event.target().resource().properties()), "PermissionsBoundary"));
    return Props.reference(id, "Arn", origin);
  }

  static Value<Node> policy(Event event, String prefix) {
    Origin origin = event.origin();
    Value<Node> arn = event.target().arn(origin);
    return Document.policy(
        prefix + "StartExecutionPolicy",
        origin,
        List.of(Document.allow(arn, origin, "states:StartExecution")));
  }
}
