package dev.postern.view.iam;

import dev.postern.model.Node;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Resources that are one statement of a resource policy: the statement that AWS makes of them.
final class Permissions {
  static final String LAMBDA = "AWS::Lambda::Permission";
  static final String EVENTS = "AWS::Events::EventBusPolicy";

  private Permissions() {}

  /// The statement of a Lambda permission.
  ///
  /// @see <a
  ///   href="https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html">AddPermission</a>
  static PolicyDocument lambda(Resource resource) {
    var conditions = new ArrayList<Line>();
    conditions.add(new Line("SourceArn", "ArnLike", "AWS:SourceArn"));
    conditions.add(new Line("SourceAccount", "StringEquals", "AWS:SourceAccount"));
    conditions.add(new Line("PrincipalOrgID", "StringEquals", "aws:PrincipalOrgID"));
    conditions.add(new Line("EventSourceToken", "StringEquals", "lambda:EventSourceToken"));
    conditions.add(new Line("FunctionUrlAuthType", "StringEquals", "lambda:FunctionUrlAuthType"));
    return statement(resource, "FunctionName", conditions);
  }

  /// The statement of an event bus permission: one of a policy, in `Statement`, or written with
  /// `Principal` and `Action`.
  ///
  /// @see <a
  ///   href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html">PutPermission</a>
  static PolicyDocument events(Resource resource) {
    Value<Node> written = resource.at("Statement").value();
    if (!(written instanceof Value.Absent)) {
      return document(written, written.origin());
    }
    return statement(
        resource,
        "EventBusName",
        List.of(new Line("Condition.Value", "StringEquals", "aws:PrincipalOrgID")));
  }

  /// A property that becomes a line of the condition.
  private record Line(String property, String operator, String key) {}

  private static PolicyDocument statement(Resource resource, String target, List<Line> lines) {
    Origin origin = Origin.written(resource.header());
    var statement = new LinkedHashMap<String, Value<Node>>();
    statement.put("Effect", Value.known(Text.of("Allow", origin), origin));
    statement.put("Principal", principal(resource.at("Principal")));
    statement.put("Action", resource.at("Action").value());
    statement.put("Resource", resource.at(target).value());
    var conditions = new LinkedHashMap<String, LinkedHashMap<String, Value<Node>>>();
    for (Line line : lines) {
      Property property = resource.at(line.property().split("\\.", -1));
      if (!(property.value() instanceof Value.Absent)) {
        conditions
            .computeIfAbsent(line.operator(), _ -> new LinkedHashMap<>())
            .put(line.key(), property.value());
      }
    }
    if (!conditions.isEmpty()) {
      var operators = new LinkedHashMap<String, Value<Node>>();
      conditions.forEach(
          (operator, keys) -> operators.put(operator, Value.known(Node.Fields.of(keys), origin)));
      statement.put("Condition", Value.known(Node.Fields.of(operators), origin));
    }
    Value<Node> whole = Value.known(Node.Fields.of(statement), origin);
    return document(whole, origin);
  }

  private static PolicyDocument document(Value<Node> statement, Origin origin) {
    Value<Node> document = Value.known(Node.Fields.of(Map.of("Statement", statement)), origin);
    return PolicyDocument.of(document, World.ANY);
  }

  /// A service by its domain name, everyone by a star, and else an account or ARN.
  private static Value<Node> principal(Property property) {
    return property
        .text()
        .map(text -> {
          String known = text.suffix();
          boolean service = known.endsWith(".amazonaws.com") || known.endsWith(".amazon.com");
          Origin origin = property.value().origin();
          Optional<String> star = text.literal().filter("*"::equals);
          return star.isPresent()
              ? text
              : Node.Fields.of(Map.of(service ? "Service" : "AWS", Value.known(text, origin)));
        });
  }
}
