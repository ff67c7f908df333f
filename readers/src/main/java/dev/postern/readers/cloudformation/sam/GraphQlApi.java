package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What SAM makes of `AWS::Serverless::GraphQLApi`: the AppSync API with its schema, keys, cache
/// and domain name. SAM writes every request to CloudWatch with a role of its own unless `Logging`
/// says otherwise.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-graphqlapi.html">GraphQLApi</a>
record GraphQlApi(Resource resource, Props sam, Stack stack) {
  private static final String MARK = "graphqlapi:createdBy";

  void make() {
    String id = resource.address();
    stack.add(resource, id, "AWS::AppSync::GraphQLApi", api());
    add(
        "Schema",
        "AWS::AppSync::GraphQLSchema",
        own(sam)
            .with("Definition", sam.find("SchemaInline"))
            .with("DefinitionS3Location", sam.find("SchemaUri")));
    for (var entry : sam.inside("ApiKeys").entries().entrySet()) {
      Props key = Props.of(entry.getValue());
      add(
          entry.getKey(),
          "AWS::AppSync::ApiKey",
          own(key).taking(key, "ApiKeyId", "Description").with("Expires", key.find("ExpiresOn")));
    }
    if (sam.has("Cache")) {
      Props cache = sam.inside("Cache");
      add(
          "ApiCache",
          "AWS::AppSync::ApiCache",
          own(cache)
              .taking(
                  cache,
                  "ApiCachingBehavior",
                  "Type",
                  "Ttl",
                  "AtRestEncryptionEnabled",
                  "TransitEncryptionEnabled"));
    }
    if (sam.has("DomainName")) {
      addDomain(sam.inside("DomainName"));
    }
    new GraphQlFields(this).make();
  }

  private void addDomain(Props domain) {
    Props none = Props.none(domain.origin());
    add(
        "DomainName",
        "AWS::AppSync::DomainName",
        none.taking(domain, "CertificateArn", "DomainName", "Description"));
    Value<Node> name = Props.reference(resource.address() + "DomainName", "Ref", domain.origin());
    add(
        "DomainNameApiAssociation",
        "AWS::AppSync::DomainNameApiAssociation",
        own(domain).with("DomainName", name));
  }

  /// Makes a resource of this API under the API's id and `name`.
  void add(String name, String type, Props properties) {
    stack.add(resource, resource.address() + name, type, properties);
  }

  /// Properties of something that belongs to this API.
  Props own(Props said) {
    return Props.none(said.origin()).with("ApiId", apiId(said.origin()));
  }

  private Value<Node> apiId(Origin origin) {
    return Props.reference(resource.address(), "ApiId", origin);
  }

  private Props api() {
    Props api =
        Props.none(sam.origin())
            .with("Name", stack.local(resource))
            .taking(
                sam,
                "Name",
                "XrayEnabled",
                "Visibility",
                "OwnerContact",
                "IntrospectionConfig",
                "QueryDepthLimit",
                "ResolverCountLimit")
            .with("Tags", sam.tags(MARK))
            .withAll(authentication());
    return sam.isFalse("Logging") ? api : api.with("LogConfig", logging());
  }

  private Props authentication() {
    Optional<Value<Node>> open = Undecided.map(sam, "Auth");
    if (open.isPresent()) {
      return Props.none(sam.origin())
          .with("AuthenticationType", Undecided.from(open.get(), "Auth"));
    }
    Props auth = sam.inside("Auth");
    var calling = new ArrayList<Value<Node>>();
    Props all = provider(auth, auth, calling);
    var additional = new ArrayList<Value<Node>>();
    for (Value<Node> each : auth.list("Additional")) {
      Props said = Props.of(each);
      Props shown = said.with("UserPool", said.inside("UserPool").without("DefaultAction"));
      additional.add(provider(said, shown, calling).value());
    }
    for (int i = 0; i < calling.size(); i++) {
      letCall(calling.get(i), i + 1);
    }
    return additional.isEmpty() ? all : all.with("AdditionalAuthenticationProviders", additional);
  }

