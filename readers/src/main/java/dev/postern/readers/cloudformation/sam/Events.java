package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.text.Problem;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What the events of a function or state machine need: rules, subscriptions, mappings, methods of
/// an API, and the permission to call.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html">EventSource</a>
final class Events {
  private final Target target;
  private final Stack stack;
  private final Apis apis;

  Events(Target target, Stack stack, Apis apis) {
    this.target = target;
    this.stack = stack;
    this.apis = apis;
  }

  /// Events of `$default` paths come first, since their permission covers the others.
  void make(Props events) {
    List<Map.Entry<String, Value<Node>>> all = new ArrayList<>(events.entries().entrySet());
    all.sort(Comparator.comparing(Events::order));
    for (Map.Entry<String, Value<Node>> entry : all) {
      Props event = Props.of(entry.getValue());
      String id = target.id() + entry.getKey();
      String type = event.word("Type").orElse("");
      Props properties =
          event.has("Properties") ? event.inside("Properties") : Props.none(event.origin());
      make(new Event(target, id, entry.getKey(), type, properties, stack));
    }
  }

  private static String order(Map.Entry<String, Value<Node>> entry) {
    Props event = Props.of(entry.getValue());
    Props sam = event.inside("Properties");
    boolean isDefault = event.is("Type", "HttpApi") && !sam.has("Path") && !sam.has("Method");
    return isDefault ? HttpEvent.DEFAULT : sam.word("Path").orElse(entry.getKey());
  }

  private void make(Event event) {
    switch (event.type()) {
      case "SQS", "Kinesis", "DynamoDB", "MQ", "MSK", "SelfManagedKafka", "DocumentDB" ->
          new PullEvent(event).make();
      case "S3", "CloudWatchLogs", "IoTRule", "AlexaSkill", "Cognito" ->
          new PushEvent(event).make();
      case "SNS" -> new TopicEvent(event).make();
      case "Schedule", "CloudWatchEvent", "EventBridgeRule" -> new RuleEvent(event).make();
      case "ScheduleV2" -> new ScheduleEvent(event).make();
      case "Api" -> apis.rest(event);
      case "HttpApi" -> apis.http(event);
      default ->
          stack.tell(
              Problem.error(
                  "event type `" + event.type() + "` is not translated", event.origin().place()));
    }
  }
}
