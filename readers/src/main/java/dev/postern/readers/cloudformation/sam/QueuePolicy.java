package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.List;

/// The policy of a queue that a service writes to.
final class QueuePolicy {
  private QueuePolicy() {}

  static Props of(Value<Node> principal, Value<Node> arn, Value<Node> url, Props condition) {
    Origin origin = condition.origin();
    Props statement =
        Props.none(origin)
            .with("Effect", "Allow")
            .with("Principal", principal)
            .with("Action", "sqs:SendMessage")
            .with("Resource", arn)
            .with("Condition", condition);
    return Props.none(origin)
        .with(
            "PolicyDocument",
            Props.none(origin)
                .with("Version", "2012-10-17")
                .with("Statement", List.of(statement.value())))
        .with("Queues", List.of(url));
  }
}
