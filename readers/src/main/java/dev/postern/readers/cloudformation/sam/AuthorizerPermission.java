package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.Map;

/// The permission for API Gateway to call the function that authorizes.
final class AuthorizerPermission {
  private AuthorizerPermission() {}

  static void add(Resource api, String id, Props authorizer, Stack stack) {
    Origin origin = authorizer.origin();
    Value<Node> source =
        stack
            .pattern()
            .fill(
                "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:"
                    + "${api}/authorizers/*",
                origin,
                Map.of("api", Props.reference(api.address(), "Ref", origin)));
    stack.add(
        api,
        id,
        "AWS::Lambda::Permission",
        Props.none(origin)
            .with("Action", "lambda:InvokeFunction")
            .with("FunctionName", authorizer.find("FunctionArn"))
            .with("Principal", "apigateway.amazonaws.com")
            .with("SourceArn", source));
  }
}
