package dev.postern.readers.plan;

import dev.postern.model.Node;
import dev.postern.model.TerraformType.Shape;
import dev.postern.model.Text;
import dev.postern.readers.terraform.TerraformResource;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known of the values of a resource that Terraform knows only after apply: the attributes
/// of others that they are, and the policy documents.
final class Links {
  /// Types whose ARNs are those of nothing else when something is added to them (Service
  /// Authorization Reference, "Resource types defined by" each service).
  private static final Set<String> WHOLE =
      Set.of(
          "aws_iam_group",
          "aws_iam_policy",
          "aws_iam_role",
          "aws_iam_user",
          "aws_kms_key",
          "aws_sqs_queue");

  /// What a policy document may put an attribute into.
  private static final Set<String> TEXTS = Set.of("resources", "not_resources", "values");

  private final Recorded resource;
  private final Documents documents;

  Links(Recorded resource, Documents documents) {
    this.resource = resource;
    this.documents = documents;
  }

  /// The value of an argument.
  Value<Node> argument(String name, Optional<Shape> shape, Configured.Written here, Origin at) {
    List<Configured.Target> targets = here.targets(name);
    boolean many =
        shape.filter(s -> s instanceof Shape.ListOf || s instanceof Shape.SetOf).isPresent();
    Optional<Value<Node>> document =
        targets.size() == 1 ? documents.json(targets.getFirst(), at) : Optional.empty();
    if (document.isPresent()) {
      return many ? Value.known(Node.Items.of(List.of(document.get())), at) : document.get();
    }
    if (targets.isEmpty() || !targets.stream().allMatch(t -> isTaken(name, t))) {
      return unknown(name, at);
    }
    if (many) {
      return Value.known(
          Node.Items.of(targets.stream().map(target -> reference(target, at)).toList()), at);
    }
    return targets.size() == 1 ? reference(targets.getFirst(), at) : unknown(name, at);
  }

  /// The value of an item of an argument's list.
  ///
  /// @param index among those that are not known
  /// @param unknown how many are not known
  Value<Node> item(String name, int index, int unknown, Configured.Written here, Origin at) {
    List<Configured.Target> targets = here.targets(name);
    if (targets.size() != 1 && targets.size() != unknown) {
      return unknown(name, at);
    }
    Configured.Target target = targets.get(targets.size() == 1 ? 0 : index);
    if (!resource.isData() && !isTaken(name, target)) {
      return unknown(name, at);
    }
    return documents
        .json(target, at)
        .orElseGet(() ->
            resource.isData() && TEXTS.contains(name) && !WHOLE.contains(type(target))
                ? begun(name, target, at)
                : reference(target, at));
  }

  Value<Node> unknown(String name, Origin at) {
    return Value.unknown(reason(name), at);
  }

  private Reason reason(String name) {
    return new Reason(Reason.Kind.APPLY, resource.address() + "." + name);
  }

  /// Whether an argument that mentions an attribute is that attribute, and not a text around it:
  /// `vpc_id` mentions an `id`, `role` an attribute of a role, `web_acl_id` the ARN of a web ACL.
  private static boolean isTaken(String argument, Configured.Target target) {
    String attribute = Name.lastWord(target.attribute());
    String thing = Name.lastWord(type(target));
    return Name.lastWord(argument).equals(attribute)
        || (List.of("id", "arn", "name").contains(attribute)
            && (Name.lastWord(argument).equals(thing)
                || Name.lastWord(argument.replaceAll("_(id|identifier|arn|name)s?$", ""))
                    .equals(thing)));
  }

  private static String type(Configured.Target target) {
    List<String> steps = Name.of(Name.withoutKeys(target.address())).steps();
    return steps.size() < 2 ? "" : steps.get(steps.size() - 2);
  }

  private static Value<Node> reference(Configured.Target target, Origin at) {
    return Value.known(text(target, at), at);
  }

  private static Text text(Configured.Target target, Origin at) {
    return TerraformResource.attribute(target.address(), target.attribute(), Optional.empty(), at);
  }

  /// A text that mentions an attribute: in policies, what is in a bucket is `${arn}/*`.
  private Value<Node> begun(String name, Configured.Target target, Origin at) {
    var rest = new Text.Part.Hole(reason(name), at, Sensitivity.PLAIN);
    return Value.known(text(target, at).concat(Text.of(List.of(rest))), at);
  }
}
