package dev.postern.readers.plan;

import dev.postern.readers.plan.Difference.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why a plan may say something else than its source: the few reasons there are, each for one
/// place.
final class Explanations {
  /// What of a difference a reason covers.
  ///
  /// @param place type and path
  /// @param ours matches what the source gives
  /// @param planned matches what the plan gives
  record Explanation(Kind kind, String place, Pattern ours, Pattern planned, String why) {}

  private static final String NOTHING = "null|nothing";
  private static final String LATER = "known after apply";

  private static final List<Explanation> ALL =
      List.of(
          of(
              Kind.VALUE,
              "aws_acm_certificate.subject_alternative_names",
              ".*",
              ".*",
              "normalised: the domain itself is one of the names"),
          of(
              Kind.ADDED,
              "aws_security_group.ingress.self",
              NOTHING,
              "false",
              "normalised: what is left out of a rule is false"),
          of(
              Kind.ADDED,
              "aws_security_group.egress.self",
              NOTHING,
              "false",
              "normalised: what is left out of a rule is false"),
          of(
              Kind.ADDED,
              "aws_db_parameter_group.parameter.apply_method",
              NOTHING,
              "\"immediate\"",
              "normalised: the default"),
          of(
              Kind.ADDED,
              "aws_s3_directory_bucket.data_redundancy",
              NOTHING,
              "\"SingleAvailabilityZone\"",
              "normalised: the default"),
          of(
              Kind.ADDED,
              "aws_s3_directory_bucket.location.type",
              NOTHING,
              "\"AvailabilityZone\"",
              "normalised: the default"),
          of(Kind.CLAIMED, "aws_dynamodb_table.ttl", NOTHING, LATER, "computed: a block"),
          of(
              Kind.CLAIMED,
              "aws_s3_bucket_acl.access_control_policy",
              NOTHING,
              LATER,
              "computed: a block"),
          of(Kind.CLAIMED, "aws_vpc_endpoint.dns_options", NOTHING, LATER, "computed: a block"),
          of(
              Kind.CLAIMED,
              "aws_vpc_endpoint.subnet_configuration",
              NOTHING,
              LATER,
              "computed: a block"),
          of(
              Kind.CLAIMED,
              "aws_db_instance.manage_master_user_password",
              NOTHING,
              LATER,
              "computed: whether an attribute of another resource is null"),
          of(
              Kind.CLAIMED,
              "aws_vpc_endpoint.subnet_ids",
              "\\[\\]",
              LATER,
              "computed: an empty set"),
          of(
              Kind.ADDED,
              "aws_s3_bucket_lifecycle_configuration.rule.filter.and.object_size_greater_than",
              NOTHING,
              "0",
              "normalised: the default"),
          of(
              Kind.ADDED,
              "aws_s3_bucket_lifecycle_configuration.rule.filter.and.object_size_less_than",
              NOTHING,
              "0",
              "normalised: the default"),
          of(
              Kind.OPEN,
              "aws_subnet.availability_zone",
              "\\[length\\(regexall\\(.*data\\.aws_availability_zones\\..*",
              ".*",
              "the account answers aws_availability_zones"),
          of(
              Kind.OPEN,
              "aws_subnet.availability_zone_id",
              "\\[length\\(regexall\\(.*data\\.aws_availability_zones\\..*",
              ".*",
              "the account answers aws_availability_zones"),
          of(Kind.CLAIMED, "aws_iam_role.inline_policy", NOTHING, LATER, "computed: a block"));

  private Explanations() {}

  private static Explanation of(Kind kind, String place, String ours, String planned, String why) {
    return new Explanation(kind, place, Pattern.compile(ours), Pattern.compile(planned), why);
  }

  /// Data sources that an account or region answers.
  private static final Set<String> ANSWERED =
      Set.of(
          "aws_availability_zones",
          "aws_caller_identity",
          "aws_canonical_user_id",
          "aws_cloudfront_log_delivery_canonical_user_id",
          "aws_partition",
          "aws_prefix_list",
          "aws_region",
          "aws_security_group",
          "aws_vpc",
          "aws_vpc_endpoint_service");

  /// The name of the folder that is planned, and what is made of it.
  private static final Pattern CWD =
      Pattern.compile(
          "`(?:lower\\()?(?:basename\\()?path\\.cwd\\)*` lives outside what is reviewed");

  private static final Pattern OUTSIDE =
      Pattern.compile(
          "`(?:format\\(\"[^`]*\", )?(?:module\\..*\\.)?data\\.([a-z0-9_]+)\\.[^`]*` lives outside"
              + " what is reviewed");

  static Optional<String> of(Difference difference) {
    Matcher outside = OUTSIDE.matcher(difference.ours());
    if (difference.kind() == Kind.OPEN
        && outside.matches()
        && ANSWERED.contains(outside.group(1))) {
      return Optional.of("the account answers " + outside.group(1));
    }
    if (difference.kind() == Kind.OPEN && CWD.matcher(difference.ours()).matches()) {
      return Optional.of("the name of the folder");
    }
    return ALL.stream()
        .filter(e -> e.kind() == difference.kind())
        .filter(e -> e.place().equals(difference.place()))
        .filter(e -> e.ours().matcher(difference.ours()).matches())
        .filter(e -> e.planned().matcher(difference.planned()).matches())
        .map(Explanation::why)
        .findFirst();
  }
}
