package dev.postern.view.elb;

import dev.postern.model.Cloud;
import dev.postern.model.Incoming;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Verdict;
import java.util.List;

/// A listener of an Application, Network or Gateway Load Balancer with its rules.
public record Listener(Resource resource, Cloud cloud) implements View {
  public static final ViewType<Listener> TYPE =
      ViewType.linked("AWS::ElasticLoadBalancingV2::Listener", Listener::new);

  /// `HTTP`, `HTTPS`, `TCP`, `TLS`, `UDP`, ...
  public Property protocol() {
    return resource.at("Protocol");
  }

  public Property port() {
    return resource.at("Port");
  }

  /// The name of the policy that says which TLS versions and ciphers it takes.
  public Property securityPolicy() {
    return resource.at("SslPolicy");
  }

  /// What it does with a request that no rule takes.
  public Property defaultActions() {
    return resource.at("DefaultActions");
  }

  /// The rules that come before the default actions.
  public List<Incoming.Link> rules() {
    return cloud
        .incoming(
            "AWS::ElasticLoadBalancingV2::ListenerRule",
            "ListenerArn",
            "AWS::ElasticLoadBalancingV2::Listener")
        .to(resource);
  }

  /// Whether every request is sent to HTTPS, by the default actions and all rules
  /// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-listener-redirectconfig.html).
  public Verdict redirectsToHttps() {
    Verdict all = redirect(defaultActions());
    for (Incoming.Link rule : rules()) {
      Verdict kept = redirect(rule.from().at("Actions")).not();
      all = all.and(Verdict.within(List.of(rule.when()), kept).not());
    }
    return all;
  }

  private static Verdict redirect(Property actions) {
    return actions.any(action ->
        action
            .at("Type")
            .isOneOf("redirect")
            .and(action.at("RedirectConfig").at("Protocol").isOneOf("HTTPS")));
  }
}
