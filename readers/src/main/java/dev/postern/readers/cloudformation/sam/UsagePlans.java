package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;

/// The usage plans of REST APIs, with the API key that each has: one plan per API, or one for all
/// that share it.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiusageplan.html">ApiUsagePlan</a>
final class UsagePlans {
  private final Stack stack;
  private final List<Value<Node>> sharedStages = new ArrayList<>();
  private final List<Value<Node>> sharedKeys = new ArrayList<>();
  private List<World> sharedWhen = List.of();

  UsagePlans(Stack stack) {
    this.stack = stack;
  }

  void add(Resource api, Props written, String stageId) {
    String kind = written.word("CreateUsagePlan").orElse("NONE");
    Origin origin = written.origin();
    Value<Node> apiRef = Props.reference(api.address(), "Ref", origin);
    Value<Node> stageRef = Props.reference(stageId, "Ref", origin);
    Value<Node> stage = Props.none(origin).with("ApiId", apiRef).with("Stage", stageRef).value();
    Value<Node> key =
        Props.none(origin).with("RestApiId", apiRef).with("StageName", stageRef).value();
    if (kind.equals("PER_API")) {
      make(api, api.address(), written, List.of(stage), List.of(key), api.when());
    } else if (kind.equals("SHARED")) {
      sharedStages.add(stage);
      sharedKeys.add(key);
      sharedWhen = Stack.union(sharedWhen, api.when());
      make(api, stack.shared("Serverless"), written, sharedStages, sharedKeys, sharedWhen);
    }
  }

  private void make(
      Resource api,
      String prefix,
      Props written,
      List<Value<Node>> stages,
      List<Value<Node>> keys,
      List<World> when) {
    Origin origin = written.origin();
    Props plan =
        Props.none(origin)
            .taking(written, "UsagePlanName", "Description", "Quota", "Tags", "Throttle")
            .with("ApiStages", List.copyOf(stages));
    stack.add(api, prefix + "UsagePlan", "AWS::ApiGateway::UsagePlan", plan, when);
    Props key = Props.none(origin).with("Enabled", true).with("StageKeys", List.copyOf(keys));
    stack.add(api, prefix + "ApiKey", "AWS::ApiGateway::ApiKey", key, when);
    Props link =
        Props.none(origin)
            .with("KeyId", Props.reference(prefix + "ApiKey", "Ref", origin))
            .with("KeyType", "API_KEY")
            .with("UsagePlanId", Props.reference(prefix + "UsagePlan", "Ref", origin));
    stack.add(api, prefix + "UsagePlanKey", "AWS::ApiGateway::UsagePlanKey", link, when);
  }
}
