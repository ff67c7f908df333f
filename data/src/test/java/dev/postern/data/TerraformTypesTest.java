package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.TerraformSchemas;
import dev.postern.model.TerraformType;
import dev.postern.model.TerraformType.Argument;
import dev.postern.model.TerraformType.Mode;
import dev.postern.model.TerraformType.Nesting;
import dev.postern.model.TerraformType.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TerraformTypesTest {
  private final TerraformSchemas types = new TerraformTypes();

  @Test
  void everyTypeParses() {
    List<String[]> index =
        new Shards("terraform")
            .text("index")
            .lines()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .toList();
    assertThat(index).hasSizeGreaterThan(2_200);
    for (String[] line : index) {
      TerraformType type =
          (line[0].equals("R") ? types.resource(line[1]) : types.dataSource(line[1])).orElseThrow();
      assertThat(type.name()).isEqualTo(line[1]);
      assertThat(type.arguments()).as(line[1]).isNotEmpty();
      assertThat(types.known(line[1])).isTrue();
    }
    assertThat(index).filteredOn(line -> line[0].equals("R")).hasSizeGreaterThan(1_500);
  }

  @Test
  void itIsOfProviderSix() {
    assertThat(types.version()).startsWith("6.");
  }

  @Test
  void aBucketHasItsArguments() {
    TerraformType bucket = types.resource("aws_s3_bucket").orElseThrow();

    assertThat(argument(bucket, "bucket"))
        .isEqualTo(new Argument("bucket", Mode.OPTIONAL_COMPUTED, Shape.Scalar.STRING));
    assertThat(argument(bucket, "arn").mode()).isEqualTo(Mode.COMPUTED);
    assertThat(argument(bucket, "tags").shape()).isEqualTo(new Shape.MapOf(Shape.Scalar.STRING));
    assertThat(argument(bucket, "force_destroy").shape()).isEqualTo(Shape.Scalar.BOOL);
    assertThat(block(argument(bucket, "versioning")).nesting()).isEqualTo(Nesting.LIST_OF_ONE);
    assertThat(block(argument(bucket, "lifecycle_rule")).nesting()).isEqualTo(Nesting.LIST);
    Argument rule =
        argument(block(argument(bucket, "server_side_encryption_configuration")), "rule");
    assertThat(rule.mode()).isEqualTo(Mode.REQUIRED);
    assertThat(block(rule).arguments())
        .containsKeys("apply_server_side_encryption_by_default", "bucket_key_enabled");
  }

  @Test
  void rulesOfASecurityGroupAreASet() {
    TerraformType group = types.resource("aws_security_group").orElseThrow();

    Shape.Block ingress = block(argument(group, "ingress"));
    assertThat(ingress.nesting()).isEqualTo(Nesting.SET);
    assertThat(argument(ingress, "from_port").shape()).isEqualTo(Shape.Scalar.NUMBER);
    assertThat(argument(ingress, "cidr_blocks").shape())
        .isEqualTo(new Shape.ListOf(Shape.Scalar.STRING));
    assertThat(argument(ingress, "security_groups").shape())
        .isEqualTo(new Shape.SetOf(Shape.Scalar.STRING));
  }

  @Test
  void dataSourcesAreNotResources() {
    TerraformType document = types.dataSource("aws_iam_policy_document").orElseThrow();

    assertThat(block(argument(document, "statement")).arguments())
        .containsKeys("actions", "principals", "condition");
    assertThat(types.resource("aws_iam_policy_document")).isEmpty();
    assertThat(types.known("aws_iam_policy_document")).isTrue();
  }

  @Test
  void unknownTypesAreAbsent() {
    for (String name :
        List.of("", "aws", "aws_", "aws_s3", "aws_s3_bucke", "google_x", "aws_../x")) {
      assertThat(types.known(name)).as(name).isFalse();
      assertThat(types.resource(name)).as(name).isEmpty();
    }
  }

  private static Argument argument(TerraformType type, String name) {
    return type.argument(name).orElseThrow();
  }

  private static Argument argument(Shape.Block block, String name) {
    return block.argument(name).orElseThrow();
  }

  private static Shape.Block block(Argument argument) {
    return (Shape.Block) argument.shape();
  }
}
