package dev.postern.readers.plan;

import dev.postern.model.Node;
import dev.postern.model.TerraformSchemas;
import dev.postern.model.TerraformType;
import dev.postern.readers.terraform.Terraform;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The policy documents of a plan that are rendered when it is applied, because they name what is
/// known only then. The plan tells what they are made of.
///
/// @see <a
///   href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document">aws_iam_policy_document</a>
final class Documents {
  static final String TYPE = "aws_iam_policy_document";
  private static final Set<String> RENDERED = Set.of("json", "minified_json");
  private static final int DEPTH = 50;

  private final Map<String, Recorded> recorded = new HashMap<>();
  private final Map<String, Value<Node>> rendered = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Configured configured;
  private final Map<String, TerraformType.Argument> arguments;
  private final Consumer<Problem> problems;

  /// @param data the data sources that are read when the plan is applied
  Documents(
      List<Recorded> data,
      Configured configured,
      TerraformSchemas schemas,
      Consumer<Problem> problems) {
    data.stream()
        .filter(d -> d.type().equals(TYPE))
        .forEach(d -> recorded.putIfAbsent(d.address(), d));
    this.configured = configured;
    this.arguments = schemas.dataSource(TYPE).map(TerraformType::arguments).orElse(Map.of());
    this.problems = problems;
  }

  /// The text of a document that `target` is, used at `at`; empty where it is none, or is made of
  /// itself or of too many others.
  Optional<Value<Node>> json(Configured.Target target, Origin at) {
    String address = target.address();
    Recorded document = recorded.get(address);
    if (document == null
        || !RENDERED.contains(target.attribute())
        || open.size() == DEPTH
        || !open.add(address)) {
      return Optional.empty();
    }
    Value<Node> known = rendered.get(address);
    if (known == null) {
      Origin here = Origin.written(configured.instances().first(document).header());
      Node.Fields body = new Values(document, configured, this).body(arguments);
      known = Terraform.policyDocument(body, here, problems);
      rendered.put(address, known);
    }
    open.remove(address);
    return Optional.of(known.sole().map(text -> Value.known(text, at)).orElse(known));
  }
}
