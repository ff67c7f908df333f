package dev.postern.readers.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.data.AwsSchemas;
import dev.postern.data.TerraformTypes;
import dev.postern.model.Cloud;
import dev.postern.model.Facts;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.readers.json.Json;
import dev.postern.readers.source.GivenSources;
import dev.postern.readers.workspace.Loaded;
import dev.postern.readers.workspace.Request;
import dev.postern.readers.workspace.Workspace;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.value.Origin;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Plans and states as Terraform writes them, cut down to what is asked about.
final class PlansTest {
  private static final String PLAN =
      """
      {"format_version": "1.2", "terraform_version": "1.11.4",
       "resource_changes": [%s],
       "configuration": {"root_module": {"resources": [%s], "module_calls": {%s},
         "variables": {"name": {"default": "logs"}, "given": {}, "none": {"default": null}}}}}
      """;

  private static final String BLOCK =
      """
      {"mode": "managed", "type": "%s", "name": "%s"%s, "change": {"actions": ["create"],
       "after": {%s}, "after_unknown": {%s}, "after_sensitive": {%s}}}
      """;

  private static Loaded read(Map<String, String> files, String... named) {
    return Workspace.read(
        new GivenSources(files),
        new Request(Set.of(named), Map.of(), List.of(), Map.of(), false),
        new Facts(
            new dev.postern.data.AwsActions(),
            new dev.postern.data.AwsManagedPolicies(),
            new AwsSchemas()),
        new TerraformTypes());
  }

  private static Cloud plan(String changes, String resources, String calls) {
    Loaded loaded = read(Map.of("plan.json", PLAN.formatted(changes, resources, calls)));
    assertThat(loaded.problems()).isEmpty();
    return loaded.cloud();
  }

  private static String change(
      String type, String name, String where, String after, String unknown, String sensitive) {
    return BLOCK.formatted(type, name, where, after, unknown, sensitive);
  }

