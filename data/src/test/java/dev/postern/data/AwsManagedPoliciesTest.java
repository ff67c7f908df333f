package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.policy.ManagedPolicies;
import org.junit.jupiter.api.Test;

final class AwsManagedPoliciesTest {
  private final ManagedPolicies policies = new AwsManagedPolicies();

  @Test
  void everyPolicyOfTheIndexHasADocument() {
    var index = new Shards("policies").text("index").lines().map(l -> l.split("\t", -1)).toList();
    assertThat(index).hasSizeGreaterThan(1_500);
    for (String[] line : index) {
      assertThat(policies.document("arn:aws:iam::aws:policy" + line[0] + line[1]))
          .as(line[1])
          .hasValueSatisfying(text -> assertThat(text).startsWith("{\"").endsWith("}"));
    }
  }

  @Test
  void administratorMayEverything() {
    assertThat(policies.document("AdministratorAccess").orElseThrow())
        .contains("\"Effect\":\"Allow\"", "\"Action\":\"*\"", "\"Resource\":\"*\"");
  }

  @Test
  void theBroadPoliciesAreThere() {
    for (String name :
        new String[] {
          "PowerUserAccess",
          "IAMFullAccess",
          "AmazonS3FullAccess",
          "ReadOnlyAccess",
          "SecurityAudit",
          "ViewOnlyAccess",
          "AWSLambdaBasicExecutionRole",
          "AWSLambdaVPCAccessExecutionRole",
          "AmazonSSMManagedInstanceCore",
          "AmazonECSTaskExecutionRolePolicy",
          "AmazonEKSClusterPolicy",
          "AmazonEKSWorkerNodePolicy",
          "AmazonEC2ContainerRegistryReadOnly"
        }) {
      assertThat(policies.document(name)).as(name).isPresent();
    }
  }

  @Test
  void anArnIsComparedWithItsPath() {
    String name = "AWSLambdaBasicExecutionRole";
    String arn = "arn:aws-cn:iam::aws:policy/";

    assertThat(policies.document(arn + "service-role/" + name)).isEqualTo(policies.document(name));
    assertThat(policies.document(arn + name)).isEmpty();
    assertThat(policies.document("service-role/" + name)).isEmpty();
    assertThat(policies.document("arn:aws:iam::111122223333:policy/AdministratorAccess")).isEmpty();
    assertThat(policies.document("NoSuchPolicy")).isEmpty();
    assertThat(policies.document("")).isEmpty();
  }
}
