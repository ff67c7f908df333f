package dev.postern.view.elb;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A Classic Load Balancer.
public record ClassicLoadBalancer(Resource resource) implements View {
  public static final ViewType<ClassicLoadBalancer> TYPE =
      ViewType.of("AWS::ElasticLoadBalancing::LoadBalancer", ClassicLoadBalancer::new);

  public Property listeners() {
    return resource.at("Listeners");
  }

  /// Policies of its own, among them those that say which TLS versions it takes.
  public Property policies() {
    return resource.at("Policies");
  }

  public Property accessLogs() {
    return resource.at("AccessLoggingPolicy");
  }
}
