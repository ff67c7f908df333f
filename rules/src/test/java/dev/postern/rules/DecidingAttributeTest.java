package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Cloud;
import dev.postern.rule.Claim;
import dev.postern.rule.RuleInfo;
import dev.postern.value.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A finding rests on the setting that decided it, and on no other of its kind.
final class DecidingAttributeTest {
  private static final String ATTRIBUTES =
      """
      Resources:
        Front:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties:
            Type: application
            LoadBalancerAttributes:
              - {Key: idle_timeout.timeout_seconds, Value: "61"}
              - {Key: access_logs.s3.enabled, Value: "false"}
              - {Key: deletion_protection.enabled, Value: "false"}
              - {Key: routing.http.drop_invalid_header_fields.enabled, Value: "false"}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "load-balancer-without-access-logs",
        "load-balancer-deletable",
        "load-balancer-keeps-invalid-headers"
      })
  void oneAttributeOfALoadBalancer(String rule) {
    List<Evidence> shown =
        claims(rule, "AWS::ElasticLoadBalancingV2::LoadBalancer", ATTRIBUTES)
            .getFirst()
            .verdict()
            .evidence();

    assertThat(shown).filteredOn(e -> e.origin().place().text().contains("false")).hasSize(1);
    assertThat(shown).noneMatch(e -> e.origin().place().text().contains("61"));
  }

  @Test
  void aTopicWithoutAKeyIsNotSaidToBeEncrypted() {
    String topic = "Resources:\n  T: {Type: AWS::SNS::Topic}\n";

    assertThat(claims("store-without-customer-key", "AWS::SNS::Topic", topic))
        .singleElement()
        .satisfies(c -> assertThat(c.title()).contains("topic is not encrypted with a key"));
  }

  @Test
  void aReplicaOfAPlainDatabaseIsShownAtItsSource() {
    String databases =
        """
        Resources:
          Replica:
            Type: AWS::RDS::DBInstance
            Properties: {SourceDBInstanceIdentifier: !Ref Orders}
          Orders:
            Type: AWS::RDS::DBInstance
            Properties: {Engine: postgres, StorageEncrypted: false}
        """;
    List<Claim> claims = claims("database-storage-unencrypted", "AWS::RDS::DBInstance", databases);

    assertThat(claims).hasSize(2).allMatch(c -> c.verdict().possible());
    assertThat(claims)
        .allMatch(c -> c.verdict().evidence().getFirst().origin().place().line() == 7);
  }

  private static List<Claim> claims(String rule, String type, String template) {
    Cloud cloud = ExampleCloud.read("yaml", template).cloud();
    RuleInfo info =
        new BuiltIn().rules().stream().filter(r -> r.name().equals(rule)).findFirst().orElseThrow();
    return cloud.ofType(type).stream()
        .flatMap(resource -> info.judge().judge(resource, cloud).claims().stream())
        .toList();
  }
}
