package dev.postern.view.elb;

import dev.postern.model.Cloud;
import dev.postern.model.Incoming;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import java.util.ArrayList;
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

  /// The value of one of its attributes (`access_logs.s3.enabled`): yes where it is `value`, no
  /// where it is not written. It rests on that attribute alone, or on the load balancer.
  public Verdict attribute(String key, String value) {
    Property attributes = resource.at("LoadBalancerAttributes");
    Verdict written = attributes.any(each -> each.at("Key").is(key));
    return written instanceof Verdict.No
        ? Verdict.no(resource.evidence(""))
        : attributes.any(each -> {
          Verdict named = each.at("Key").is(key);
          return named instanceof Verdict.No
              ? Verdict.no()
              : each.at("Value").isOneOf(value).and(named);
        });
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

  /// Whether it has something to write to an access log: a Network Load Balancer logs nothing but
  /// the connections of TLS listeners, and a Gateway Load Balancer nothing.
  ///
  /// @see <a
  ///   href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html">Access
  ///   logs of Network Load Balancers</a>
  public Verdict hasAccessLogs() {
    Verdict network = kind().isOneOf("network");
    Verdict other = kind().isOneOf("gateway").not().and(network.not());
    return network instanceof Verdict.No ? other : other.or(network.and(listensForTls()));
  }

  private Verdict listensForTls() {
    Incoming all = cloud.incoming("AWS::ElasticLoadBalancingV2::Listener", "LoadBalancerArn", NAME);
    var verdicts = new ArrayList<Verdict>(all.open(resource));
    for (Incoming.Link link : all.to(resource)) {
      Verdict tls = cloud.view(Listener.TYPE, link.from()).protocol().isOneOf("TLS");
      verdicts.add(Verdict.within(List.of(link.when()), tls));
    }
    return verdicts.isEmpty()
        ? Verdict.undecided(resource.evidence("its listeners are not known"))
        : Verdict.any(verdicts);
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