  private static Resource resource(Cloud cloud, String address) {
    return cloud.resources().stream()
        .filter(r -> r.address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Property property) {
    return ((Text) property.value().sole().orElseThrow()).literal().orElseThrow();
  }

  private static String target(Property property) {
    Text text = (Text) property.value().sole().orElseThrow();
    assertThat(text.parts()).singleElement().isInstanceOf(Text.Part.Reference.class);
    var reference = (Text.Part.Reference) text.parts().getFirst();
    return reference.target() + " " + reference.attribute();
  }

  @Test
  void whatTheProviderAloneSaysIsNotSet() {
    Cloud cloud =
        plan(
            change(
                "aws_s3_bucket",
                "b",
                "",
                "\"bucket\": \"logs\", \"tags\": null, \"logging\": [], \"tags_all\": {\"a\":"
                    + " \"b\"}",
                "\"id\": true, \"policy\": true, \"versioning\": true",
                ""),
            """
            {"mode": "managed", "type": "aws_s3_bucket", "name": "b",
             "expressions": {"bucket": {"constant_value": "logs"}}}
            """,
            "");
    Resource bucket = resource(cloud, "aws_s3_bucket.b");
    assertThat(text(bucket.at("BucketName"))).isEqualTo("logs");
    for (String name : List.of("LoggingConfiguration", "VersioningConfiguration", "Tags")) {
      assertThat(bucket.at(name).value()).as(name).isInstanceOf(Value.Absent.class);
    }
  }

  @Test
  void whatIsSetAndKnownAfterApplyIsUnknown() {
    Cloud cloud =
        plan(
            change("aws_db_instance", "d", "", "\"engine\": \"mysql\"", "\"kms_key_id\": true", ""),
            """
            {"mode": "managed", "type": "aws_db_instance", "name": "d",
             "expressions": {"kms_key_id": {"references": ["local.key"]}}}
            """,
            "");
    Property key = resource(cloud, "aws_db_instance.d").at("KmsKeyId");
    assertThat(key.value()).isInstanceOf(Value.Unknown.class);
  }

  @Test
  void linksGoThroughKeysVariablesAndOutputs() {
    String changes =
        String.join(
            ",",
            change(
                "aws_s3_bucket",
                "b",
                ", \"index\": \"x\"",
                "\"bucket\": \"bx\"",
                "\"id\": true",
                ""),
            change(
                "aws_s3_bucket",
                "b",
                ", \"index\": \"y\"",
                "\"bucket\": \"by\"",
                "\"id\": true",
                ""),
            change(
                "aws_s3_bucket_public_access_block",
                "each",
                ", \"index\": \"y\"",
                "\"block_public_acls\": true",
                "\"bucket\": true",
                ""),
            change(
                "aws_s3_bucket_policy",
                "inner",
                ", \"module_address\": \"module.m[\\\"a.b\\\"]\"",
                "\"policy\": \"{}\"",
                "\"bucket\": true",
                ""),
            change("aws_vpc", "v", ", \"module_address\": \"module.net\"", "", "\"id\": true", ""),
            change("aws_subnet", "s", ", \"index\": 0", "", "\"vpc_id\": true", ""));
    String resources =
        """
        {"mode": "managed", "type": "aws_s3_bucket_public_access_block", "name": "each",
         "expressions": {"bucket": {"references": ["each.value.id", "each.value"]},
           "block_public_acls": {"constant_value": true}},
         "for_each_expression": {"references": ["aws_s3_bucket.b"]}},
        {"mode": "managed", "type": "aws_subnet", "name": "s",
         "expressions": {"vpc_id": {"references": ["module.net.vpc_id", "module.net"]}}}
        """;
    String calls =
        """
        "m": {"expressions": {"bucket": {"references":
             ["aws_s3_bucket.b[\\"x\\"].id", "aws_s3_bucket.b[\\"x\\"]", "aws_s3_bucket.b"]}},
          "module": {"resources": [{"mode": "managed", "type": "aws_s3_bucket_policy",
             "name": "inner", "expressions": {"bucket": {"references": ["var.bucket"]}}}]}},
        "net": {"module": {"outputs": {"vpc_id": {"expression":
             {"references": ["aws_vpc.v.id", "aws_vpc.v"]}}},
          "resources": [{"mode": "managed", "type": "aws_vpc", "name": "v", "expressions": {}}]}}
        """;
    Cloud cloud = plan(changes, resources, calls);
    assertThat(target(resource(cloud, "module.m[\"a.b\"].aws_s3_bucket_policy.inner").at("Bucket")))
        .isEqualTo("aws_s3_bucket.b[\"x\"] Ref");
    assertThat(target(resource(cloud, "aws_subnet.s[0]").at("VpcId")))
        .isEqualTo("module.net.aws_vpc.v Ref");
    assertThat(
            resource(cloud, "aws_s3_bucket.b[\"y\"]")
                .at("PublicAccessBlockConfiguration", "BlockPublicAcls")
                .value()
                .sole())
        .isPresent();
    assertThat(
            resource(cloud, "aws_s3_bucket.b[\"x\"]").at("PublicAccessBlockConfiguration").value())
        .isInstanceOf(Value.Absent.class);
  }

  @Test
  void linksWithoutAttributeGoThroughOutputs() {
    Cloud cloud =
        plan(
            change("aws_vpc", "v", ", \"module_address\": \"module.net\"", "", "\"id\": true", "")
                + ","
                + change("aws_subnet", "s", "", "", "\"vpc_id\": true", "")
                + ","
                + change("aws_flow_log", "l", "", "", "\"subnet_id\": true", ""),
            """
            {"mode": "managed", "type": "aws_subnet", "name": "s",
             "expressions": {"vpc_id": {"references": ["module.net.main"]}}},
            {"mode": "managed", "type": "aws_flow_log", "name": "l",
             "expressions": {"subnet_id": {"references": ["module.net.main"]}}}
            """,
            """
            "net": {"module": {
              "outputs": {"main": {"expression": {"references": ["aws_vpc.v"]}}},
              "resources": [{"mode": "managed", "type": "aws_vpc", "name": "v",
                "expressions": {}}]}}
            """);
    assertThat(target(resource(cloud, "aws_subnet.s").at("VpcId")))
        .isEqualTo("module.net.aws_vpc.v Ref");
    assertThat(resource(cloud, "aws_flow_log.l").at("ResourceId").value())
        .isInstanceOf(Value.Unknown.class);
  }

  @Test
  void theIdOfAKeyMayBeItsArn() {
    Cloud cloud =
        plan(
            change("aws_kms_key", "k", "", "", "\"arn\": true", "")
                + ","
                + change("aws_sqs_queue", "q", "", "", "\"kms_master_key_id\": true", ""),
            """
            {"mode": "managed", "type": "aws_sqs_queue", "name": "q", "expressions":
             {"kms_master_key_id": {"references": ["aws_kms_key.k.arn", "aws_kms_key.k"]}}}
            """,
            "");
    assertThat(target(resource(cloud, "aws_sqs_queue.q").at("KmsMasterKeyId")))
        .isEqualTo("aws_kms_key.k Arn");
  }

  @Test
  void anItemAroundAnAttributeIsNotThatAttribute() {
    Cloud cloud =
        plan(
            change("aws_eip", "e", "", "", "\"public_ip\": true", "")
                + ","
                + change(
                    "aws_security_group_rule",
                    "r",
                    "",
                    "\"type\": \"ingress\", \"cidr_blocks\": [null]",
                    "\"cidr_blocks\": [true]",
                    ""),
            """
            {"mode": "managed", "type": "aws_security_group_rule", "name": "r", "expressions":
             {"cidr_blocks": {"references": ["aws_eip.e.public_ip", "aws_eip.e"]}}}
            """,
            "");
    assertThat(resource(cloud, "aws_security_group_rule.r").at("CidrIp").value())
        .isInstanceOf(Value.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"data.aws_iam_policy_document.d.json\", \"data.aws_iam_policy_document.d\"",
        "\"data.aws_iam_policy_document.d\""
      })
  void aPolicyDocumentThatWaitsForApplyIsKnownAsFarAsItsArguments(String references) {
    String document =
        """
        {"mode": "data", "type": "aws_iam_policy_document", "name": "d",
         "change": {"actions": ["read"],
          "after": {"statement": [{"actions": ["s3:GetObject"], "effect": "Allow",
            "not_actions": null, "principals": [{"type": "*", "identifiers": ["*"]}],
            "resources": []}]},
          "after_unknown": {"json": true, "statement": [{"actions": [false],
            "principals": [{"identifiers": [false]}], "resources": [true]}]}}}
        """;
    Cloud cloud =
        plan(
            change("aws_s3_bucket_policy", "p", "", "", "\"policy\": true", "") + "," + document,
            """
            {"mode": "managed", "type": "aws_s3_bucket_policy", "name": "p", "expressions":
             {"policy": {"references": [%s]}}}
            """
                .formatted(references),
            "");
    Property statement =
        resource(cloud, "aws_s3_bucket_policy.p").at("PolicyDocument", "Statement");
    Property only = statement.elements().getFirst().property();
    assertThat(text(only.at("Action").elements().getFirst().property())).isEqualTo("s3:GetObject");
    assertThat(text(only.at("Principal"))).isEqualTo("*");
    assertThat(only.at("Resource").value().toString())
        .contains("`data.aws_iam_policy_document.d.resources` known only at apply");
  }

  @Test
  void aTextAroundAnAttributeIsNotThatAttribute() {
    Cloud cloud =
        plan(
            change("aws_s3_bucket", "b", "", "\"bucket\": \"b\"", "\"arn\": true", "")
                + ","
                + change(
                    "aws_s3_bucket_policy", "p", "", "\"bucket\": \"b\"", "\"policy\": true", ""),
            """
            {"mode": "managed", "type": "aws_s3_bucket_policy", "name": "p", "expressions":
             {"policy": {"references": ["aws_s3_bucket.b.arn", "aws_s3_bucket.b"]}}}
            """,
            "");
    assertThat(resource(cloud, "aws_s3_bucket_policy.p").at("PolicyDocument").value())
        .isInstanceOf(Value.Unknown.class);
  }

  @Test
  void valuesLeadBackToTheVariableThatGaveThem() {
    Cloud cloud =
        plan(
            change("aws_s3_bucket", "b", "", "\"bucket\": \"logs\"", "", "")
                + ","
                + change(
                    "aws_db_instance",
                    "d",
                    "",
                    "\"password\": \"s3cr3t-Word\"",
                    "",
                    "\"password\": true"),
            """
            {"mode": "managed", "type": "aws_s3_bucket", "name": "b",
             "expressions": {"bucket": {"references": ["var.name"]}}},
            {"mode": "managed", "type": "aws_db_instance", "name": "d",
             "expressions": {"password": {"references": ["var.given"]}}}
            """,
            "");
    Origin name = resource(cloud, "aws_s3_bucket.b").at("BucketName").value().origin();
    assertThat(name).isInstanceOf(Origin.Through.class);
    assertThat(name.source().text()).isEqualTo("\"logs\"");
    assertThat(name.source().start()).isGreaterThan(name.place().start());
    Value<?> password = resource(cloud, "aws_db_instance.d").at("MasterUserPassword").value();
    assertThat(password.sensitivity()).isEqualTo(Sensitivity.SECRET);
    assertThat(password.origin().source().text()).isEqualTo("var.given");
  }

  @Test
  void whatTheConfigurationDoesNotSetIsTheProvidersDefault() {
    Cloud cloud =
        plan(
            change("aws_lambda_function", "f", "", "\"timeout\": 3, \"memory_size\": 128", "", ""),
            """
            {"mode": "managed", "type": "aws_lambda_function", "name": "f",
             "expressions": {"memory_size": {"constant_value": 128}}}
            """,
            "");
    Resource function = resource(cloud, "aws_lambda_function.f");
    assertThat(function.at("Timeout").value()).isInstanceOf(Value.Default.class);
    assertThat(function.at("MemorySize").value()).isInstanceOf(Value.Known.class);
  }

  @Test
  void aVariableThatIsNullIsNotSet() {
    Cloud cloud =
        plan(
            change("aws_db_instance", "d", "", "", "\"kms_key_id\": true", ""),
            """
            {"mode": "managed", "type": "aws_db_instance", "name": "d",
             "expressions": {"kms_key_id": {"references": ["var.none"]}}}
            """,
            "");
    assertThat(resource(cloud, "aws_db_instance.d").at("KmsKeyId").value())
        .isInstanceOf(Value.Absent.class);
  }

  @Test
  void whatOneExpressionGivesIsPlacedInTheFirstInstance() {
    String queue = "\"visibility_timeout_seconds\": 30, \"delay_seconds\": 5";
    Cloud cloud =
        plan(
            change("aws_sqs_queue", "q", ", \"index\": \"a\"", queue, "", "")
                + ","
                + change("aws_sqs_queue", "q", ", \"index\": \"b\"", queue, "", ""),
            """
            {"mode": "managed", "type": "aws_sqs_queue", "name": "q",
             "for_each_expression": {"references": ["var.given"]}, "expressions": {
               "visibility_timeout_seconds": {"references": ["local.seconds"]},
               "delay_seconds": {"references": ["each.value.delay", "each.value"]}}}
            """,
            "");
    Resource a = resource(cloud, "aws_sqs_queue.q[\"a\"]");
    Resource b = resource(cloud, "aws_sqs_queue.q[\"b\"]");
    assertThat(b.header()).isEqualTo(a.header());
    assertThat(b.at("VisibilityTimeout").value().origin())
        .isEqualTo(a.at("VisibilityTimeout").value().origin());
    assertThat(b.at("DelaySeconds").value().origin())
        .isNotEqualTo(a.at("DelaySeconds").value().origin());
  }

  @Test
  void callsOfOneModuleHaveTheSameBlocks() {
    String inner =
        """
        {"source": "./modules/m", "module": {"resources": [
          {"mode": "managed", "type": "aws_vpc", "name": "v", "expressions": {}}]}}
        """;
    Cloud cloud =
        plan(
            change("aws_vpc", "v", ", \"module_address\": \"module.a\"", "", "\"id\": true", "")
                + ","
                + change(
                    "aws_vpc", "v", ", \"module_address\": \"module.b\"", "", "\"id\": true", ""),
            "",
            "\"a\": %s, \"b\": %s".formatted(inner, inner));
    assertThat(resource(cloud, "module.b.aws_vpc.v").header())
        .isEqualTo(resource(cloud, "module.a.aws_vpc.v").header());
  }

  @Test
  void policyDocumentsThatAreRenderedOnlyAtApplyAreRead() {
    String document =
        """
        {"mode": "data", "type": "aws_iam_policy_document", "name": "d",
         "change": {"actions": ["read"],
          "after": {"statement": [{"actions": ["s3:GetObject"], "effect": null,
            "resources": [null], "principals": [{"type": "*", "identifiers": ["*"]}]}]},
          "after_unknown": {"json": true, "statement": [{"resources": [true]}]}}}
        """;
    Cloud cloud =
        plan(
            document
                + ","
                + change("aws_s3_bucket", "b", "", "\"bucket\": \"b\"", "\"arn\": true", "")
                + ","
                + change(
                    "aws_s3_bucket_policy", "p", "", "\"bucket\": \"b\"", "\"policy\": true", ""),
            """
            {"mode": "data", "type": "aws_iam_policy_document", "name": "d", "expressions":
             {"statement": [{"actions": {"constant_value": ["s3:GetObject"]},
               "resources": {"references": ["aws_s3_bucket.b.arn", "aws_s3_bucket.b"]}}]}},
            {"mode": "managed", "type": "aws_s3_bucket_policy", "name": "p", "expressions":
             {"bucket": {"constant_value": "b"}, "policy": {"references":
               ["data.aws_iam_policy_document.d.json", "data.aws_iam_policy_document.d"]}}}
            """,
            "");
    Property statement =
        resource(cloud, "aws_s3_bucket_policy.p")
            .at("PolicyDocument", "Statement")
            .elements()
            .getFirst()
            .property();
    assertThat(text(statement.at("Principal"))).isEqualTo("*");
    assertThat(text(statement.at("Effect"))).isEqualTo("Allow");
    Text at =
        (Text)
            statement.at("Resource").elements().getFirst().property().value().sole().orElseThrow();
    assertThat(at.parts()).first().isInstanceOf(Text.Part.Reference.class);
    assertThat(at.literal()).isEmpty();
  }

  @Test
  void policyDocumentsThatAreMadeOfThemselvesAreNotKnown() {
    String document =
        """
        {"mode": "data", "type": "aws_iam_policy_document", "name": "d",
         "change": {"actions": ["read"], "after": {"source_policy_documents": [null]},
          "after_unknown": {"json": true, "source_policy_documents": [true]}}}
        """;
    String references =
        "{\"references\": [\"data.aws_iam_policy_document.d.json\","
            + " \"data.aws_iam_policy_document.d\"]}";
    Cloud cloud =
        plan(
            document + "," + change("aws_iam_policy", "p", "", "", "\"policy\": true", ""),
            """
            {"mode": "data", "type": "aws_iam_policy_document", "name": "d",
             "expressions": {"source_policy_documents": %s}},
            {"mode": "managed", "type": "aws_iam_policy", "name": "p",
             "expressions": {"policy": %s}}
            """
                .formatted(references, references),
            "");
    assertThat(resource(cloud, "aws_iam_policy.p").at("PolicyDocument").value())
        .isNotInstanceOf(Value.Absent.class);
  }

  @Test
  void whatIsDestroyedWillNotBeThere() {
    String gone =
        """
        {"mode": "managed", "type": "aws_vpc", "name": "v",
         "change": {"actions": ["delete"], "before": {}, "after": null}}
        """;
    assertThat(plan(gone, "", "").ofType("AWS::EC2::VPC")).isEmpty();
  }

  @Test
  void statesOfBothForms() {
    String state =
        """
        {"version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "l", "resources": [
          {"module": "module.m", "mode": "managed", "type": "aws_security_group", "name": "g",
           "instances": [{"index_key": "a", "attributes":
             {"id": "sg-0123456789abcdef0", "name": "web", "description": ""}}]},
          {"mode": "managed", "type": "aws_instance", "name": "i", "instances": [{"attributes":
             {"id": "i-0123456789abcdef0", "ami": "ami-1",
              "vpc_security_group_ids": ["sg-0123456789abcdef0"]}}]}]}
        """;
    String shown =
        """
        {"format_version": "1.0", "terraform_version": "1.11.4", "values": {"root_module": {
          "resources": [{"mode": "managed", "type": "aws_instance", "name": "i", "values":
             {"id": "i-0123456789abcdef0", "ami": "ami-1",
              "vpc_security_group_ids": ["sg-0123456789abcdef0"]}}],
          "child_modules": [{"address": "module.m", "resources": [{"mode": "managed",
             "type": "aws_security_group", "name": "g", "index": "a", "values":
             {"id": "sg-0123456789abcdef0", "name": "web", "description": ""}}]}]}}}
        """;
    for (String text : List.of(state, shown)) {
      Loaded loaded = read(Map.of("terraform.tfstate", text));
      assertThat(loaded.problems()).isEmpty();
      Resource group = resource(loaded.cloud(), "module.m.aws_security_group.g[\"a\"]");
      assertThat(group.at("GroupDescription").value()).isInstanceOf(Value.Absent.class);
      Property groups = resource(loaded.cloud(), "aws_instance.i").at("SecurityGroupIds");
      assertThat(target(groups.elements().getFirst().property()))
          .isEqualTo("module.m.aws_security_group.g[\"a\"] Ref");
    }
  }

  @Test
  void aPlanIsReviewedInPlaceOfItsFolder() {
    String source =
        """
        variable "name" {}
        resource "aws_s3_bucket" "b" {
          bucket = "${var.name}-x"
        }
        """;
    String plan =
        PLAN.formatted(change("aws_s3_bucket", "b", "", "\"bucket\": \"logs-x\"", "", ""), "", "");
    Loaded loaded = read(Map.of("main.tf", source, "plan.json", plan));
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.cloud().units())
        .singleElement()
        .satisfies(u -> {
          assertThat(u.name()).isEqualTo("plan.json");
        });
    Property name = resource(loaded.cloud(), "aws_s3_bucket.b").at("BucketName");
    assertThat(text(name)).isEqualTo("logs-x");
    assertThat(name.value().origin().place().toString()).isEqualTo("main.tf:3:12");
  }

