package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.List;

/// The policy documents that SAM writes itself.
final class Document {
  private Document() {}

  /// Lets a service take a role.
  static Value<Node> trust(String service, Origin origin) {
    Props principal = Props.none(origin).with("Service", Props.texts(origin, service));
    Props statement =
        Props.none(origin)
            .with("Action", Props.texts(origin, "sts:AssumeRole"))
            .with("Effect", "Allow")
            .with("Principal", principal);
    return Props.none(origin)
        .with("Version", "2012-10-17")
        .with("Statement", List.of(statement.value()))
        .value();
  }

  static Value<Node> allow(Value<Node> resource, Origin origin, String... actions) {
    return Props.none(origin)
        .with("Action", Props.texts(origin, actions))
        .with("Effect", "Allow")
        .with("Resource", resource)
        .value();
  }

  static Value<Node> any(Origin origin) {
    return Props.text("*", origin);
  }

  /// An inline policy of a role, without a version as SAM writes it.
  static Value<Node> policy(String name, Origin origin, List<Value<Node>> statements) {
    return Props.none(origin)
        .with("PolicyName", name)
        .with("PolicyDocument", Props.none(origin).with("Statement", statements))
        .value();
  }
}
