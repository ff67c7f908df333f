package dev.postern.rules.ec2;

import dev.postern.model.Resource;
import dev.postern.value.Verdict;
import dev.postern.view.ec2.SecurityGroup;
import dev.postern.view.elb.LoadBalancer;
import java.util.List;

/// Load balancers: what may stand at the front.
final class Fronts {
  private static final String CLASSIC_OR_NEWER = "AWS::ElasticLoadBalancing";
  private static final int HTTP = 80;

  private Fronts() {}

  /// Whether there are users and all of them are load balancers.
  static boolean are(List<Resource> users) {
    return !users.isEmpty()
        && users.stream().allMatch(user -> user.type().startsWith(CLASSIC_OR_NEWER));
  }

  /// Whether all load balancers that use the group send every request on port 80 to HTTPS.
  static Verdict redirectHttp(SecurityGroup group) {
    return Verdict.all(group.users().stream().map(user -> redirects(group, user)).toList());
  }

  private static Verdict redirects(SecurityGroup group, Resource user) {
    return user.type().equals("AWS::ElasticLoadBalancingV2::LoadBalancer")
        ? group.cloud().view(LoadBalancer.TYPE, user).redirectsToHttps(HTTP)
        : Verdict.no(user.evidence("a Classic Load Balancer cannot redirect"));
  }
}
