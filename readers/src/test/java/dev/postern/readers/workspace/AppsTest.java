package dev.postern.readers.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.postern.data.AwsActions;
import dev.postern.data.AwsManagedPolicies;
import dev.postern.data.AwsSchemas;
import dev.postern.data.TerraformTypes;
import dev.postern.finding.Coverage;
import dev.postern.model.Facts;
import dev.postern.model.Resource;
import dev.postern.model.Unit;
import dev.postern.readers.source.GivenSources;
import dev.postern.text.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AppsTest {
  private static final String TOPIC = "{\"Resources\": {\"T\": {\"Type\": \"AWS::SNS::Topic\"}}}";
  private static final String NESTING =
      """
      {"Resources": {"N": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL":
        {"Fn::Sub": "https://s3.${AWS::Region}.amazonaws.com/assets/d149b0.json"}}}}}
      """;
  private static final String MANIFEST =
      """
      {"artifacts": {
        "Web.assets": {"type": "cdk:asset-manifest", "properties": {"file": "Web.assets.json"}},
        "Web": {"type": "aws:cloudformation:stack",
          "environment": "aws://123456789012/cn-north-1",
          "properties": {"templateFile": "Web.template.json"}}}}
      """;
  private static final String ASSETS =
      """
      {"files": {"d149b0": {"source": {"path": "Db.nested.template.json"},
        "destinations": {"here": {"objectKey": "d149b0.json"}}}}}
      """;

  private final Map<String, String> files = new HashMap<>();

  private Loaded read() {
    return Workspace.read(
        new GivenSources(files),
        new Request(Set.of(), Map.of(), List.of(), Map.of(), false),
        new Facts(new AwsActions(), new AwsManagedPolicies(), new AwsSchemas()),
        new TerraformTypes());
  }

  @Test
  void anAssemblyIsReadAsItsManifestSays() {
    files.put("app/cdk.json", "{\"app\": \"node app.js\"}");
    files.put("app/cdk.out/cdk.out", "{}");
    files.put("app/cdk.out/manifest.json", MANIFEST);
    files.put("app/cdk.out/Web.assets.json", ASSETS);
    files.put("app/cdk.out/Web.template.json", NESTING);
    files.put("app/cdk.out/Db.nested.template.json", TOPIC);
    files.put("app/cdk.out/asset.1/stray.template.json", TOPIC);
    Loaded loaded = read();

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.coverage().units())
        .extracting(Coverage.CoveredUnit::name, Coverage.CoveredUnit::choice)
        .containsExactly(
            tuple("app/cdk.out/Web.template.json", "stack `Web` of the CDK app in `app/cdk.out`"));
    assertThat(loaded.cloud().ofType("AWS::SNS::Topic"))
        .extracting(Resource::address)
        .containsExactly("N/T");
    assertThat(loaded.cloud().units())
        .extracting(Unit::account)
        .containsExactly(Optional.of("123456789012"));
  }

  @Test
  void anAppWithoutItsAssemblyIsNotReviewed() {
    files.put("app/cdk.json", "{\"app\": \"node app.js\", \"output\": \"dist\"}");
    files.put("lib/cdk.json", "{\"context\": {}}");
    Loaded loaded = read();

    assertThat(loaded.problems())
        .extracting(Problem::level, Problem::message)
        .containsExactly(
            tuple(
                Problem.Level.ERROR,
                "a CDK app is reviewed as its `dist`, which is not there; "
                    + "run `npx cdk synth --quiet` in `app`"));
    assertThat(loaded.coverage().unread()).containsExactly("app/cdk.json");
  }

  @Test
  void aServerlessServiceIsReadAsItsPackage() {
    files.put("api/serverless.yml", "service: api\nprovider: {name: aws}\n");
    files.put("api/.serverless/cloudformation-template-update-stack.json", TOPIC);
    files.put("api/.serverless/cloudformation-template-create-stack.json", TOPIC);
    Loaded loaded = read();

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.coverage().units())
        .extracting(Coverage.CoveredUnit::name, Coverage.CoveredUnit::choice)
        .containsExactly(
            tuple(
                "api/.serverless/cloudformation-template-update-stack.json",
                "the package of `api/serverless.yml`"));
  }

  @Test
  void aServerlessServiceWithoutItsPackageIsNotReviewed() {
    files.put("api/serverless.ts", "export default {provider: {name: 'aws'}}");
    files.put("site/serverless.yml", "service: site\nprovider: aws\n");
    files.put("other/serverless.yml", "service: other\nprovider: {name: google}\n");
    files.put("component/serverless.yml", "component: website\n");
    Loaded loaded = read();

    assertThat(loaded.coverage().unread())
        .containsExactly("api/serverless.ts", "site/serverless.yml");
    assertThat(loaded.problems())
        .extracting(Problem::message)
        .containsExactly(
            "a service of the Serverless Framework is reviewed as its package, which is not there; "
                + "run `npx serverless package` in `api`",
            "a service of the Serverless Framework is reviewed as its package, which is not there; "
                + "run `npx serverless package` in `site`");
  }

  @Test
  void settingsThatCannotBeReadAreTold() {
    files.put("app/cdk.json", "{\"app\": ");
    files.put("api/serverless.yml", "service: [api\nprovider: aws\n");

    assertThat(read().coverage().unread()).contains("app/cdk.json", "api/serverless.yml");
  }

  @Test
  void anAssemblyIsReadWhereverTheAppIsNamed() {
    files.put("app/cdk.json", "{\"context\": {}}");
    files.put("app/cdk.out/cdk.out", "{}");
    files.put("app/cdk.out/manifest.json", MANIFEST);
    files.put("app/cdk.out/Web.assets.json", ASSETS);
    files.put("app/cdk.out/Web.template.json", TOPIC);

    assertThat(read().cloud().ofType("AWS::SNS::Topic")).hasSize(1);
  }
}
