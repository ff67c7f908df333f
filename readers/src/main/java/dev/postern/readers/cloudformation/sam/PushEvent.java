package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An event that another service calls the function for.
record PushEvent(Event event) {

  void make() {
    switch (event.type()) {
      case "S3" -> bucket();
      case "CloudWatchLogs" -> logs();
      case "IoTRule" -> things();
      case "AlexaSkill" -> skill();
      default -> userPool();
    }
  }

  private Props none() {
    return Props.none(event.origin());
  }

  private Value<Node> arn(String pattern, Map<String, Value<Node>> names) {
    return event.stack().pattern().fill("arn:${AWS::Partition}:" + pattern, event.origin(), names);
  }

  private Value<Node> account() {
    return event.stack().pattern().fill("${AWS::AccountId}", event.origin());
  }

  /// The notification is added to the bucket, which stands in the same template.
  private void bucket() {
    Optional<Resource> bucket = event.sam().find("Bucket").flatMap(event.stack()::target);
    if (bucket.isEmpty()) {
      String message = "`Bucket` of an S3 event names no bucket of this template";
      event.stack().tell(Problem.error(message, event.origin().place()));
      return;
    }
    event.permit(
        event.id() + "Permission", "s3.amazonaws.com", none().with("SourceAccount", account()));
    var notifications = new ArrayList<Value<Node>>();
    for (Value<Node> type : event.sam().list("Events")) {
      Value<Node> notification =
          none()
              .with("Event", type)
              .with("Function", event.target().arn(event.origin()))
              .taking(event.sam(), "Filter")
              .value();
      notifications.add(Stack.within(event.when(), notification));
    }
    event
        .stack()
        .change(
            bucket.get().address(),
            all ->
                all.changing(
                    "NotificationConfiguration",
                    config -> config.adding("LambdaConfigurations", notifications)));
  }

  private void logs() {
    Props sam = event.sam();
    Map<String, Value<Node>> names =
        sam.find("LogGroupName").map(name -> Map.of("name", name)).orElse(Map.of());
    String group = "logs:${AWS::Region}:${AWS::AccountId}:log-group:${name}:*";
    event.permit(
        event.id() + "Permission",
        "logs.amazonaws.com",
        none().with("SourceArn", arn(group, names)));
    event.add(
        event.id(),
        "AWS::Logs::SubscriptionFilter",
        none()
            .taking(sam, "LogGroupName", "FilterPattern")
            .with("DestinationArn", event.target().arn(sam.origin())));
  }

  private void things() {
    Origin origin = event.origin();
    Map<String, Value<Node>> names = Map.of("name", Props.reference(event.id(), "Ref", origin));
    event.permit(
        event.id() + "Permission",
        "iot.amazonaws.com",
        none()
            .with("SourceArn", arn("iot:${AWS::Region}:${AWS::AccountId}:rule/${name}", names))
            .with("SourceAccount", account()));
    Props call = none().with("FunctionArn", event.target().arn(origin));
    Props payload =
        none()
            .taking(event.sam(), "Sql", "AwsIotSqlVersion")
            .with("RuleDisabled", false)
            .with("Actions", List.of(none().with("Lambda", call).value()));
    event.add(event.id(), "AWS::IoT::TopicRule", none().with("TopicRulePayload", payload));
  }

  private void skill() {
    event.permit(
        event.id() + "Permission",
        "alexa-appkit.amazon.com",
        none().with("EventSourceToken", event.sam().find("SkillId")));
  }

  /// The trigger is added to the user pool, which stands in the same template.
  private void userPool() {
    Optional<Resource> pool = event.sam().find("UserPool").flatMap(event.stack()::target);
    if (pool.isEmpty()) {
      String message = "`UserPool` of a Cognito event names no user pool of this template";
      event.stack().tell(Problem.error(message, event.origin().place()));
      return;
    }
    String id = pool.get().address();
    event.permit(
        event.target().callee() + "CognitoPermission",
        "cognito-idp.amazonaws.com",
        none().with("SourceArn", Props.reference(id, "Arn", event.origin())));
    for (Value<Node> trigger : event.sam().list("Trigger")) {
      Props.word(trigger)
          .ifPresent(name ->
              event
                  .stack()
                  .change(
                      id,
                      all ->
                          all.changing(
                              "LambdaConfig",
                              c -> c.with(name, event.target().arn(trigger.origin())))));
    }
  }
}