  /// One way to sign in, with the settings that are of its type.
  ///
  /// @param calling is given the functions that it asks
  private Props provider(Props said, Props shown, List<Value<Node>> calling) {
    check(said);
    Props type = Props.none(said.origin()).with("AuthenticationType", said.find("Type"));
    return switch (said.word("Type").orElse("")) {
      case "AWS_LAMBDA" -> {
        said.inside("LambdaAuthorizer").find("AuthorizerUri").ifPresent(calling::add);
        yield type.with("LambdaAuthorizerConfig", shown.find("LambdaAuthorizer"));
      }
      case "OPENID_CONNECT" -> type.with("OpenIDConnectConfig", shown.find("OpenIDConnect"));
      case "AMAZON_COGNITO_USER_POOLS" -> type.with("UserPoolConfig", shown.find("UserPool"));
      default -> type;
    };
  }

  /// Tells of settings that are not there, or are of another type.
  private void check(Props said) {
    String wanted =
        switch (said.word("Type").orElse("")) {
          case "AWS_LAMBDA" -> "LambdaAuthorizer";
          case "OPENID_CONNECT" -> "OpenIDConnect";
          case "AMAZON_COGNITO_USER_POOLS" -> "UserPool";
          default -> "";
        };
    if (!wanted.isEmpty() && !said.has(wanted)) {
      tell("`Auth` of type `%s` lacks `%s`".formatted(said.word("Type").orElse(""), wanted), said);
    }
    if (said.without("Type", "Additional").entries().size() > 1) {
      tell("`Auth` takes the settings of one type only", said);
    }
  }

  private void tell(String message, Props said) {
    stack.tell(Problem.error(message, said.origin().place()));
  }

  private void letCall(Value<Node> function, int number) {
    Origin origin = function.origin();
    Props source =
        Props.none(origin)
            .with("Type", "AWS::AppSync::GraphQLApi")
            .with("Arn", Props.reference(resource.address(), "Ref", origin))
            .with("ResourceId", apiId(origin));
    connect("ToLambdaAuthConnector" + number, source, "AWS::Lambda::Function", function, "Write");
  }

  /// Makes a connector of this API or of what it has.
  void connect(String name, Props source, String type, Value<Node> arn, String... permissions) {
    Props destination = Props.none(arn.origin()).with("Type", type).with("Arn", arn);
    Props connector =
        Props.none(arn.origin())
            .with("Source", source)
            .with("Destination", destination)
            .with("Permissions", Props.texts(arn.origin(), permissions));
    new Connectors(stack).make(resource, resource.address() + name, connector);
  }

  private Value<Node> logging() {
    Optional<Value<Node>> open = Undecided.among(sam, "Logging").findFirst();
    if (open.isPresent()) {
      return Undecided.from(open.get(), "Logging");
    }
    Props said = sam.inside("Logging");
    Props none = Props.none(said.origin());
    Value<Node> role =
        said.find("CloudWatchLogsRoleArn")
            .orElseGet(
                () -> Props.reference(resource.address() + "CloudWatchRole", "Arn", said.origin()));
    if (!said.has("CloudWatchLogsRoleArn")) {
      Value<Node> policy =
          stack
              .pattern()
              .managedPolicy("service-role/AWSAppSyncPushToCloudWatchLogs", said.origin());
      add(
          "CloudWatchRole",
          "AWS::IAM::Role",
          role(said).with("ManagedPolicyArns", List.of(policy)));
    }
    return none.with("FieldLogLevel", "ALL")
        .taking(said, "FieldLogLevel", "ExcludeVerboseContent")
        .with("CloudWatchLogsRoleArn", role)
        .value();
  }

  /// A role that AppSync may take.
  static Props role(Props said) {
    return Props.none(said.origin())
        .with("AssumeRolePolicyDocument", Document.trust("appsync.amazonaws.com", said.origin()));
  }
}
