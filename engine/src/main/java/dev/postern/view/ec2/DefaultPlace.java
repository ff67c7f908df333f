package dev.postern.view.ec2;

import dev.postern.model.Node;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Unit;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Value;
import dev.postern.value.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is or lies in the default VPC: Terraform's adoptions of it, and what names no subnet.
public record DefaultPlace(Resource resource) implements View {
  public static final ViewType<DefaultPlace> TYPE =
      new ViewType<>(
          List.of(
              "AWS::EC2::VPC",
              "AWS::EC2::Subnet",
              "AWS::EC2::Instance",
              "AWS::AutoScaling::AutoScalingGroup",
              "AWS::ElasticLoadBalancing::LoadBalancer"),
          (resource, _) -> new DefaultPlace(resource));

  /// Whether it is in the default VPC; empty where the question does not arise. Without a subnet,
  /// that is where these are put; groups and Classic Load Balancers then name availability zones.
  ///
  /// @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html">
  ///   RunInstances</a>
  /// @see <a
  ///   href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-in-vpc.html#as-vpc-tenancy">
  ///   Auto Scaling groups: the default VPC</a>
  public Optional<Verdict> isDefaultVpc() {
    return switch (resource.type()) {
      case "AWS::EC2::Instance" -> Optional.of(without(ownSubnet()));
      case "AWS::AutoScaling::AutoScalingGroup" ->
          Optional.of(without(by("VPCZoneIdentifier")).and(by("AvailabilityZones")));
      case "AWS::ElasticLoadBalancing::LoadBalancer" ->
          Optional.of(without(by("Subnets")).and(by("AvailabilityZones")));
      default ->
          resource.sourceType().startsWith("aws_default_")
              ? Optional.of(resource.saying(true, "Terraform adopts the default one"))
              : Optional.empty();
    };
  }

  private Verdict by(String property) {
    return isStated(resource.at(property));
  }

  private Verdict ownSubnet() {
    return by("SubnetId")
        .or(
            resource
                .at("NetworkInterfaces")
                .any(each ->
                    isStated(each.at("SubnetId")).or(isStated(each.at("NetworkInterfaceId")))));
  }

  private Verdict without(Verdict placed) {
    Verdict none = placed.not().showing(resource.evidence("it names no subnet"));
    Verdict elsewhere =
        Verdict.any(
            Stream.of("LaunchTemplate", "MixedInstancesPolicy", "InstanceId")
                .map(name -> resource.at(name).isWritten())
                .toList());
    return elsewhere instanceof Verdict.No || none instanceof Verdict.No
        ? none
        : Verdict.undecided(resource.evidence("what it is made from may name a subnet"));
  }

  /// In a template what is written is there, whatever it is: only Terraform has `null`. A list of
  /// which not all is known is a list all the same.
  private static Verdict isStated(Property property) {
    boolean template = property.resource().unit().kind() == Unit.Kind.CLOUDFORMATION;
    return switch (property.value()) {
      case Value.Unknown<Node> _ when template -> Verdict.yes();
      case Value.Known<Node>(Node.Items(_, var rest), _, _) when rest.isPresent() -> Verdict.yes();
      default -> property.isWritten();
    };
  }
}
