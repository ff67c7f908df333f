package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What SAM makes of `AWS::Serverless::Function`: the function, a role where none is named, a
/// version with its alias, a URL, and what its events need.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html">generated
///   resources</a>
final class ServerlessFunction {
  private static final String MARK = "lambda:createdBy";

  private final Resource resource;
  private final String id;
  private final Props sam;
  private final Stack stack;

  ServerlessFunction(Resource resource, Props sam, Stack stack) {
    this.resource = resource;
    this.id = resource.address();
    this.sam = sam;
    this.stack = stack;
  }

  void make(Apis apis, Deployments deployments) {
    Role role = new Role(resource, sam, stack);
    addPolicies(role);
    stack.add(resource, id, "AWS::Lambda::Function", function());
    Target target = new Target(resource, id, Optional.empty(), Optional.of(role));
    if (sam.has("AutoPublishAlias")) {
      target = new Versions(resource, sam, stack).make(target);
    }
    if (sam.has("FunctionUrlConfig")) {
      new FunctionUrl(target, sam.inside("FunctionUrlConfig"), stack).make();
    }
    deployments.add(resource, sam);
    if (sam.has("EventInvokeConfig")) {
      new InvokeConfig(target, sam, stack).make();
    }
    role.addWritten();
    new Events(target, stack, apis).make(sam.inside("Events"));
    addRole(role);
    if (sam.isTrue("PropagateTags")) {
      stack.propagate(resource, sam);
    }
  }

  /// There is a role of SAM's own in the worlds where none is written.
  private void addRole(Role role) {
    Value<Node> written = sam.find("Role").orElse(Value.absent(sam.origin()));
    var worlds = new ArrayList<World>();
    for (World own : resource.when()) {
      for (Value.Case<Node> each : written.cases()) {
        if (each.value() instanceof Value.Absent) {
          own.and(each.when()).ifPresent(worlds::add);
        }
      }
    }
    if (!worlds.isEmpty()) {
      Value<Node> trust =
          sam.find("AssumeRolePolicyDocument")
              .orElseGet(() -> Document.trust("lambda.amazonaws.com", sam.origin()));
      role.make(trust, MARK, worlds);
    }
  }

  private Props function() {
    return Props.none(sam.origin())
        .taking(
            sam,
            "FunctionName",
            "Description",
            "Handler",
            "Runtime",
            "MemorySize",
            "Timeout",
            "PackageType",
            "Environment",
            "VpcConfig",
            "KmsKeyArn",
            "Layers",
            "Architectures",
            "EphemeralStorage",
            "FileSystemConfigs",
            "ImageConfig",
            "LoggingConfig",
            "RecursiveLoop",
            "ReservedConcurrentExecutions",
            "RuntimeManagementConfig",
            "SnapStart",
            "CodeSigningConfigArn",
            "DurableConfig",
            "FunctionScalingConfig",
            "PublishToLatestPublished",
            "TenancyConfig")
        .with("Role", roleOf())
        .with("Code", code())
        .with("Tags", sam.tags(MARK))
        .with("CapacityProviderConfig", CapacityProvider.config(sam))
        .with("TracingConfig", tracing().map(mode -> nested("Mode", mode)))
        .with(
            "DeadLetterConfig",
            sam.inside("DeadLetterQueue").find("TargetArn").map(arn -> nested("TargetArn", arn)));
  }

  private Value<Node> roleOf() {
    Value<Node> own = Props.reference(id + "Role", "Arn", sam.origin());
    Value<Node> written = sam.find("Role").orElse(own);
    if (!(written instanceof Value.OneOf<Node>(var cases, var origin))) {
      return written;
    }
    return Value.oneOf(
        cases.stream()
            .map(c -> c.value() instanceof Value.Absent ? new Value.Case<>(c.when(), own) : c)
            .toList(),
        origin);
  }

  /// `Disabled` is the same as nothing.
  private Optional<Value<Node>> tracing() {
    return sam.find("Tracing").filter(_ -> !sam.is("Tracing", "Disabled"));
  }

  private static Value<Node> nested(String key, Value<Node> value) {
    return Props.none(value.origin()).with(key, value).value();
  }

  private Optional<Value<Node>> code() {
    if (sam.is("PackageType", "Image")) {
      return sam.find("ImageUri").map(uri -> nested("ImageUri", uri));
    }
    Optional<Value<Node>> code =
        sam.find("InlineCode")
            .map(text -> nested("ZipFile", text))
            .or(() -> sam.find("CodeUri").flatMap(uri -> S3Location.of(uri, "S3")))
            .or(() -> sam.find("ImageUri").map(uri -> nested("ImageUri", uri)));
    return code.map(value ->
        Props.changed(value, all -> all.with("SourceKMSKeyArn", sam.find("SourceKMSKeyArn"))));
  }

  private void addPolicies(Role role) {
    role.addManaged(
        sam.has("DurableConfig")
            ? "service-role/AWSLambdaBasicDurableExecutionRolePolicy"
            : "service-role/AWSLambdaBasicExecutionRole",
        sam.origin());
    tracing().ifPresent(v -> role.addTracing(v.origin()));
    sam.find("VpcConfig")
        .ifPresent(
            v -> role.addManaged("service-role/AWSLambdaVPCAccessExecutionRole", v.origin()));
    Props queue = sam.inside("DeadLetterQueue");
    queue.find("TargetArn").ifPresent(arn -> role.addInline(deadLetters(queue, arn)));
  }

  private static Value<Node> deadLetters(Props queue, Value<Node> arn) {
    Origin origin = queue.origin();
    String action = queue.is("Type", "SNS") ? "sns:Publish" : "sqs:SendMessage";
    Props document =
        Props.none(origin)
            .with("Version", "2012-10-17")
            .with("Statement", List.of(Document.allow(arn, origin, action)));
    return Props.none(origin)
        .with("PolicyName", "DeadLetterQueuePolicy")
        .with("PolicyDocument", document)
        .value();
  }
}