  @Test
  void aPlanThatLacksWhatTheSourceHasSaysSo() {
    Loaded loaded =
        read(
            Map.of(
                "main.tf",
                "resource \"aws_vpc\" \"new\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n",
                "plan.json",
                PLAN.formatted("", "", "")));
    assertThat(loaded.problems())
        .extracting(Problem::message)
        .containsExactly(
            "`aws_vpc.new` is not in `plan.json`, which is reviewed in place of the source");
  }

  @Test
  void aStateBesideItsSourceIsReadOnlyWhenItIsNamed() {
    Map<String, String> files =
        Map.of(
            "main.tf",
            "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n",
            "terraform.tfstate",
            """
            {"version": 4, "terraform_version": "1.11.4", "serial": 1, "resources": [
              {"mode": "managed", "type": "aws_vpc", "name": "v",
               "instances": [{"attributes": {"cidr_block": "10.1.0.0/16"}}]}]}
            """);
    Loaded folder = read(files);
    assertThat(folder.cloud().units()).extracting("name").containsExactly(".");
    assertThat(folder.problems())
        .extracting(Problem::message)
        .containsExactly(
            "`terraform.tfstate` lies beside its source and is not reviewed; name it to review what"
                + " is there");
    Loaded state = read(files, "terraform.tfstate");
    assertThat(text(resource(state.cloud(), "aws_vpc.v").at("CidrBlock"))).isEqualTo("10.1.0.0/16");
  }

