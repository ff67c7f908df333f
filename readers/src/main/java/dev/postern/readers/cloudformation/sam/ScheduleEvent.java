package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A schedule of EventBridge Scheduler, with the role that it calls as.
record ScheduleEvent(Event event) {

  void make() {
    Props sam = event.sam();
    Origin origin = sam.origin();
    Optional<Value<Node>> letters = deadLetters();
    Props call =
        Props.none(origin)
            .with("Arn", event.target().arn(origin))
            .with("RoleArn", sam.find("RoleArn").orElseGet(() -> role(letters)))
            .taking(sam, "Input", "RetryPolicy")
            .with(
                "DeadLetterConfig",
                letters.map(arn -> Props.none(origin).with("Arn", arn).value()));
    Props schedule =
        Props.none(origin)
            .taking(
                sam,
                "ScheduleExpression",
                "State",
                "Description",
                "StartDate",
                "EndDate",
                "ScheduleExpressionTimezone",
                "GroupName",
                "KmsKeyArn")
            .with(
                "FlexibleTimeWindow",
                sam.find("FlexibleTimeWindow")
                    .orElseGet(() -> Props.none(origin).with("Mode", "OFF").value()))
            .with("Target", call);
    if (!sam.isTrue("OmitName")) {
      schedule =
          schedule.with("Name", sam.find("Name").orElseGet(() -> Props.text(event.id(), origin)));
    }
    event.add(event.id(), "AWS::Scheduler::Schedule", schedule);
  }

  private Value<Node> role(Optional<Value<Node>> letters) {
    Origin origin = event.origin();
    var policies = new ArrayList<Value<Node>>();
    Value<Node> arn = event.target().arn(origin);
    policies.add(
        event.target().isMachine()
            ? MachineEvent.policy(event, event.id())
            : Document.policy(
                event.id() + "LambdaPolicy",
                origin,
                List.of(Document.allow(arn, origin, "lambda:InvokeFunction"))));
    letters
        .flatMap(queue -> InvokeConfig.Destination.policy("SQS", queue, event.id(), event.stack()))
        .ifPresent(policies::add);
    event.add(
        event.id() + "Role",
        "AWS::IAM::Role",
        Props.none(origin)
            .with("AssumeRolePolicyDocument", Document.trust("scheduler.amazonaws.com", origin))
            .with("Policies", policies)
            .taking(event.sam(), "PermissionsBoundary"));
    return Props.reference(event.id() + "Role", "Arn", origin);
  }

  private Optional<Value<Node>> deadLetters() {
    Props config = event.sam().inside("DeadLetterConfig");
    if (config.has("Arn") || !event.sam().has("DeadLetterConfig")) {
      return config.find("Arn");
    }
    String id = config.word("QueueLogicalId").orElse(event.id() + "Queue");
    event.add(id, "AWS::SQS::Queue", Props.none(config.origin()));
    return Optional.of(Props.reference(id, "Arn", config.origin()));
  }
}
