package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What answers the fields of a GraphQL API: its data sources with the roles that reach them, its
/// functions, and its resolvers, which are always pipelines of functions.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-graphqlapi.html">GraphQLApi</a>
final class GraphQlFields {
  private static final String NONE = "NoneDataSource";
  private static final String FUNCTION = "AWS::AppSync::FunctionConfiguration";

  /// What a resolver without code does: it hands on what its last function gave.
  private static final String HANDING_ON =
      """
      export function request(ctx) { return {}; }
      export function response(ctx) { return ctx.prev.result; }
      """;

  private final GraphQlApi api;
  private final String id;
  private final Props sam;
  private final Stack stack;
  private final Map<String, Value<Node>> sources = new LinkedHashMap<>();
  private final Map<String, Value<Node>> functions = new LinkedHashMap<>();

  GraphQlFields(GraphQlApi api) {
    this.api = api;
    this.id = api.resource().address();
    this.sam = api.sam();
    this.stack = api.stack();
  }

  void make() {
    Props all = sam.inside("DataSources");
    all.inside("DynamoDb").entries().forEach((name, said) -> addTable(name, Props.of(said)));
    all.inside("Lambda").entries().forEach((name, said) -> addLambda(name, Props.of(said)));
    sam.inside("Functions").entries().forEach((name, said) -> addFunction(name, Props.of(said)));
    for (var type : sam.inside("Resolvers").entries().entrySet()) {
      Props.of(type.getValue())
          .entries()
          .forEach((name, said) -> addResolver(type.getKey(), name, Props.of(said)));
    }
  }

  private void addTable(String name, Props said) {
    Origin origin = said.origin();
    Value<Node> region =
        said.find("Region").orElseGet(() -> stack.pattern().fill("${AWS::Region}", origin));
    Props config =
        Props.none(origin)
            .taking(said, "TableName", "UseCallerCredentials", "Versioned")
            .with("AwsRegion", region)
            .with("DeltaSyncConfig", said.find("DeltaSync"));
    String source = name + "DynamoDBDataSource";
    addSource(source, name, said, "AMAZON_DYNAMODB", "DynamoDBConfig", config);
    if (said.has("ServiceRoleArn")) {
      return;
    }
    Value<Node> table = said.find("TableName").orElseGet(() -> Value.absent(origin));
    Value<Node> arn =
        said.find("TableArn")
            .orElseGet(() ->
                stack
                    .pattern()
                    .fill(
                        "arn:${AWS::Partition}:dynamodb:${region}:${AWS::AccountId}"
                            + ":table/${table}",
                        origin,
                        Map.of("region", region, "table", table)));
    String[] permissions =
        said.list("Permissions").stream()
            .flatMap(p -> Props.word(p).stream())
            .toArray(String[]::new);
    api.connect(
        source + "ToTableConnector",
        reaching(source, said),
        "AWS::DynamoDB::Table",
        arn,
        said.has("Permissions") ? permissions : new String[] {"Read", "Write"});
  }

  private void addLambda(String name, Props said) {
    Props config = Props.none(said.origin()).with("LambdaFunctionArn", said.find("FunctionArn"));
    String source = name + "LambdaDataSource";
    addSource(source, name, said, "AWS_LAMBDA", "LambdaConfig", config);
    Optional<Value<Node>> arn = said.find("FunctionArn");
    if (!said.has("ServiceRoleArn") && arn.isPresent()) {
      api.connect(
          source + "ToLambdaConnector",
          reaching(source, said),
          "AWS::Lambda::Function",
          arn.get(),
          "Write");
    }
  }

