package dev.postern.rules.elb;

import dev.postern.model.Text;
import dev.postern.value.Truth;
import java.util.Set;

/// The security policies of Elastic Load Balancing that accept TLS 1.0 or 1.1
/// (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html,
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html).
final class TlsPolicies {
  private static final Set<String> OLD =
      Set.of(
          "ELBSecurityPolicy-2016-08",
          "ELBSecurityPolicy-TLS-1-0-2015-04",
          "ELBSecurityPolicy-TLS-1-1-2017-01",
          "ELBSecurityPolicy-FS-2018-06",
          "ELBSecurityPolicy-FS-1-1-2019-08",
          "ELBSecurityPolicy-TLS13-1-0-2021-06",
          "ELBSecurityPolicy-TLS13-1-1-2021-06",
          "ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04",
          "ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04",
          "ELBSecurityPolicy-TLS13-1-0-PQ-2025-09",
          "ELBSecurityPolicy-TLS13-1-0-FIPS-PQ-2025-09",
          "ELBSecurityPolicy-2015-05",
          "ELBSecurityPolicy-2015-03",
          "ELBSecurityPolicy-2015-02",
          "ELBSecurityPolicy-2014-10",
          "ELBSecurityPolicy-2014-01",
          "ELBSecurityPolicy-2011-08");

  private TlsPolicies() {}

  static Truth isOld(Text name) {
    return OLD.stream().map(name::isString).reduce(Truth.FALSE, Truth::or);
  }
}
