package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PropertySchema;
import dev.postern.model.PropertySchema.Shape;
import dev.postern.model.Schemas;
import dev.postern.model.TypeSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AwsSchemasTest {
  private final Schemas schemas = new AwsSchemas();

  @Test
  void everyTypeParsesAndNamesOnlyNestedTypesThatItHas() {
    assertThat(schemas.types()).hasSizeGreaterThan(1_800).isSorted();
    for (String name : schemas.types()) {
      TypeSchema type = type(name);
      assertThat(type.name()).isEqualTo(name);
      check(type, type.properties());
      type.nested().values().forEach(properties -> check(type, properties));
    }
  }

  private static void check(TypeSchema type, Map<String, PropertySchema> properties) {
    for (PropertySchema property : properties.values()) {
      check(type, property.shape());
    }
  }

  private static void check(TypeSchema type, Shape shape) {
    switch (shape) {
      case Shape.Scalar _ -> {}
      case Shape.ListOf(var element) -> check(type, element);
      case Shape.MapOf(var element) -> check(type, element);
      case Shape.Nested(var nested) -> assertThat(type.nested()).containsKey(nested);
      case Shape.AnyOf(var shapes) -> shapes.forEach(each -> check(type, each));
    }
  }

  @Test
  void aBucketHasItsPropertiesAndAttributes() {
    TypeSchema bucket = type("AWS::S3::Bucket");

    assertThat(bucket.properties())
        .containsKeys("BucketName", "BucketEncryption", "PublicAccessBlockConfiguration");
    assertThat(bucket.attributes()).contains("Arn", "DomainName", "RegionalDomainName");
    assertThat(bucket.ref()).containsExactly("BucketName");
    assertThat(property(bucket, "Tags").isTags()).isTrue();
    assertThat(property(bucket, "Tags").required()).isFalse();
    assertThat(bucket.inside(property(bucket, "PublicAccessBlockConfiguration").shape()))
        .containsOnlyKeys(
            "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");
  }

  @Test
  void aSecurityGroupHasRulesAndAnId() {
    TypeSchema group = type("AWS::EC2::SecurityGroup");

    assertThat(group.attributes()).contains("GroupId", "VpcId");
    assertThat(property(group, "GroupDescription").required()).isTrue();
    assertThat(property(group, "SecurityGroupIngress").shape())
        .isEqualTo(new Shape.ListOf(new Shape.Nested("Ingress")));
    assertThat(group.inside(property(group, "SecurityGroupIngress").shape()))
        .containsEntry("FromPort", new PropertySchema("FromPort", false, Shape.Scalar.INTEGER));
  }

  @Test
  void policiesAreJsonAndNestedTypesMayHoldThemselves() {
    assertThat(property(type("AWS::IAM::Role"), "AssumeRolePolicyDocument").shape())
        .isIn(Shape.Scalar.JSON, new Shape.AnyOf(List.of(Shape.Scalar.JSON, Shape.Scalar.STRING)));
    TypeSchema acl = type("AWS::WAFv2::WebACL");
    assertThat(acl.inside(new Shape.Nested("NotStatement")))
        .containsEntry(
            "Statement", new PropertySchema("Statement", true, new Shape.Nested("Statement")));
  }

  @Test
  void unknownTypesAreAbsent() {
    for (String name :
        List.of(
            "",
            "AWS::S3",
            "AWS::S3::",
            "AWS::S3::Nope",
            "Custom::Thing",
            "AWS::S3::bucket",
            "../x::../y::z",
            "AWS::Nope::Thing",
            "AWS::S3::Bucket::More",
            "AWS::S3::Bucket\t")) {
      assertThat(schemas.known(name)).as(name).isFalse();
      assertThat(schemas.type(name)).as(name).isEmpty();
    }
    assertThat(schemas.known("AWS::S3::Bucket")).isTrue();
  }

  private TypeSchema type(String name) {
    return schemas.type(name).orElseThrow();
  }

  private static PropertySchema property(TypeSchema type, String name) {
    return type.property(name).orElseThrow();
  }
}
