package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The CodeDeploy application, groups and role that shift traffic to new versions.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-deploymentpreference.html">DeploymentPreference</a>
final class Deployments {
  private static final String APPLICATION = "ServerlessDeploymentApplication";
  private static final String ROLE = "CodeDeployServiceRole";
  private static final List<String> PREDEFINED =
      List.of(
          "Canary10Percent5Minutes",
          "Canary10Percent10Minutes",
          "Canary10Percent15Minutes",
          "Canary10Percent30Minutes",
          "Linear10PercentEvery1Minute",
          "Linear10PercentEvery2Minutes",
          "Linear10PercentEvery3Minutes",
          "Linear10PercentEvery10Minutes",
          "AllAtOnce");

  private final List<Resource> functions = new ArrayList<>();
  private final List<Props> preferences = new ArrayList<>();
  private final List<Props> sams = new ArrayList<>();
  private final Stack stack;

  Deployments(Stack stack) {
    this.stack = stack;
  }

  void add(Resource function, Props sam) {
    Props preference = sam.inside("DeploymentPreference");
    boolean isOff =
        preference.isFalse("Enabled")
            || preference.word("Enabled").filter("false"::equalsIgnoreCase).isPresent();
    if (sam.has("DeploymentPreference") && !isOff) {
      if (!sam.has("AutoPublishAlias")
          && Undecided.among(preference, "Enabled").findAny().isEmpty()) {
        stack.tell(
            Problem.warning(
                "`DeploymentPreference` shifts traffic of an alias, and there is no"
                    + " `AutoPublishAlias`",
                preference.origin().place()));
      }
      functions.add(function);
      preferences.add(preference);
      sams.add(sam);
    }
  }

  void make() {
    if (functions.isEmpty()) {
      return;
    }
    Resource first = functions.getFirst();
    Origin origin = preferences.getFirst().origin();
    List<World> when = when();
    stack.add(
        first,
        stack.shared(APPLICATION),
        "AWS::CodeDeploy::Application",
        tagged(Props.none(origin).with("ComputePlatform", "Lambda")),
        when);
    if (preferences.stream().anyMatch(preference -> !preference.has("Role"))) {
      List<Value<Node>> policies =
          List.of(stack.pattern().managedPolicy("service-role/AWSCodeDeployRoleForLambda", origin));
      stack.add(
          first,
          stack.shared(ROLE),
          "AWS::IAM::Role",
          tagged(
              Props.none(origin)
                  .with(
                      "AssumeRolePolicyDocument",
                      Document.trust("codedeploy.amazonaws.com", origin))
                  .with("ManagedPolicyArns", policies)),
          when);
    }
    for (int i = 0; i < functions.size(); i++) {
      addGroup(functions.get(i), preferences.get(i), sams.get(i));
    }
  }

  private Props tagged(Props made) {
    Props tags = Props.none(made.origin());
    for (Props sam : sams) {
      if (isPropagated(sam)) {
        tags = tags.withAll(sam.inside("Tags"));
      }
    }
    return tags.isEmpty()
        ? made
        : made.with("Tags", Props.none(made.origin()).with("Tags", tags).tags(""));
  }

  private static boolean isPropagated(Props sam) {
    return sam.isTrue("PropagateTags");
  }

  /// They exist where one of the functions does that hand their condition on.
  private List<World> when() {
    List<World> all = List.of();
    for (int i = 0; i < functions.size(); i++) {
      all = Stack.union(all, passed(functions.get(i), preferences.get(i)));
    }
    return all;
  }

  private static List<World> passed(Resource function, Props preference) {
    return preference.isTrue("PassthroughCondition") ? function.when() : List.of(World.ANY);
  }

  private void addGroup(Resource function, Props preference, Props sam) {
    Origin origin = preference.origin();
    Props rollback =
        Props.none(origin)
            .with("Enabled", true)
            .with(
                "Events",
                Props.texts(
                    origin,
                    "DEPLOYMENT_FAILURE",
                    "DEPLOYMENT_STOP_ON_ALARM",
                    "DEPLOYMENT_STOP_ON_REQUEST"));
    Props style =
        Props.none(origin)
            .with("DeploymentType", "BLUE_GREEN")
            .with("DeploymentOption", "WITH_TRAFFIC_CONTROL");
    Props group =
        Props.none(origin)
            .with("AlarmConfiguration", preference.find("Alarms").map(this::alarms))
            .with("ApplicationName", Props.reference(stack.shared(APPLICATION), "Ref", origin))
            .with("AutoRollbackConfiguration", rollback)
            .with("DeploymentConfigName", preference.find("Type").map(this::config))
            .with("DeploymentStyle", style)
            .with(
                "ServiceRoleArn",
                preference
                    .find("Role")
                    .orElseGet(() -> Props.reference(stack.shared(ROLE), "Arn", origin)))
            .with("TriggerConfigurations", preference.find("TriggerConfigurations"))
            .with("Tags", isPropagated(sam) ? sam.tags("") : Optional.empty());
    stack.add(
        function,
        function.address() + "DeploymentGroup",
        "AWS::CodeDeploy::DeploymentGroup",
        group,
        passed(function, preference));
  }

  private Value<Node> alarms(Value<Node> written) {
    return written.flatMap(node -> {
      Props none = Props.none(written.origin());
      if (!(node instanceof Node.Items(var names, _)) || names.isEmpty()) {
        return none.value();
      }
      List<Value<Node>> alarms =
          names.stream().map(name -> none.with("Name", name).value()).toList();
      return none.with("Enabled", true).with("Alarms", alarms).value();
    });
  }

  private Value<Node> config(Value<Node> type) {
    return type.flatMap(node -> {
      boolean isPredefined =
          node instanceof Text text && text.literal().filter(PREDEFINED::contains).isPresent();
      Value<Node> same = Value.known(node, type.origin());
      return isPredefined
          ? stack
              .pattern()
              .fill("CodeDeployDefault.Lambda${type}", type.origin(), Map.of("type", same))
          : same;
    });
  }
}
