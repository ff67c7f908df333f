package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Units that are reviewed together are judged as each alone: what one leaves open may be its own,
/// and excuses nothing in another.
final class UnitsTest {
  private static final String BUCKET = "Resources: {B: {Type: AWS::S3::Bucket}}\n";
  private static final String POLICY_OF_SOME_BUCKET =
      """
      Parameters: {Name: {Type: String}}
      Resources:
        P:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Name
            PolicyDocument:
              Statement:
                Effect: Deny
                Principal: '*'
                Action: 's3:*'
                Resource: '*'
                Condition: {Bool: {'aws:SecureTransport': 'false'}}
      """;

  @Test
  void aPolicyOfSomeBucketLeavesItsOwnUnitOpen() {
    var one =
        ExampleCloud.read(
            Map.of("a.yaml", POLICY_OF_SOME_BUCKET + "  B: {Type: AWS::S3::Bucket}\n"));
    assertThat(ExampleCloud.told(one, "bucket-allows-plain-http"))
        .containsExactly("undecided bucket-allows-plain-http B");
  }

  @Test
  void aPolicyOfSomeBucketSaysNothingOfOtherUnits() {
    var two = ExampleCloud.read(Map.of("a.yaml", POLICY_OF_SOME_BUCKET, "b.yaml", BUCKET));
    assertThat(ExampleCloud.told(two, "bucket-allows-plain-http"))
        .containsExactly("violated bucket-allows-plain-http B");
  }

  @Test
  void aFlowLogOfSomeNetworkSaysNothingOfOtherUnits() {
    var log =
        """
        Parameters: {Vpc: {Type: String}}
        Resources:
          L: {Type: AWS::EC2::FlowLog, Properties: {ResourceId: !Ref Vpc, ResourceType: VPC, TrafficType: ALL}}
        """;
    var vpc = "Resources: {V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}}\n";
    var two = ExampleCloud.read(Map.of("a.yaml", log, "b.yaml", vpc));
    assertThat(ExampleCloud.told(two, "vpc-without-flow-logs"))
        .containsExactly("violated vpc-without-flow-logs V");
  }
}
