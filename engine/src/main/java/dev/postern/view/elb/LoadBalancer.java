package dev.postern.view.elb;

import dev.postern.model.Cloud;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import java.util.List;

/// An Application, Network or Gateway Load Balancer.
public record LoadBalancer(Resource resource, Cloud cloud) implements View {
  private static final String NAME = "AWS::ElasticLoadBalancingV2::LoadBalancer";
  public static final ViewType<LoadBalancer> TYPE = ViewType.linked(NAME, LoadBalancer::new);

  /// `application`, `network` or `gateway`.
  public Property kind() {
    return resource.at("Type");
  }

  /// `internet-facing` or `internal`.
  public Property scheme() {
    return resource.at("Scheme");
  }

  public Verdict isApplication() {
    return kind().is("application");
  }

  public Verdict isInternetFacing() {
    return scheme().is("internet-facing");
  }

  /// The value of one of its attributes (`access_logs.s3.enabled`): yes where it is `value`,
  /// `otherwise` where it is not written.
  public Verdict attribute(String key, String value, boolean otherwise) {
    Property attributes = resource.at("LoadBalancerAttributes");
    Verdict written = attributes.any(each -> each.at("Key").is(key));
    Verdict equal =
        attributes.any(each -> each.at("Value").isOneOf(value).and(each.at("Key").is(key)));
    return otherwise ? equal.or(written.not()) : equal;
  }

  /// Its listeners in the review.
  public List<Listener> listeners() {
    return cloud
        .incoming("AWS::ElasticLoadBalancingV2::Listener", "LoadBalancerArn", NAME)
        .to(resource)
        .stream()
        .map(link -> cloud.view(Listener.TYPE, link.from()))
        .toList();
  }

  /// Whether it listens on `port` and sends every request there to HTTPS.
  public Verdict redirectsToHttps(int port) {
    List<Listener> all =
        listeners().stream()
            .filter(l -> l.port().isNumber(n -> n.intValue() == port).truth() != Truth.FALSE)
            .toList();
    return all.isEmpty()
        ? Verdict.no(resource.evidence("no listener here is on port " + port))
        : Verdict.all(all.stream().map(Listener::redirectsToHttps).toList());
  }

  /// The web ACLs that protect it, in the review.
  public boolean hasWebAcl() {
    return !cloud
        .incoming("AWS::WAFv2::WebACLAssociation", "ResourceArn", NAME)
        .to(resource)
        .isEmpty();
  }
}
