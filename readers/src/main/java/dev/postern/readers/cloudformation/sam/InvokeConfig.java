package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What becomes of asynchronous calls, with the queue or topic that SAM makes for them and the
/// policies to write there.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventinvokeconfiguration.html">EventInvokeConfiguration</a>
record InvokeConfig(Target target, Props sam, Stack stack) {

  void make() {
    Props config = sam.inside("EventInvokeConfig");
    String id = target.id() + "EventInvokeConfig";
    Origin origin = config.origin();
    Props destinations = Props.none(config.inside("DestinationConfig").origin());
    for (String outcome : List.of("OnSuccess", "OnFailure")) {
      if (config.inside("DestinationConfig").has(outcome)) {
        Props written = config.inside("DestinationConfig").inside(outcome);
        Value<Node> arn = destination(written, id + outcome);
        destinations =
            destinations.with(outcome, Props.none(written.origin()).with("Destination", arn));
      }
    }
    Value<Node> qualifier =
        target.alias().isPresent()
            ? sam.find("AutoPublishAlias").orElseThrow()
            : Props.text("$LATEST", origin);
    stack.add(
        target.resource(),
        id,
        "AWS::Lambda::EventInvokeConfig",
        Props.none(origin)
            .with("FunctionName", Props.reference(target.id(), "Ref", origin))
            .with("Qualifier", qualifier)
            .with("DestinationConfig", destinations)
            .taking(config, "MaximumEventAgeInSeconds", "MaximumRetryAttempts"));
  }

  private Value<Node> destination(Props written, String id) {
    String type = written.word("Type").orElse("");
    Origin origin = written.origin();
    Value<Node> arn = written.find("Destination").orElse(Value.absent(origin));
    List<World> worlds = missing(arn);
    if (!worlds.isEmpty() && (type.equals("SQS") || type.equals("SNS"))) {
      String madeId = id + (type.equals("SQS") ? "Queue" : "Topic");
      String madeType = type.equals("SQS") ? "AWS::SQS::Queue" : "AWS::SNS::Topic";
      stack.add(target.resource(), madeId, madeType, Props.none(origin), worlds);
      stack.name(target.id() + ".Destination" + (type.equals("SQS") ? "Queue" : "Topic"), madeId);
      arn = filled(arn, Props.reference(madeId, type.equals("SQS") ? "Arn" : "Ref", origin));
    }
    Value<Node> whole = arn;
    target
        .role()
        .flatMap(_ -> Destination.policy(type, whole, id, stack))
        .ifPresent(policy -> target.role().orElseThrow().addInline(policy));
    return whole;
  }

  /// The worlds in which no destination is written.
  private List<World> missing(Value<Node> arn) {
    var worlds = new ArrayList<World>();
    for (World own : target.resource().when()) {
      for (Value.Case<Node> each : arn.cases()) {
        if (each.value() instanceof Value.Absent) {
          own.and(each.when()).ifPresent(worlds::add);
        }
      }
    }
    return worlds;
  }

  private static Value<Node> filled(Value<Node> arn, Value<Node> made) {
    return Value.oneOf(
        arn.cases().stream()
            .map(c -> c.value() instanceof Value.Absent ? new Value.Case<>(c.when(), made) : c)
            .toList(),
        arn.origin());
  }

  /// The policy that lets a function write to where results or failures go.
  static final class Destination {
    private Destination() {}

    static Optional<Value<Node>> policy(String type, Value<Node> arn, String id, Stack stack) {
      Origin origin = arn.origin();
      return switch (type) {
        case "SQS" -> Optional.of(one(id + "SQSPolicy", arn, "sqs:SendMessage"));
        case "SNS" -> Optional.of(one(id + "SNSPolicy", arn, "sns:publish"));
        case "EventBridge" -> Optional.of(one(id + "EventBridgePolicy", arn, "events:PutEvents"));
        case "Lambda" -> Optional.of(one(id + "LambdaPolicy", arn, "lambda:InvokeFunction"));
        case "S3", "S3Bucket" -> {
          Value<Node> objects = stack.pattern().fill("${arn}/*", origin, Map.of("arn", arn));
          yield Optional.of(
              Document.policy(
                  id + "S3Policy",
                  origin,
                  List.of(
                      Document.allow(objects, origin, "s3:PutObject"),
                      Document.allow(arn, origin, "s3:ListBucket"))));
        }
        default -> Optional.empty();
      };
    }

    private static Value<Node> one(String name, Value<Node> arn, String action) {
      Origin origin = arn.origin();
      return Document.policy(name, origin, List.of(Document.allow(arn, origin, action)));
    }
  }
}
