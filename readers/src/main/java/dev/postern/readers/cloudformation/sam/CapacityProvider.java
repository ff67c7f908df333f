package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.List;
import java.util.Optional;

/// What SAM makes of `AWS::Serverless::CapacityProvider`.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-capacityprovider.html">CapacityProvider</a>
record CapacityProvider(Resource resource, Props sam, Stack stack) {
  private static final String MARK = "lambda:createdBy";

  void make() {
    Origin origin = sam.origin();
    Props provider =
        Props.none(origin)
            .taking(sam, "CapacityProviderName", "VpcConfig", "KmsKeyArn")
            .with(
                "PermissionsConfig",
                Props.none(origin)
                    .with(
                        "CapacityProviderOperatorRoleArn",
                        sam.find("OperatorRole").orElseGet(this::role)))
            .with("Tags", sam.tags(MARK));
    if (sam.has("InstanceRequirements")) {
      Props written = sam.inside("InstanceRequirements");
      provider =
          provider.with(
              "InstanceRequirements",
              Props.none(written.origin())
                  .taking(written, "Architectures")
                  .with("AllowedInstanceTypes", written.find("AllowedTypes"))
                  .with("ExcludedInstanceTypes", written.find("ExcludedTypes")));
    }
    if (sam.has("ScalingConfig")) {
      provider = provider.with("CapacityProviderScalingConfig", scaling());
    }
    stack.add(resource, resource.address(), "AWS::Lambda::CapacityProvider", provider);
    if (sam.isTrue("PropagateTags")) {
      stack.propagate(resource, sam);
    }
  }

  private Props scaling() {
    Props written = sam.inside("ScalingConfig");
    Props scaling = Props.none(written.origin()).taking(written, "MaxVCpuCount");
    Optional<Value<Node>> target = written.find("AverageCPUUtilization");
    if (target.isEmpty()) {
      return scaling.with("ScalingMode", "Auto");
    }
    Props policy =
        Props.none(written.origin())
            .with("PredefinedMetricType", "LambdaCapacityProviderAverageCPUUtilization")
            .with("TargetValue", target);
    return scaling.with("ScalingMode", "Manual").with("ScalingPolicies", List.of(policy.value()));
  }

  private Value<Node> role() {
    Origin origin = sam.origin();
    String id = resource.address() + "OperatorRole";
    Value<Node> policy =
        stack.pattern().managedPolicy("AWSLambdaManagedEC2ResourceOperator", origin);
    stack.add(
        resource,
        id,
        "AWS::IAM::Role",
        Props.none(origin)
            .with("AssumeRolePolicyDocument", Document.trust("lambda.amazonaws.com", origin))
            .with("ManagedPolicyArns", List.of(policy))
            .with("Tags", Props.none(origin).tags(MARK)));
    return Props.reference(id, "Arn", origin);
  }

  /// How a function names the provider that it runs on.
  static Optional<Value<Node>> config(Props function) {
    if (!function.has("CapacityProviderConfig")) {
      return Optional.empty();
    }
    Props written = function.inside("CapacityProviderConfig");
    Props inner =
        Props.none(written.origin())
            .with("CapacityProviderArn", written.find("Arn"))
            .taking(
                written,
                "PerExecutionEnvironmentMaxConcurrency",
                "ExecutionEnvironmentMemoryGiBPerVCpu");
    return Optional.of(
        Props.none(written.origin())
            .with("LambdaManagedInstancesCapacityProviderConfig", inner)
            .value());
  }
}
