package dev.postern.review;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.review.Acceptance.Scope;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.value.Value;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Reads the acceptances in the `Metadata` of templates and their resources: our own under
/// `postern: allow`, and those of Checkov, cfn_nag and cdk-nag. What stands in a template's own
/// `Metadata` is about all of it.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-metadata.html">Metadata
///   attribute</a>
/// @see <a href="https://github.com/stelligent/cfn_nag#per-resource-rule-suppression">cfn_nag</a>
/// @see <a href="https://github.com/cdklabs/cdk-nag#suppressing-a-rule">cdk-nag</a>
final class MetadataEntries {
  private final Resource resource;
  private final Written to;

  private MetadataEntries(Resource resource, Written to) {
    this.resource = resource;
    this.to = to;
  }

  static void read(Resource resource, Written to) {
    boolean template = resource.isRemainder();
    Value<Node> holder = template ? resource.properties() : resource.attributes();
    field(holder, "Metadata")
        .ifPresent(metadata -> new MetadataEntries(resource, to).read(metadata));
  }

  private void read(Value<Node> metadata) {
    entries(metadata, "postern", "allow").forEach(this::ours);
    entries(metadata, "checkov", "skip").forEach(e -> foreign("checkov", "comment", e));
    entries(metadata, "cfn_nag", "rules_to_suppress").forEach(e -> foreign("cfn_nag", "reason", e));
    entries(metadata, "cdk_nag", "rules_to_suppress").forEach(e -> foreign("cdk-nag", "reason", e));
  }

  private static List<Value<Node>> entries(Value<Node> metadata, String tool, String list) {
    return field(metadata, tool)
        .flatMap(v -> field(v, list))
        .map(v -> v.sole().orElse(null) instanceof Node.Items(var items, _) ? items : List.of(v))
        .orElse(List.of());
  }

  private void ours(Value<Node> entry) {
    Optional<String> until = text(entry, "until");
    Optional<LocalDate> day = until.flatMap(Dates::parse);
    String rule = text(entry, "rule").orElse("");
    Span at = entry.origin().source();
    if (rule.isEmpty()) {
      to.problems()
          .add(Problem.warning("this accepts nothing; it takes `rule`, `until`, `reason`", at));
    } else if (until.isPresent() && day.isEmpty()) {
      to.problems().add(Problem.warning("`%s` stays: `until` is no date".formatted(rule), at));
    } else {
      add(rule, text(entry, "reason").orElse(""), day, text(entry, "owner"), "postern", at);
    }
  }

  private void foreign(String tool, String reasonKey, Value<Node> entry) {
    Span at = entry.origin().source();
    String id = text(entry, "id").orElse("");
    boolean narrowed =
        field(entry, "applies_to").isPresent() || field(entry, "appliesTo").isPresent();
    if (id.isEmpty() || narrowed) {
      to.problems()
          .add(
              Problem.info(
                  "a suppression of %s %s and accepts nothing here"
                      .formatted(tool, narrowed ? "is about parts of a finding" : "has no id"),
                  at));
      return;
    }
    String reason = text(entry, reasonKey).orElse("");
    boolean encoded = text(entry, "is_reason_encoded").filter("true"::equals).isPresent();
    add(id, encoded ? decoded(reason) : reason, Optional.empty(), Optional.empty(), tool, at);
  }

  private static String decoded(String reason) {
    try {
      return new String(Base64.getDecoder().decode(reason), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return reason;
    }
  }

  private void add(
      String rule,
      String reason,
      Optional<LocalDate> until,
      Optional<String> owner,
      String tool,
      Span at) {
    Scope scope =
        resource.isRemainder() ? new Scope.Unit(resource.unit().name()) : new Scope.Within(at);
    to.add(new Acceptance(rule, scope, reason.strip(), until, owner, false, tool, at));
  }

  private static Optional<Value<Node>> field(Value<Node> map, String key) {
    return map.sole().orElse(null) instanceof Node.Fields(var entries, _)
        ? Optional.ofNullable(entries.get(key))
        : Optional.empty();
  }

  private static Optional<String> text(Value<Node> map, String key) {
    return field(map, key)
        .flatMap(Value::sole)
        .flatMap(node ->
            switch (node) {
              case Text text -> text.literal();
              case Node.Num _, Node.Bool _ -> Optional.of(node.toString());
              case Node.Items _, Node.Fields _ -> Optional.empty();
            })
        .map(String::strip);
  }
}
