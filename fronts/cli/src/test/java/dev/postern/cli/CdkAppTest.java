package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A CDK app as it lies on the disk after `cdk synth`: version control ignores the assembly.
final class CdkAppTest {
  private static final String TEMPLATE =
      """
      {"Resources": {
        "AssetsA1": {"Type": "AWS::S3::Bucket", "Metadata": {"aws:cdk:path": "%1$s/Assets/Resource"}},
        "DeployD1": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {
          "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
            "Principal": {"AWS": "arn:aws:iam::%2$s:root"}}]}}}}}
      """;

  @TempDir Path folder;

  @BeforeEach
  void synthesize() {
    Ran.write(folder, ".git/HEAD", "");
    Ran.write(folder, ".gitignore", "cdk.out\nnode_modules\n");
    Ran.write(folder, "cdk.json", "{\"app\": \"npx ts-node app.ts\"}");
    Ran.write(folder, "lib/web.ts", "// the stack\nconst assets = new Bucket(this, 'Assets');\n");
    Ran.write(folder, "cdk.out/cdk.out", "{\"version\": \"55.0.0\"}");
    Ran.write(
        folder,
        "cdk.out/manifest.json",
        "{\"artifacts\": {%s, %s}}".formatted(stack("Dev"), stack("Prod")));
    Ran.write(folder, "cdk.out/Dev.json", TEMPLATE.formatted("Dev", "123456789012"));
    Ran.write(folder, "cdk.out/Prod.json", TEMPLATE.formatted("Prod", "999999999999"));
  }

  private static String stack(String name) {
    return """
    "%1$s": {"type": "aws:cloudformation:stack",
      "environment": "aws://123456789012/eu-west-1",
      "properties": {"templateFile": "%1$s.json"},
      "metadata": {"/%1$s/Assets/Resource": [{"type": "aws:cdk:logicalId", "data": "AssetsA1",
        "trace": ["new Bucket (/ci/work/node_modules/aws-cdk-lib/aws-s3/bucket.js:1:9)",
          "new Web (/ci/work/lib/web.ts:2:16)"]}]}}
    """
        .formatted(name);
  }

  @Test
  void findingsPointIntoTheProgram() {
    Ran ran = Ran.review(folder, "--format", "json");

    assertThat(ran.out())
        .contains("lib/web.ts\"", "\"construct\":\"Dev/Assets/Resource\"", "\"instances\":2")
        .contains("cdk.out/Dev.json\"", "synthesized as")
        .doesNotContain("\"instances\":1");
  }

  @Test
  void theAccountOfAStackIsItsOwn() {
    Ran ran =
        Ran.of("review", folder.toString(), "--only", "role-trusts-account-without-condition");

    assertThat(ran.out())
        .contains("DeployD1", "cdk.out/Prod.json")
        .doesNotContain("cdk.out/Dev.json:");
  }

  @Test
  void aTemplateThatIsNamedAloneTellsItsConstruct() {
    Ran ran = Ran.review(folder.resolve("cdk.out/Dev.json"));

    assertThat(ran.out()).contains("in AssetsA1 (Dev/Assets/Resource)");
  }
}
