package dev.postern.readers.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.postern.model.Construct;
import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Unit;
import dev.postern.readers.source.GivenSources;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssemblyTest {
  private final Map<String, String> files = new HashMap<>(Map.of("app/cdk.out/cdk.out", "{}"));

  private Assembly read(String manifest) {
    files.put("app/cdk.out/manifest.json", manifest);
    return Assembly.read(new GivenSources(files), "app/cdk.out");
  }

  private static String stack(String template, String more) {
    return """
    {"type": "aws:cloudformation:stack", "properties": {"templateFile": "%s"} %s}
    """
        .formatted(template, more);
  }

  private static Resource resource(String template, String address) {
    SourceFile file = SourceFile.of(template, "{}");
    return new Resource(
        new Unit(template, Unit.Kind.CLOUDFORMATION, List.of(template)),
        address,
        "AWS::S3::Bucket",
        "AWS::S3::Bucket",
        file.all(),
        file.all(),
        Value.known(Node.Fields.of(Map.of()), Origin.written(file.all())),
        Value.known(Node.Fields.of(Map.of()), Origin.written(file.all())),
        List.of(World.ANY),
        Optional.empty());
  }

  @Test
  void stacksOfAllStagesWithWhereTheyAreDeployed() {
    files.put("app/cdk.out/Web.template.json", "{}");
    files.put("app/cdk.out/assembly-Prod/Web.template.json", "{}");
    files.put(
        "app/cdk.out/assembly-Prod/manifest.json",
        """
        {"artifacts": {"ProdWeb": %s}}
        """
            .formatted(
                stack(
                    "Web.template.json",
                    """
                    , "environment": "aws://123456789012/eu-west-1", "displayName": "Prod/Web"
                    """)));
    Assembly assembly =
        read(
            """
            {"artifacts": {
              "Web": %s,
              "Tree": {"type": "cdk:tree", "properties": {"file": "tree.json"}},
              "assembly-Prod": {"type": "cdk:cloud-assembly",
                "properties": {"directoryName": "assembly-Prod"}}}}
            """
                .formatted(
                    stack(
                        "Web.template.json",
                        ", \"environment\": \"aws://unknown-account/unknown-region\"")));

    assertThat(assembly.problems()).isEmpty();
    assertThat(assembly.stacks())
        .extracting(
            SynthesizedStack::template,
            SynthesizedStack::name,
            SynthesizedStack::account,
            SynthesizedStack::parameters)
        .containsExactly(
            tuple(
                "app/cdk.out/Web.template.json",
                "Web",
                Optional.empty(),
                Map.of("AWS::StackName", "Web")),
            tuple(
                "app/cdk.out/assembly-Prod/Web.template.json",
                "Prod/Web",
                Optional.of("123456789012"),
                Map.of("AWS::StackName", "ProdWeb", "AWS::Region", "eu-west-1")));
  }

  @Test
  void tracesLeadToTheUsersProgram() {
    files.put("app/cdk.out/Web.template.json", "{}");
    files.put("app/lib/web.ts", "// stack\nnew Bucket(this, 'B')\n");
    files.put("shared/logs.ts", "new LogBucket(this)\n");
    Assembly assembly =
        read(
            """
            {"artifacts": {"Web": %s}}
            """
                .formatted(
                    stack(
                        "Web.template.json",
                        """
                        , "metadata": {
                          "/Web/B/Resource": [{"type": "aws:cdk:logicalId", "data": "B1", "trace": [
                            "new Bucket (/build/app/node_modules/aws-cdk-lib/s3.js:1:1)",
                            "new Web (/build/app/lib/web.ts:2:1)",
                            "Object.<anonymous> (/build/app/lib/web.ts:1:1)"]}],
                          "/Web/Logs": [{"type": "aws:cdk:logicalId", "data": "L1"},
                            {"type": "aws:cdk:creationStack", "data": [
                              "...aws-cdk-lib...", "new Logs (C:\\\\src\\\\shared\\\\logs.ts:1:5)"]},
                            {"type": "aws:cdk:propertyAssignment", "data": {
                              "propertyName": "Tags",
                              "stackTrace": ["/build/app/lib/web.ts:2:5"]}}],
                          "/Web/Gone": [{"type": "aws:cdk:logicalId", "data": "G1", "trace": [
                            "new Gone (/build/elsewhere/gone.ts:2:1)",
                            "new Late (/build/app/lib/web.ts:99:1)"]}]}
                        """)));
    var constructs = assembly.stacks().getFirst().constructs();

    Construct bucket = constructs.of(resource("app/cdk.out/Web.template.json", "B1")).orElseThrow();
    assertThat(bucket.path()).isEqualTo("Web/B/Resource");
    assertThat(bucket.made().orElseThrow().text()).isEqualTo("new Bucket(this, 'B')");
    Construct logs = constructs.of(resource("app/cdk.out/Web.template.json", "L1")).orElseThrow();
    assertThat(logs.made().orElseThrow()).hasToString("shared/logs.ts:1:5");
    assertThat(logs.assigned().get("Tags")).hasToString("app/lib/web.ts:2:5");
    Construct gone = constructs.of(resource("app/cdk.out/Web.template.json", "G1")).orElseThrow();
    assertThat(gone.made()).isEmpty();
    assertThat(constructs.of(resource("app/cdk.out/Web.template.json", "Other"))).isEmpty();
    assertThat(constructs.of(resource("app/cdk.out/Nested.json", "B1"))).isEmpty();
  }

  @Test
  void constructsOfNestedStacksAreThoseOfTheirTemplates() {
    files.put("app/cdk.out/Web.template.json", "{}");
    files.put(
        "app/cdk.out/Web.metadata.json",
        """
        {"/Web/Db": [{"type": "aws:cdk:templateFile", "data": "Db.nested.template.json"}],
         "/Web/Db/B": [{"type": "aws:cdk:logicalId", "data": "B1"}],
         "/Web/B": [{"type": "aws:cdk:logicalId", "data": "B1"}]}
        """);
    Assembly assembly =
        read(
            """
            {"artifacts": {"Web": %s}}
            """
                .formatted(
                    stack(
                        "Web.template.json",
                        ", \"additionalMetadataFile\": \"Web.metadata.json\"")));
    var constructs = assembly.stacks().getFirst().constructs();

    assertThat(constructs.of(resource("app/cdk.out/Web.template.json", "B1")))
        .map(Construct::path)
        .contains("Web/B");
    assertThat(constructs.of(resource("app/cdk.out/Db.nested.template.json", "Db/B1")))
        .map(Construct::path)
        .contains("Web/Db/B");
  }

  @Test
  void whatIsMissingIsAProblem() {
    Assembly assembly =
        read(
            """
            {"missing": [{"key": "vpc-provider:account=1", "provider": "vpc-provider"}],
             "artifacts": {
               "Web": %s,
               "Stage": {"type": "cdk:cloud-assembly",
                 "properties": {"directoryName": "assembly-Stage"}}}}
            """
                .formatted(stack("Web.template.json", "")));

    assertThat(assembly.stacks()).isEmpty();
    assertThat(assembly.problems())
        .extracting(Problem::level, Problem::message)
        .containsExactly(
            tuple(
                Problem.Level.WARNING,
                "context `vpc-provider:account=1` was not looked up and is a placeholder; "
                    + "run `npx cdk synth` with access to the account"),
            tuple(Problem.Level.ERROR, "stack `Web` has no template in the CDK assembly"),
            tuple(Problem.Level.ERROR, "`manifest.json` of the CDK assembly is not there"));
  }

  @Test
  void anAssemblyInsideItselfIsReadOnce() {
    files.put("app/cdk.out/Web.template.json", "{}");
    Assembly assembly =
        read(
            """
            {"artifacts": {"Web": %s,
              "Self": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "."}}}}
            """
                .formatted(stack("Web.template.json", "")));

    assertThat(assembly.stacks()).hasSize(1);
  }

  @Test
  void whatIsNoManifestGivesNothing() {
    assertThat(read("[]").stacks()).isEmpty();
    assertThat(read("{\"artifacts\": {\"A\": 1, \"B\": {\"type\": 2}}}").stacks()).isEmpty();
    assertThat(read("{\"artifacts\": ").problems()).isNotEmpty();
  }
}