  private void addSource(
      String source, String name, Props said, String type, String configKey, Props config) {
    Origin origin = said.origin();
    Value<Node> role =
        said.find("ServiceRoleArn")
            .orElseGet(() -> Props.reference(id + source + "Role", "Arn", origin));
    if (!said.has("ServiceRoleArn")) {
      api.add(source + "Role", "AWS::IAM::Role", GraphQlApi.role(said));
    }
    api.add(
        source,
        "AWS::AppSync::DataSource",
        api.own(said)
            .with("Name", name)
            .taking(said, "Name", "Description")
            .with("Type", type)
            .with(configKey, config)
            .with("ServiceRoleArn", role));
    sources.put(name, Props.reference(id + source, "Name", origin));
  }

  private Props reaching(String source, Props said) {
    Origin origin = said.origin();
    return Props.none(origin)
        .with("Type", "AWS::AppSync::DataSource")
        .with("Arn", Props.reference(id + source, "DataSourceArn", origin))
        .with("RoleName", Props.reference(id + source + "Role", "Ref", origin));
  }

  private void addFunction(String name, Props said) {
    if (said.has("Id")) {
      functions.put(name, said.find("Id").orElseThrow());
      return;
    }
    functions.put(name, Props.reference(id + name, "FunctionId", said.origin()));
    api.add(
        name,
        FUNCTION,
        api.own(said)
            .with("Name", name)
            .taking(said, "Name", "MaxBatchSize", "Description")
            .with("Code", said.find("InlineCode"))
            .with("CodeS3Location", said.find("CodeUri"))
            .with("DataSourceName", said.find("DataSource").map(this::source))
            .with("Runtime", runtime(said))
            .with("SyncConfig", said.find("Sync")));
  }

  private Value<Node> source(Value<Node> written) {
    String name = LogicalId.written(written).orElse("");
    if (name.equalsIgnoreCase("none")) {
      if (stack.made(id + NONE).isEmpty()) {
        api.add(
            NONE,
            "AWS::AppSync::DataSource",
            api.own(sam).with("Name", stack.local(api.resource()) + NONE).with("Type", "NONE"));
      }
      return Props.reference(id + NONE, "Name", written.origin());
    }
    if (!name.isEmpty() && !sources.containsKey(name)) {
      stack.tell(
          Problem.warning(
              "GraphQL API has no data source `%s`".formatted(name), written.origin().place()));
    }
    return sources.getOrDefault(name, written);
  }

  private static Optional<Value<Node>> runtime(Props said) {
    Props runtime = said.inside("Runtime");
    return runtime.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Props.none(runtime.origin())
                .taking(runtime, "Name")
                .with("RuntimeVersion", runtime.find("Version"))
                .value());
  }

  private void addResolver(String type, String field, Props said) {
    Props resolver =
        api.own(said)
            .with("FieldName", field)
            .taking(said, "FieldName", "MaxBatchSize")
            .with("TypeName", type)
            .with("Kind", "PIPELINE")
            .with("PipelineConfig", Props.none(said.origin()).with("Functions", pipeline(said)))
            .with("CachingConfig", said.find("Caching"));
    boolean isCoded = said.has("InlineCode") || said.has("CodeUri");
    api.add(
        type + field,
        "AWS::AppSync::Resolver",
        isCoded
            ? resolver
                .with("Code", said.find("InlineCode"))
                .with("CodeS3Location", said.find("CodeUri"))
                .with("Runtime", runtime(said))
            : resolver
                .with("Code", HANDING_ON)
                .with(
                    "Runtime",
                    Props.none(said.origin())
                        .with("Name", "APPSYNC_JS")
                        .with("RuntimeVersion", "1.0.0")));
  }

  private List<Value<Node>> pipeline(Props said) {
    var all = new ArrayList<Value<Node>>();
    for (Value<Node> name : said.list("Pipeline")) {
      Optional<Value<Node>> function = Props.word(name).map(functions::get);
      if (function.isEmpty()) {
        String message = "pipeline names no function of this GraphQL API";
        stack.tell(Problem.warning(message, name.origin().place()));
      }
      all.add(function.orElse(name));
    }
    return all;
  }
}
