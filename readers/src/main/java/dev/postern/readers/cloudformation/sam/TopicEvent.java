package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.Optional;

/// Messages of an SNS topic, by themselves or through a queue.
record TopicEvent(Event event) {

  void make() {
    Props sam = event.sam();
    Origin origin = sam.origin();
    Value<Node> topic = sam.find("Topic").orElse(Value.absent(origin));
    Props subscription =
        Props.none(origin)
            .with("TopicArn", topic)
            .taking(sam, "Region", "FilterPolicy", "FilterPolicyScope", "RedrivePolicy");
    if (!sam.has("SqsSubscription") || sam.isFalse("SqsSubscription")) {
      event.add(
          event.id(),
          "AWS::SNS::Subscription",
          subscription.with("Protocol", "lambda").with("Endpoint", event.target().arn(origin)));
      event.permit(
          event.id() + "Permission",
          "sns.amazonaws.com",
          Props.none(origin).with("SourceArn", topic));
      return;
    }
    Props queue = sam.inside("SqsSubscription");
    Value<Node> arn = queue.find("QueueArn").orElseGet(() -> queue("Arn"));
    Value<Node> url = queue.find("QueueUrl").orElseGet(() -> queue("Ref"));
    if (!queue.has("QueueArn")) {
      event.add(event.id() + "Queue", "AWS::SQS::Queue", ofKind(topic));
    }
    Props condition =
        Props.none(origin).with("ArnEquals", Props.none(origin).with("aws:SourceArn", topic));
    event.add(
        queue.word("QueuePolicyLogicalId").orElse(event.id() + "QueuePolicy"),
        "AWS::SQS::QueuePolicy",
        QueuePolicy.of(Document.any(origin), arn, url, condition));
    event.add(
        event.id(),
        "AWS::SNS::Subscription",
        subscription.with("Protocol", "sqs").with("Endpoint", arn));
    Value<Node> ten = Value.known(Node.num(10), origin);
    Props mapping =
        Props.none(origin)
            .with("Queue", arn)
            .with("BatchSize", queue.find("BatchSize").orElse(ten))
            .with("Enabled", true);
    String id = event.id() + "EventSourceMapping";
    new PullEvent(new Event(event.target(), id, event.name(), "SQS", mapping, event.stack()))
        .make();
  }

  private Value<Node> queue(String attribute) {
    return Props.reference(event.id() + "Queue", attribute, event.origin());
  }

  /// The queue of a FIFO topic is one too.
  private Props ofKind(Value<Node> topic) {
    Optional<Value<Node>> fifo =
        event.stack().target(topic).flatMap(t -> Props.of(t.properties()).find("FifoTopic"));
    return Props.none(event.origin()).with("FifoQueue", fifo);
  }
}
