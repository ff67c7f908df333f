package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.List;
import java.util.Optional;

/// An EventBridge rule that calls a function or starts a state machine.
record RuleEvent(Event event) {
  private static final int LONGEST_TARGET = 64;

  void make() {
    Props sam = event.sam();
    Origin origin = sam.origin();
    Value<Node> ruleArn = Props.reference(event.id(), "Arn", origin);
    Optional<Value<Node>> letters =
        sam.has("DeadLetterConfig") ? Optional.of(deadLetters(ruleArn)) : Optional.empty();
    Props rule =
        Props.none(origin)
            .with("ScheduleExpression", sam.find("Schedule"))
            .with("EventPattern", sam.find("Pattern"))
            .taking(sam, "EventBusName", "Description", "State")
            .with("Name", sam.find(event.type().equals("Schedule") ? "Name" : "RuleName"))
            .with("State", state());
    Props call =
        Props.none(origin)
            .with("Arn", event.target().arn(origin))
            .with("Id", targetId())
            .taking(sam, "Input", "InputPath", "RetryPolicy", "InputTransformer")
            .with("DeadLetterConfig", letters);
    if (event.target().isMachine()) {
      call =
          call.with(
              "RoleArn",
              sam.find("RoleArn")
                  .orElseGet(() -> MachineEvent.role(event, "events.amazonaws.com")));
    }
    event.add(event.id(), "AWS::Events::Rule", rule.with("Targets", List.of(call.value())));
    if (!event.target().isMachine()) {
      event.permit(
          event.id() + "Permission",
          "events.amazonaws.com",
          Props.none(origin).with("SourceArn", ruleArn));
    }
  }

  private Optional<Value<Node>> state() {
    return event
        .sam()
        .find("State")
        .or(() ->
            event
                .sam()
                .find("Enabled")
                .map(enabled ->
                    enabled.map(node ->
                        node instanceof Node.Bool(var on)
                            ? dev.postern.model.Text.of(
                                on ? "ENABLED" : "DISABLED", enabled.origin())
                            : node)));
  }

  private Value<Node> targetId() {
    Optional<Value<Node>> written = event.sam().inside("Target").find("Id");
    String suffix = event.target().isMachine() ? "StepFunctionsTarget" : "LambdaTarget";
    String id = event.id() + suffix;
    int start = LONGEST_TARGET - suffix.length();
    String made = id.length() <= LONGEST_TARGET ? id : event.id().substring(0, start) + suffix;
    return written.orElseGet(() -> Props.text(made, event.origin()));
  }

  /// The queue for what could not be delivered, made where only its type is named.
  private Value<Node> deadLetters(Value<Node> ruleArn) {
    Props config = event.sam().inside("DeadLetterConfig");
    Origin origin = config.origin();
    if (config.has("Arn")) {
      return Props.none(origin).taking(config, "Arn").value();
    }
    String id = config.word("QueueLogicalId").orElse(event.id() + "Queue");
    Value<Node> arn = Props.reference(id, "Arn", origin);
    event.add(id, "AWS::SQS::Queue", Props.none(origin));
    Props condition =
        Props.none(origin).with("ArnEquals", Props.none(origin).with("aws:SourceArn", ruleArn));
    event.add(
        event.id() + "QueuePolicy",
        "AWS::SQS::QueuePolicy",
        QueuePolicy.of(
            Props.none(origin).with("Service", "events.amazonaws.com").value(),
            arn,
            Props.reference(id, "Ref", origin),
            condition));
    return Props.none(origin).with("Arn", arn).value();
  }
}
