package dev.postern.view.ec2;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import java.util.List;

/// An EC2 instance, or a launch template or launch configuration from which instances are started.
public record Machine(Resource resource) implements View {
  private static final String TEMPLATE = "AWS::EC2::LaunchTemplate";
  public static final ViewType<Machine> TYPE =
      new ViewType<>(
          List.of("AWS::EC2::Instance", TEMPLATE, "AWS::AutoScaling::LaunchConfiguration"),
          (resource, _) -> new Machine(resource));

  public boolean isInstance() {
    return resource.type().equals("AWS::EC2::Instance");
  }

  private Property data() {
    return resource.type().equals(TEMPLATE) ? resource.at("LaunchTemplateData") : resource.root();
  }

  /// The instance metadata service.
  public Property metadataOptions() {
    return data().at("MetadataOptions");
  }

  public Property networkInterfaces() {
    return data().at("NetworkInterfaces");
  }

  /// Whether the only network interface gets a public address, where that is written outside of
  /// [#networkInterfaces()].
  public Property associatePublicIpAddress() {
    return data().at("AssociatePublicIpAddress");
  }

  public Property blockDeviceMappings() {
    return data().at("BlockDeviceMappings");
  }

  /// The launch template that an instance is started from.
  public Property launchTemplate() {
    return resource.at("LaunchTemplate");
  }

  public Property subnetId() {
    return data().at("SubnetId");
  }

  public Property sourceDestCheck() {
    return data().at("SourceDestCheck");
  }
}
