package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What SAM makes of connectors: the policies and permissions by which one resource reaches
/// another, which `connectors.tsv` lists.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html">connectors</a>
final class Connectors {
  private static final List<Row> ROWS = load();

  private final Stack stack;

  Connectors(Stack stack) {
    this.stack = stack;
  }

  /// A line of the table, its columns as its head says.
  private record Row(List<String> cells) {
    private String cell(int index) {
      return index < cells.size() ? cells.get(index) : "";
    }

    private boolean joins(End source, End destination) {
      return cell(0).equals(source.type()) && cell(1).equals(destination.type());
    }
  }

  private static List<Row> load() {
    return PolicyTemplates.text("connectors.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> new Row(List.of(line.split("\t", -1))))
        .toList();
  }

  /// One end of a connector.
  private record End(String type, Props said) {}

  /// Makes the connectors that are written in `Connectors` of another resource.
  void embedded(Resource resource) {
    for (var entry : Props.of(resource.attributes()).inside("Connectors").entries().entrySet()) {
      Props sam = Props.of(entry.getValue()).inside("Properties");
      Props source =
          sam.inside("SourceReference")
              .with("Id", Props.text(stack.local(resource), entry.getValue().origin()));
      make(
          conditional(resource, entry.getValue()),
          resource.address() + entry.getKey(),
          sam.with("Source", source));
    }
  }

  /// A connector may have a condition of its own.
  private Resource conditional(Resource resource, Value<Node> connector) {
    Optional<Value<Node>> condition = Props.of(connector).find("Condition");
    Optional<String> name = condition.flatMap(Props::word);
    if (name.isEmpty()) {
      return resource;
    }
    List<World> worlds =
        stack.around().worlds(name.get(), condition.orElseThrow().origin().place());
    return Stack.within(resource, worlds);
  }

  /// Makes one connector.
  ///
  /// @param from the resource at whose place it stands
  void make(Resource from, String id, Props sam) {
    boolean isMany =
        sam.find("Destination")
            .flatMap(Value::sole)
            .filter(Node.Items.class::isInstance)
            .isPresent();
    List<Value<Node>> destinations = sam.list("Destination");
    for (int i = 0; i < destinations.size(); i++) {
      Props to = Props.of(destinations.get(i));
      End source = end(sam.inside("Source"), to);
      End destination = end(to, sam.inside("Source"));
      make(from, id, isMany ? "Destination" + i : "", sam, source, destination);
    }
  }

  private void make(
      Resource from, String id, String suffix, Props sam, End source, End destination) {
    List<String> wanted =
        sam.list("Permissions").stream().flatMap(p -> Props.word(p).stream()).toList();
    List<Row> rows =
        ROWS.stream()
            .filter(row -> row.joins(source, destination) && wanted.contains(row.cell(4)))
            .toList();
    if (rows.isEmpty()) {
      String message = "connector of these permissions between these types is not known";
      stack.tell(Problem.error(message, sam.origin().place()));
      return;
    }
    Row first = rows.getFirst();
    Origin origin = sam.origin();
    End owner = first.cell(3).equals("source") ? source : destination;
    var names = new LinkedHashMap<String, Value<Node>>();
    source.said().entries().forEach((key, value) -> names.put("Source." + key, value));
    destination.said().entries().forEach((key, value) -> names.put("Destination." + key, value));
    switch (first.cell(2)) {
      case "role" ->
          add(
              from,
              id + "Policy" + suffix,
              "AWS::IAM::ManagedPolicy",
              document(rows, names, origin).with("Roles", one(owner, "RoleName")));
      case "queue" ->
          add(
              from,
              id + "QueuePolicy" + suffix,
              "AWS::SQS::QueuePolicy",
              document(rows, names, origin).with("Queues", one(owner, "QueueUrl")));
      case "topic" ->
          add(
              from,
              id + "TopicPolicy" + suffix,
              "AWS::SNS::TopicPolicy",
              document(rows, names, origin).with("Topics", one(owner, "Arn")));
      default ->
          rows.forEach(row ->
              add(
                  from,
                  id + row.cell(4) + "LambdaPermission" + suffix,
                  "AWS::Lambda::Permission",
                  permission(row, owner, names, origin)));
    }
  }

  private void add(Resource from, String id, String type, Props properties) {
    stack.add(from, id, type, properties);
  }

  private static List<Value<Node>> one(End owner, String key) {
    return List.of(
        owner
            .said()
            .find(key)
            .orElseGet(
                () -> Value.unknown(new Reason(Reason.Kind.EXTERNAL, key), owner.said().origin())));
  }

  private Props permission(Row row, End owner, Map<String, Value<Node>> names, Origin origin) {
    Props permission =
        Props.none(origin)
            .with("Action", row.cell(5))
            .with("FunctionName", owner.said().find("Arn"))
            .with("Principal", row.cell(7))
            .with("SourceArn", stack.pattern().fill(row.cell(6), origin, names));
    return row.cell(8).isEmpty()
        ? permission
        : permission.with("SourceAccount", stack.pattern().fill(row.cell(8), origin, names));
  }

  private Props document(List<Row> rows, Map<String, Value<Node>> names, Origin origin) {
    var statements = new ArrayList<Value<Node>>();
    for (Row row : rows) {
      List<Value<Node>> resources =
          List.of(row.cell(6).split(" ", -1)).stream()
              .map(resource -> stack.pattern().fill(resource, origin, names))
              .toList();
      Props statement =
          Props.none(origin)
              .with("Effect", "Allow")
              .with("Action", Props.texts(origin, row.cell(5).split(" ", -1)))
              .with("Resource", resources);
      if (!row.cell(7).isEmpty()) {
        statement = statement.with("Principal", Props.none(origin).with("Service", row.cell(7)));
      }
      if (!row.cell(8).isEmpty()) {
        String[] words = row.cell(8).split(" ", -1);
        Value<Node> value = stack.pattern().fill(words[2], origin, names);
        Props operands = Props.none(origin).with(words[1], value);
        statement = statement.with("Condition", Props.none(origin).with(words[0], operands));
      }
      statements.add(statement.value());
    }
    return Props.none(origin)
        .with(
            "PolicyDocument",
            Props.none(origin).with("Version", "2012-10-17").with("Statement", statements));
  }

  /// What is known of an end: what the template says of it, or what its resource gives.
  private End end(Props written, Props other) {
    Optional<String> id = written.word("Id").map(stack::shared);
    if (id.isEmpty()) {
      String type = written.word("Type").orElse("");
      return new End(Serverless.becomes(type), written);
    }
    Optional<Resource> resource = stack.made(id.get()).or(() -> stack.written(id.get()));
    String type = resource.map(Resource::type).orElse("");
    Origin origin = written.origin();
    boolean isNamedByRef =
        List.of(
                "AWS::StepFunctions::StateMachine",
                "AWS::SNS::Topic",
                "AWS::AppSync::GraphQLApi",
                "AWS::AppSync::DataSource")
            .contains(type);
    boolean isAppSync = type.equals("AWS::AppSync::GraphQLApi");
    Props said =
        Props.none(origin)
            .with("Arn", Props.reference(id.get(), isNamedByRef ? "Ref" : "Arn", origin))
            .with("Name", Props.reference(id.get(), "Name", origin))
            .with("QueueUrl", Props.reference(id.get(), "Ref", origin))
            .with("ResourceId", Props.reference(id.get(), isAppSync ? "ApiId" : "Ref", origin))
            .with("Qualifier", written.find("Qualifier").orElse(Props.text("*", origin)))
            .with("RoleName", resource.flatMap(r -> role(r, other)));
    return new End(type, said);
  }

  /// The name of the role that a resource has, where the role is in the template too.
  private Optional<Value<Node>> role(Resource resource, Props other) {
    Props properties = Props.of(resource.properties());
    Optional<Value<Node>> arn =
        switch (resource.type()) {
          case "AWS::Lambda::Function" -> properties.find("Role");
          case "AWS::StepFunctions::StateMachine" -> properties.find("RoleArn");
          case "AWS::AppSync::DataSource" -> properties.find("ServiceRoleArn");
          case "AWS::Events::Rule" ->
              properties.list("Targets").stream()
                  .map(Props::of)
                  .filter(target -> calls(target, other))
                  .flatMap(target -> target.find("RoleArn").stream())
                  .findFirst();
          default -> Optional.empty();
        };
    return arn.flatMap(
        value -> reference(value).map(role -> Props.reference(role, "Ref", value.origin())));
  }

  private boolean calls(Props target, Props other) {
    Optional<Value<Node>> arn = target.find("Arn");
    return arn.isPresent()
        && (reference(arn.get())
                .filter(id -> other.word("Id").map(stack::shared).equals(Optional.of(id)))
                .isPresent()
            || other.find("Arn").filter(a -> Alike.are(a, arn.get())).isPresent());
  }

  private static Optional<String> reference(Value<Node> value) {
    return value
        .sole()
        .flatMap(node ->
            node instanceof Text text
                ? text.soleReference().map(Text.Part.Reference::target)
                : Optional.empty());
  }
}
