package dev.postern.view.elb;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A target group.
public record TargetGroup(Resource resource) implements View {
  public static final ViewType<TargetGroup> TYPE =
      ViewType.of("AWS::ElasticLoadBalancingV2::TargetGroup", TargetGroup::new);

  /// `HTTP`, `HTTPS`, `TCP`, ...; nothing for functions.
  public Property protocol() {
    return resource.at("Protocol");
  }
}
