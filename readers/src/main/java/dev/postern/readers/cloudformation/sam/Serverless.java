package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Makes of SAM resources the ones that the SAM transform makes, each property with the place in
/// the SAM text that it comes from. What is not translated is kept.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html">generated
///   resources</a>
public final class Serverless {
  private static final String CONNECTOR = "AWS::Serverless::Connector";

  private static final Set<String> BESIDE =
      Set.of(
          "Alias",
          "Deployment",
          "DestinationQueue",
          "DestinationTopic",
          "DomainName",
          "DomainNameV2",
          "Stage",
          "Version");

  private final Stack stack;
  private final Apis apis;
  private final Deployments deployments;

  private Serverless(Stack stack, Apis apis) {
    this.stack = stack;
    this.apis = apis;
    this.deployments = new Deployments(stack);
  }

  /// The resources of a template after the transform.
  ///
  /// @param written the resources as the template has them
  /// @param globals the entries of its `Globals`
  /// @param around the template and AWS
  /// @param problems is told what is wrong or not translated
  public static List<Resource> translate(
      List<Resource> written,
      Map<String, Value<Node>> globals,
      Surroundings around,
      Consumer<Problem> problems) {
    var merging = new Globals(globals, around);
    List<Resource> all =
        written.stream()
            .map(r ->
                Stack.as(
                    r,
                    r.address(),
                    r.type(),
                    merging.merged(r.type(), r.properties(), r.attributes())))
            .toList();
    var requirements = new Requirements(problems);
    requirements.checkGlobals(globals);
    written.forEach(resource -> merging.check(resource, problems));
    all.stream().filter(Serverless::isReadable).forEach(r -> requirements.check(r, sam(r)));
    var stack = new Stack(all, around, problems);
    var serverless = new Serverless(stack, new Apis(stack, merging));
    serverless.translate(all);
    return stack.resources();
  }

  /// Whether what looks like an attribute of a SAM resource means another that SAM makes beside it,
  /// as `Stage` in `Api.Stage`, or an attribute of that.
  public static boolean isBeside(String attribute) {
    return BESIDE.contains(attribute.replaceFirst("[.].*", ""));
  }

  /// The type of the resource that SAM makes under the same id; the type itself where it is no SAM
  /// resource.
  public static String becomes(String type) {
    return switch (type) {
      case "AWS::Serverless::Api" -> "AWS::ApiGateway::RestApi";
      case "AWS::Serverless::Application" -> "AWS::CloudFormation::Stack";
      case "AWS::Serverless::CapacityProvider" -> "AWS::Lambda::CapacityProvider";
      case "AWS::Serverless::Function" -> "AWS::Lambda::Function";
      case "AWS::Serverless::GraphQLApi" -> "AWS::AppSync::GraphQLApi";
      case "AWS::Serverless::HttpApi" -> "AWS::ApiGatewayV2::Api";
      case "AWS::Serverless::LayerVersion" -> "AWS::Lambda::LayerVersion";
      case "AWS::Serverless::SimpleTable" -> "AWS::DynamoDB::Table";
      case "AWS::Serverless::StateMachine" -> "AWS::StepFunctions::StateMachine";
      case "AWS::Serverless::WebSocketApi" -> "AWS::ApiGatewayV2::Api";
      default -> type;
    };
  }

  /// Functions and state machines come before the APIs that their events add methods to.
  private void translate(List<Resource> all) {
    var others = new ArrayList<Resource>();
    all.stream().filter(Serverless::isApi).forEach(apis::declare);
    for (Resource resource : all) {
      if (isSam(resource)) {
        Undecided.tell(resource, sam(resource), stack);
      }
      if (!isReadable(resource)) {
        keep(resource);
      } else if (resource.type().equals("AWS::Serverless::Function")) {
        new ServerlessFunction(resource, sam(resource), stack).make(apis, deployments);
      } else if (!isApi(resource) && !resource.type().equals("AWS::Serverless::StateMachine")) {
        others.add(resource);
      }
    }
    for (Resource resource : all) {
      if (isReadable(resource) && resource.type().equals("AWS::Serverless::StateMachine")) {
        new StateMachine(resource, sam(resource), stack).make(apis);
      }
    }
    others.forEach(this::other);
    apis.make();
    deployments.make();
    var connectors = new Connectors(stack);
    for (Resource resource : all) {
      if (resource.type().equals(CONNECTOR) && isReadable(resource)) {
        connectors.make(resource, resource.address(), sam(resource));
      }
      connectors.embedded(resource);
    }
  }

  private void other(Resource resource) {
    var simple = new SimpleResources(resource, sam(resource), stack);
    switch (resource.type()) {
      case "AWS::Serverless::SimpleTable" -> simple.table();
      case "AWS::Serverless::LayerVersion" -> simple.layer();
      case "AWS::Serverless::Application" -> simple.application();
      case "AWS::Serverless::CapacityProvider" ->
          new CapacityProvider(resource, sam(resource), stack).make();
      case "AWS::Serverless::WebSocketApi" ->
          new WebSocketApi(resource, sam(resource), stack).make();
      case "AWS::Serverless::GraphQLApi" -> new GraphQlApi(resource, sam(resource), stack).make();
      case CONNECTOR -> {}
      default -> keep(resource);
    }
  }

  private void keep(Resource resource) {
    if (isSam(resource)) {
      stack.tell(
          Problem.error(
              "`%s` of type `%s` is not translated; what SAM makes of it is not reviewed"
                  .formatted(stack.local(resource), resource.type()),
              resource.header()));
    }
    stack.keep(resource);
  }

  private static boolean isSam(Resource resource) {
    return resource.type().startsWith("AWS::Serverless::");
  }

  private static boolean isApi(Resource resource) {
    return isReadable(resource)
        && (resource.type().equals("AWS::Serverless::Api")
            || resource.type().equals("AWS::Serverless::HttpApi"));
  }

  private static Props sam(Resource resource) {
    Props written = Props.of(resource.properties());
    return new Props(written.entries(), Origin.written(resource.header()));
  }

  /// Whether all properties are known to be there, whatever their values.
  private static boolean isReadable(Resource resource) {
    return resource.properties() instanceof Value.Known<Node>(Node.Fields fields, _, _)
        && fields.rest().isEmpty();
  }
}
