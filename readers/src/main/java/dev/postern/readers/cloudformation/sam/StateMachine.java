package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.List;
import java.util.Optional;

/// What SAM makes of `AWS::Serverless::StateMachine`: the state machine, a role where none is
/// named, a version with its alias, and what its events need.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-statemachine.html">generated
///   resources</a>
record StateMachine(Resource resource, Props sam, Stack stack) {
  private static final String MARK = "stateMachine:createdBy";

  void make(Apis apis) {
    String id = resource.address();
    Origin origin = sam.origin();
    Value<Node> ownRole = Props.reference(id + "Role", "Arn", origin);
    Props machine =
        Props.none(origin)
            .with("StateMachineName", sam.find("Name"))
            .with("StateMachineType", sam.find("Type"))
            .with("LoggingConfiguration", sam.find("Logging"))
            .with("TracingConfiguration", sam.find("Tracing"))
            .taking(sam, "DefinitionSubstitutions")
            .with("DefinitionString", sam.find("Definition").map(StateMachine::json))
            .with(
                "DefinitionS3Location",
                sam.find("DefinitionUri").flatMap(uri -> S3Location.of(uri, "")))
            .with("RoleArn", sam.find("Role").orElse(ownRole))
            .with("Tags", sam.tags(MARK));
    stack.add(resource, id, "AWS::StepFunctions::StateMachine", machine);
    if (!sam.has("Role")) {
      addRole();
    }
    Target target = new Target(resource, id, Optional.empty(), Optional.empty());
    if (sam.has("AutoPublishAlias")) {
      Target alias = publish(target);
      target = sam.isTrue("UseAliasAsEventTarget") ? alias : target;
    }
    new Events(target, stack, apis).make(sam.inside("Events"));
    if (sam.isTrue("PropagateTags")) {
      stack.propagate(resource, sam);
    }
  }

  /// The definition as the JSON that it becomes, its references in their places.
  private static Value<Node> json(Value<Node> definition) {
    Origin origin = definition.origin();
    return Value.known(Text.of(List.of(new Text.Part.Json(definition, origin))), origin);
  }

  private void addRole() {
    Role role = new Role(resource, sam, stack);
    role.addWritten();
    if (sam.inside("Tracing").isTrue("Enabled")) {
      role.addTracing(sam.inside("Tracing").origin());
    }
    role.make(Document.trust("states.amazonaws.com", sam.origin()), MARK, resource.when());
  }

  private Target publish(Target target) {
    Value<Node> alias = sam.find("AutoPublishAlias").orElseThrow();
    Origin origin = alias.origin();
    String versionId = target.id() + "Version";
    String aliasId = target.id() + "Alias" + Props.word(alias).orElse("");
    stack.add(
        resource,
        versionId,
        "AWS::StepFunctions::StateMachineVersion",
        Props.none(origin)
            .with("StateMachineArn", Props.reference(target.id(), "Ref", origin))
            .with(
                "StateMachineRevisionId",
                Props.reference(target.id(), "StateMachineRevisionId", origin)));
    Props preference =
        sam.has("DeploymentPreference")
            ? sam.inside("DeploymentPreference")
            : Props.none(origin).with("Type", "ALL_AT_ONCE");
    stack.add(
        resource,
        aliasId,
        "AWS::StepFunctions::StateMachineAlias",
        Props.none(origin)
            .with("Name", alias)
            .with(
                "DeploymentPreference",
                preference.with(
                    "StateMachineVersionArn", Props.reference(versionId, "Ref", origin))));
    stack.name(target.id() + ".Version", versionId);
    stack.name(target.id() + ".Alias", aliasId);
    return target.as(aliasId);
  }
}
