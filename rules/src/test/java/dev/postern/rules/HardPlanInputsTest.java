package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Plans that pattern matchers get wrong, and the right answer: what is known after apply only, and
/// what belongs to what.
final class HardPlanInputsTest {
  private static final String PLAN =
      """
      {"format_version": "1.2", "terraform_version": "1.11.4",
       "planned_values": {"root_module": {"resources": [%s]}},
       "resource_changes": [%s],
       "configuration": {"root_module": {"resources": [%s]}}}
      """;

  private static String planned(String address, String values) {
    return """
    {"address": "%s", "mode": "managed", "type": "%s", "name": "%s", %s
     "provider_name": "registry.terraform.io/hashicorp/aws", "values": %s}
    """
        .formatted(quoted(address), type(address), name(address), index(address), values);
  }

  private static String change(String address, String after, String unknown) {
    return """
    {"address": "%s", "mode": "managed", "type": "%s", "name": "%s", %s
     "provider_name": "registry.terraform.io/hashicorp/aws",
     "change": {"actions": ["create"], "before": null, "after": %s, "after_unknown": %s,
       "before_sensitive": false, "after_sensitive": {}}}
    """
        .formatted(quoted(address), type(address), name(address), index(address), after, unknown);
  }

  private static String configured(String address, String expressions) {
    return """
    {"address": "%s", "mode": "managed", "type": "%s", "name": "%s",
     "provider_config_key": "aws", "schema_version": 0, "expressions": %s}
    """
        .formatted(address, type(address), name(address), expressions);
  }

  private static String type(String address) {
    return address.substring(0, address.indexOf('.'));
  }

  private static String name(String address) {
    return address.substring(address.indexOf('.') + 1).replaceAll("\\[.*", "");
  }

  private static String index(String address) {
    int at = address.indexOf('[');
    return at < 0 ? "" : "\"index\": " + address.substring(at + 1, address.length() - 1) + ",";
  }

  private static String quoted(String address) {
    return address.replace("\"", "\\\"");
  }

  private static List<String> told(
      String rules, List<String> planned, List<String> changes, List<String> configured) {
    String plan =
        PLAN.formatted(
            String.join(",", planned), String.join(",", changes), String.join(",", configured));
    return ExampleCloud.told(
        ExampleCloud.read(Map.of("plan.json", plan), Set.of("plan.json")), rules);
  }

  @Test
  void knownAfterApplyIsSet() {
    String trail = "aws_cloudtrail.t";
    String group = "aws_cloudwatch_log_group.g";
    String rule = "trail-without-log-group";
    String values = "{\"name\": \"t\", \"s3_bucket_name\": \"b\"}";
    var configured =
        List.of(
            configured(
                trail,
                """
                {"cloud_watch_logs_group_arn":
                  {"references": ["aws_cloudwatch_log_group.g.arn", "aws_cloudwatch_log_group.g"]}}
                """));

    assertThat(
            told(
                rule,
                List.of(planned(trail, values), planned(group, "{}")),
                List.of(
                    change(trail, values, "{\"cloud_watch_logs_group_arn\": true}"),
                    change(group, "{}", "{\"arn\": true}")),
                configured))
        .isEmpty();
    assertThat(
            told(
                rule,
                List.of(planned(trail, values)),
                List.of(change(trail, values, "{}")),
                List.of()))
        .containsExactly("violated " + rule + " " + trail);
  }

  @Test
  void anEmptyListIsNothing() {
    String bucket = "aws_s3_bucket.b";
    String rule = "bucket-without-access-logging";
    String values = "{\"bucket\": \"b\", \"logging\": []}";

    assertThat(
            told(
                rule,
                List.of(planned(bucket, values)),
                List.of(change(bucket, values, "{\"id\": true, \"logging\": []}")),
                List.of()))
        .containsExactly("violated " + rule + " " + bucket);
  }

  @Test
  void companionsBelongToTheInstanceOfTheirKey() {
    String rule = "bucket-without-access-logging";
    String logging = "aws_s3_bucket_logging.this[\"a\"]";
    var buckets = List.of("aws_s3_bucket.this[\"a\"]", "aws_s3_bucket.this[\"b\"]");
    String target = "{\"target_bucket\": \"logs\", \"target_prefix\": \"x/\"}";
    var planned =
        List.of(
            planned(buckets.get(0), "{}"), planned(buckets.get(1), "{}"), planned(logging, target));
    var changes =
        List.of(
            change(buckets.get(0), "{}", "{\"id\": true, \"bucket\": true}"),
            change(buckets.get(1), "{}", "{\"id\": true, \"bucket\": true}"),
            change(logging, target, "{\"id\": true, \"bucket\": true}"));
    var configured =
        List.of(
            configured("aws_s3_bucket.this", "{}"),
            configured(
                "aws_s3_bucket_logging.this",
                """
                {"bucket": {"references":
                  ["aws_s3_bucket.this", "each.key"]}}
                """));

    assertThat(told(rule, planned, changes, configured))
        .containsExactly("violated " + rule + " " + buckets.get(1));
  }
}
