package dev.postern.view.ec2;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Unit;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Value;
import dev.postern.value.Verdict;
import java.util.List;
import java.util.Optional;

/// What is or lies in the default VPC: Terraform's adoptions of it, and instances without a subnet.
public record DefaultPlace(Resource resource) implements View {
  public static final ViewType<DefaultPlace> TYPE =
      new ViewType<>(
          List.of("AWS::EC2::VPC", "AWS::EC2::Subnet", "AWS::EC2::Instance"),
          (resource, _) -> new DefaultPlace(resource));

  /// Whether it is in the default VPC; empty where the question does not arise
  /// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html: without a
  /// subnet, EC2 chooses one of the default VPC).
  public Optional<Verdict> isDefaultVpc() {
    if (!resource.type().equals("AWS::EC2::Instance")) {
      boolean adopted = resource.sourceType().startsWith("aws_default_");
      return adopted
          ? Optional.of(resource.saying(true, "Terraform adopts the default one"))
          : Optional.empty();
    }
    Verdict placed =
        isStated(resource.at("SubnetId"))
            .or(
                resource
                    .at("NetworkInterfaces")
                    .any(each ->
                        isStated(each.at("SubnetId")).or(isStated(each.at("NetworkInterfaceId")))));
    Verdict none = placed.not().showing(resource.evidence("it names no subnet"));
    Verdict elsewhere = resource.at("LaunchTemplate").isWritten();
    return Optional.of(
        elsewhere instanceof Verdict.No || none instanceof Verdict.No
            ? none
            : Verdict.undecided(resource.evidence("its launch template may name a subnet")));
  }

  /// In a template what is written is there, whatever it is: only Terraform has `null`.
  private static Verdict isStated(Property property) {
    boolean template = property.resource().unit().kind() == Unit.Kind.CLOUDFORMATION;
    return template && property.value() instanceof Value.Unknown
        ? Verdict.yes()
        : property.isWritten();
  }
}
