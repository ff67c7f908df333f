package dev.postern.view.ec2;

import dev.postern.model.Cloud;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Something that runs code in subnets: an instance, a group of them, a function, a service.
public record Workload(Resource resource, Cloud cloud) implements View {
  /// Where each type names its subnets: dotted, `[]` for the elements of a list.
  private static final Map<String, List<String>> SUBNETS = subnets();

  public static final ViewType<Workload> TYPE =
      new ViewType<>(List.copyOf(SUBNETS.keySet()), Workload::new);

  private static Map<String, List<String>> subnets() {
    var paths = new LinkedHashMap<String, List<String>>();
    paths.put("AWS::EC2::Instance", List.of("SubnetId", "NetworkInterfaces.SubnetId"));
    paths.put("AWS::AutoScaling::AutoScalingGroup", List.of("VPCZoneIdentifier"));
    paths.put("AWS::Lambda::Function", List.of("VpcConfig.SubnetIds"));
    paths.put("AWS::ECS::Service", List.of("NetworkConfiguration.AwsvpcConfiguration.Subnets"));
    paths.put("AWS::EKS::Nodegroup", List.of("Subnets"));
    paths.put("AWS::EKS::FargateProfile", List.of("Subnets"));
    paths.put("AWS::Batch::ComputeEnvironment", List.of("ComputeResources.Subnets"));
    paths.put("AWS::SageMaker::NotebookInstance", List.of("SubnetId"));
    paths.put("AWS::CodeBuild::Project", List.of("VpcConfig.Subnets"));
    return paths;
  }

  /// The subnets that it names, each one or a list.
  public List<Property> subnetIds() {
    return SubnetIds.at(resource, SUBNETS.getOrDefault(resource.type(), List.of()));
  }

  /// Whether one of its subnets is public.
  public Verdict inPublicSubnet() {
    return SubnetIds.anyPublic(subnetIds(), cloud);
  }
}
