package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.text.Problem;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What SAM decides by and is not known. SAM reads it before CloudFormation does, so that it takes
/// parameters there but no function that depends on a condition.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy.html">template
///   anatomy</a>
final class Undecided {
  private static final List<String> MAPS =
      List.of(
          "ApiKeys",
          "Auth",
          "DataSources",
          "DeadLetterQueue",
          "DeploymentPreference",
          "Domain",
          "EventInvokeConfig",
          "Events",
          "FunctionUrlConfig",
          "Functions",
          "Resolvers",
          "Routes");

  private Undecided() {}

  /// The values of these keys that are there and are neither a known text nor a known truth.
  static Stream<Value<Node>> among(Props map, String... keys) {
    return Stream.of(keys).flatMap(key -> map.find(key).stream()).filter(v -> !isKnown(v));
  }

  private static boolean isKnown(Value<Node> value) {
    return value
        .sole()
        .filter(node -> !(node instanceof Text text) || text.literal().isPresent())
        .isPresent();
  }

  /// The value of this key where it is there and it is not known which map it is.
  static Optional<Value<Node>> map(Props props, String key) {
    return props.find(key).filter(v -> !isMap(v));
  }

  private static boolean isMap(Value<Node> value) {
    return value instanceof Value.Known<Node>(Node.Fields fields, _, _) && fields.rest().isEmpty();
  }

  /// What follows from a value that is not known.
  static Value<Node> from(Value<Node> value, String what) {
    return Value.unknown(
        reason(value).orElseGet(() -> new Reason(Reason.Kind.UNSUPPORTED, what)), value.origin());
  }

  private static Optional<Reason> reason(Value<Node> value) {
    return switch (value) {
      case Value.Unknown<Node>(var reason, _, _) -> Optional.of(reason);
      case Value.Known<Node>(Text text, _, _) ->
          text.parts().stream()
              .filter(Text.Part.Hole.class::isInstance)
              .map(part -> ((Text.Part.Hole) part).reason())
              .findFirst();
      case Value.Known<Node> _, Value.Default<Node> _, Value.Absent<Node> _, Value.OneOf<Node> _ ->
          Optional.empty();
    };
  }

  /// Tells what of a SAM resource is not translated since it is not known.
  static void tell(Resource resource, Props sam, Stack stack) {
    for (String key : MAPS) {
      map(sam, key).ifPresent(value -> tell(resource, key, value, stack));
    }
    for (Map.Entry<String, Value<Node>> event : sam.inside("Events").entries().entrySet()) {
      String path = "Events." + event.getKey();
      Props written = Props.of(event.getValue());
      map(sam.inside("Events"), event.getKey())
          .or(() -> map(written, "Properties"))
          .or(() -> map(written.inside("Properties"), "Auth"))
          .or(() -> among(written.inside("Properties"), "Path", "Method").findFirst())
          .or(() -> security(written.inside("Properties").inside("Auth")))
          .ifPresent(value -> tell(resource, path, value, stack));
    }
    security(sam.inside("Auth")).ifPresent(value -> tell(resource, "Auth", value, stack));
    among(sam.inside("DeploymentPreference"), "Enabled")
        .forEach(value -> tell(resource, "DeploymentPreference", value, stack));
  }

  /// The value in an `Auth` that leaves open who may call.
  static Optional<Value<Node>> security(Props auth) {
    return among(auth, "Authorizer", "DefaultAuthorizer", "ApiKeyRequired", "EnableIamAuthorizer")
        .findFirst()
        .or(() -> map(auth, "Authorizers"));
  }

  private static void tell(Resource resource, String key, Value<Node> value, Stack stack) {
    String message =
        "`%s` of `%s` is decided by what is not known; what SAM makes of it is not reviewed"
            .formatted(key, stack.local(resource));
    stack.tell(Problem.error(message, value.origin().place()));
  }
}
