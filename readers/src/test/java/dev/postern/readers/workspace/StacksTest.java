package dev.postern.readers.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.postern.data.AwsActions;
import dev.postern.data.AwsManagedPolicies;
import dev.postern.data.AwsSchemas;
import dev.postern.data.TerraformTypes;
import dev.postern.finding.Coverage;
import dev.postern.model.Facts;
import dev.postern.model.Incoming;
import dev.postern.model.Resource;
import dev.postern.model.Unit;
import dev.postern.readers.source.GivenSources;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StacksTest {

  private static Loaded read(Map<String, String> files) {
    return Workspace.read(
        new GivenSources(files),
        new Request(Set.of(), Map.of(), List.of(), Map.of(), false),
        new Facts(new AwsActions(), new AwsManagedPolicies(), new AwsSchemas()),
        new TerraformTypes());
  }

  private static String nesting(String path) {
    return "Resources: {N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: %s}}}"
        .formatted(path);
  }

  @Test
  void nestedTemplatesAreReadOnceThroughTheirCallers() {
    Loaded loaded =
        read(
            Map.of(
                "app/main.yaml",
                nesting("./net.yaml"),
                "app/net.yaml",
                nesting("../topic.yaml"),
                "other.yaml",
                "Resources: {O: {Type: AWS::SNS::Topic}}",
                "topic.yaml",
                "Resources: {T: {Type: AWS::SNS::Topic}}"));

    assertThat(loaded.coverage().units())
        .extracting(Coverage.CoveredUnit::name, Coverage.CoveredUnit::choice)
        .containsExactly(
            tuple(
                "app/main.yaml",
                "a template by its content, with those nested in it: app/net.yaml, topic.yaml"),
            tuple("other.yaml", "a template by its content"));
    assertThat(loaded.coverage().files()).isEqualTo(4);
    assertThat(loaded.cloud().ofType("AWS::SNS::Topic"))
        .extracting(Resource::address)
        .containsExactly("N/N/T", "O");
  }

  @Test
  void templatesInACircleAreReadAllTheSame() {
    Loaded loaded = read(Map.of("a.yaml", nesting("b.yaml"), "b.yaml", nesting("a.yaml")));

    assertThat(loaded.cloud().units()).extracting(Unit::name).containsExactly("a.yaml");
    assertThat(loaded.problems())
        .anyMatch(p -> p.message().equals("nested stack `N` is nested in itself"));
  }

  @Test
  void importsLeadToTheResourceOfTheOtherTemplate() {
    Loaded loaded =
        read(
            Map.of(
                "net.yaml",
                """
                Resources:
                  Alb: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
                Outputs:
                  Alb: {Value: !Ref Alb, Export: {Name: shop-alb}}
                """,
                "waf.yaml",
                """
                Resources:
                  W:
                    Type: AWS::WAFv2::WebACLAssociation
                    Properties: {ResourceArn: !ImportValue shop-alb, WebACLArn: x}
                  V:
                    Type: AWS::WAFv2::WebACLAssociation
                    Properties: {ResourceArn: !ImportValue other, WebACLArn: x}
                """));
    Resource balancer =
        loaded.cloud().ofType("AWS::ElasticLoadBalancingV2::LoadBalancer").getFirst();
    Incoming links =
        loaded
            .cloud()
            .incoming(
                "AWS::WAFv2::WebACLAssociation",
                "ResourceArn",
                "AWS::ElasticLoadBalancingV2::LoadBalancer");

    assertThat(links.to(balancer)).extracting(l -> l.from().address()).containsExactly("W");
  }

  @Test
  void aMisspeltSecurityPropertyLeavesTheFileReadInPart() {
    Loaded loaded =
        read(
            Map.of(
                "a.yaml",
                """
                Resources:
                  B: {Type: AWS::S3::Bucket, Properties: {BucketEncription: {}}}
                """,
                "b.yaml",
                """
                Resources:
                  B: {Type: AWS::S3::Bucket, Properties: {Comment: x}}
                """));

    assertThat(loaded.coverage().readInPart()).containsExactly("a.yaml");
    assertThat(loaded.problems()).hasSize(2);
  }
}