  @Test
  void brokenPlansGiveProblemsAndNothingElse() {
    for (String text :
        List.of(
            "{\"terraform_version\": \"1\", \"planned_values\": 3}",
            "{\"terraform_version\": \"1\", \"resource_changes\": [3, {\"change\": []}]}",
            "{\"terraform_version\": \"1\", \"resource_changes\": [{\"mode\": \"managed\","
                + " \"change\": {\"actions\": [[]], \"after\": {\"a\": 1}}}]}",
            "{\"terraform_version\": \"0.11\", \"version\": 3, \"serial\": 1, \"modules\": []}",
            "{\"terraform_version\": \"1\", \"resource_changes\": [")) {
      read(Map.of("plan.json", text));
    }
    assertThat(
            read(Map.of(
                    "s.tfstate",
                    "{\"terraform_version\": \"0.11\", \"version\": 3, \"serial\": 1}"))
                .problems())
        .extracting(Problem::message)
        .containsExactly("states of version 3 are not read; Terraform writes version 4");
  }

  @Test
  void aStateKeepsWhatNobodyTellsToBeADefault() {
    SourceFile file =
        SourceFile.of(
            "terraform.tfstate",
            """
            {"version": 4, "terraform_version": "1.11.0", "serial": 1, "resources": [
              {"mode": "managed", "type": "aws_s3_bucket_acl", "name": "a", "instances": [
                {"attributes": {"bucket": "b", "acl": "public-read"}}]}]}
            """);
    var state = Plans.read(Json.parse(file), new TerraformTypes());

    assertThat(state.resources().getFirst().body().entries()).containsKeys("bucket", "acl");
  }
}
