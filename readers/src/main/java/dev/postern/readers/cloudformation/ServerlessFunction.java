package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What SAM makes of `AWS::Serverless::Function`: the function, a role where none is named, and a
/// URL.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html">generated
///   resources</a>
final class ServerlessFunction {
  private final Resource resource;
  private final String id;
  private final Props sam;
  private final Problems problems;

  ServerlessFunction(Resource resource, Props sam, Problems problems) {
    this.resource = resource;
    this.id = resource.address();
    this.sam = sam;
    this.problems = problems;
  }

  List<Resource> resources() {
    var all = new ArrayList<Resource>();
    all.add(Serverless.as(resource, id, "AWS::Lambda::Function", function().value()));
    if (sam.find("Role").isEmpty()) {
      all.add(Serverless.as(resource, id + "Role", "AWS::IAM::Role", role().value()));
    }
    if (sam.find("FunctionUrlConfig").isPresent()) {
      addUrl(all);
    }
    return all;
  }

  private Props function() {
    Value<Node> ownRole = Props.reference(id + "Role", "Arn", sam.origin());
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
            "CodeSigningConfigArn")
        .with("Role", sam.find("Role").orElse(ownRole))
        .with("Code", code())
        .with("Tags", sam.tags())
        .with("TracingConfig", sam.find("Tracing").map(mode -> nested("Mode", mode)))
        .with(
            "DeadLetterConfig",
            sam.inside("DeadLetterQueue").find("TargetArn").map(arn -> nested("TargetArn", arn)));
  }

  private static Value<Node> nested(String key, Value<Node> value) {
    return Props.none(value.origin()).with(key, value).value();
  }

  private Optional<Value<Node>> code() {
    Props uri = sam.inside("CodeUri");
    if (!uri.entries().isEmpty()) {
      return Optional.of(
          Props.none(uri.origin())
              .with("S3Bucket", uri.find("Bucket"))
              .with("S3Key", uri.find("Key"))
              .with("S3ObjectVersion", uri.find("Version"))
              .value());
    }
    return sam.find("InlineCode")
        .map(code -> nested("ZipFile", code))
        .or(() -> sam.find("ImageUri").map(uri2 -> nested("ImageUri", uri2)));
  }

  private Props role() {
    var managed = new ArrayList<Value<Node>>();
    var inline = new ArrayList<Value<Node>>();
    managed.add(managed("service-role/AWSLambdaBasicExecutionRole", sam.origin()));
    sam.find("VpcConfig")
        .ifPresent(
            v -> managed.add(managed("service-role/AWSLambdaVPCAccessExecutionRole", v.origin())));
    sam.find("Tracing")
        .ifPresent(v -> managed.add(managed("AWSXRayDaemonWriteAccess", v.origin())));
    Optional<Reason> rest = addPolicies(managed, inline);
    Value<Node> trust =
        sam.find("AssumeRolePolicyDocument").orElseGet(() -> lambdaTrust(sam.origin()));
    Origin origin = sam.find("Policies").map(Value::origin).orElse(sam.origin());
    Props role =
        Props.none(sam.origin())
            .taking(sam, "PermissionsBoundary")
            .with("Path", sam.find("RolePath"))
            .with("AssumeRolePolicyDocument", trust)
            .with("ManagedPolicyArns", Value.known(new Node.Items(managed, rest), origin));
    return inline.isEmpty() && rest.isEmpty()
        ? role
        : role.with("Policies", Value.known(new Node.Items(inline, rest), origin));
  }

  /// @return why there may be more policies
  private Optional<Reason> addPolicies(List<Value<Node>> managed, List<Value<Node>> inline) {
    Optional<Value<Node>> written = sam.find("Policies");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    return switch (written.get()) {
      case Value.Known<Node>(Node.Items(var policies, var rest), _, _) -> {
        policies.forEach(policy -> add(policy, managed, inline));
        yield rest;
      }
      case Value.Known<Node> one -> {
        add(one, managed, inline);
        yield Optional.empty();
      }
      case Value.Unknown<Node>(var reason, _, _) -> Optional.of(reason);
      case Value.OneOf<Node> _ ->
          Optional.of(new Reason(Reason.Kind.UNSUPPORTED, "Policies of " + id));
      case Value.Default<Node> _, Value.Absent<Node> _ -> Optional.empty();
    };
  }

  /// A policy is the name or ARN of a managed one, a document, or a SAM policy template.
  private void add(Value<Node> policy, List<Value<Node>> managed, List<Value<Node>> inline) {
    Optional<Node> known = policy.sole();
    if (known.isPresent() && known.get() instanceof Node.Fields(var fields, _)) {
      Value<Node> document =
          fields.isEmpty() || fields.containsKey("Statement")
              ? policy
              : template(fields.firstEntry().getKey(), policy);
      inline.add(
          Props.none(policy.origin())
              .with("PolicyName", id + "RolePolicy" + inline.size())
              .with("PolicyDocument", document)
              .value());
      return;
    }
    managed.add(
        policy.map(node ->
            node instanceof Text text
                    && text.literal().filter(name -> !name.startsWith("arn:")).isPresent()
                ? arn(text, policy.origin())
                : node));
  }

  private Value<Node> template(String name, Value<Node> policy) {
    return problems.unsupported(
        "policy template `" + name + "` is not expanded", name, policy.origin().place());
  }

  private static Value<Node> managed(String name, Origin origin) {
    return Value.known(arn(Text.of(name, origin), origin), origin);
  }

  private static Text arn(Text name, Origin origin) {
    return Texts.join(
        List.of(
            Text.of("arn:", origin),
            Pseudo.hole("AWS::Partition", origin),
            Text.of(":iam::aws:policy/", origin),
            name));
  }

  private static Value<Node> lambdaTrust(Origin origin) {
    Props statement =
        Props.none(origin)
            .with("Effect", "Allow")
            .with("Action", "sts:AssumeRole")
            .with("Principal", Props.none(origin).with("Service", "lambda.amazonaws.com").value());
    return Props.none(origin)
        .with("Version", "2012-10-17")
        .with("Statement", Props.list(origin, List.of(statement.value())))
        .value();
  }

  /// A URL without authorization comes with the permission for everyone to call it.
  private void addUrl(List<Resource> all) {
    Props config = sam.inside("FunctionUrlConfig");
    Props url =
        Props.none(config.origin())
            .taking(config, "AuthType", "Cors", "InvokeMode")
            .with("TargetFunctionArn", Props.reference(id, "Ref", config.origin()));
    all.add(Serverless.as(resource, id + "Url", "AWS::Lambda::Url", url.value()));
    boolean isOpen =
        config.find("AuthType").flatMap(Value::sole).orElse(null) instanceof Text text
            && text.literal().equals(Optional.of("NONE"));
    if (isOpen) {
      Props permission =
          Props.none(config.origin())
              .with("Action", "lambda:InvokeFunctionUrl")
              .with("FunctionName", Props.reference(id, "Ref", config.origin()))
              .with("FunctionUrlAuthType", config.find("AuthType"))
              .with("Principal", "*");
      all.add(
          Serverless.as(
              resource,
              id + "UrlPublicPermissions",
              "AWS::Lambda::Permission",
              permission.value()));
    }
  }
}
