package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The role that SAM makes for a function or state machine that names none.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-policies.html">Policies</a>
final class Role {
  private static final List<String> PATHS =
      List.of("", "service-role/", "job-function/", "aws-service-role/", "root-task/");

  private final Resource owner;
  private final Props sam;
  private final Stack stack;
  private final List<Value<Node>> managed = new ArrayList<>();
  private final List<Value<Node>> inline = new ArrayList<>();
  private Optional<Reason> rest = Optional.empty();

  Role(Resource owner, Props sam, Stack stack) {
    this.owner = owner;
    this.sam = sam;
    this.stack = stack;
  }

  String id() {
    return owner.address() + "Role";
  }

  /// Adds a policy of AWS's, by its name with the path.
  void addManaged(String name, Origin origin) {
    addOnce(managed, stack.pattern().managedPolicy(name, origin));
  }

  /// The policy to write traces is another one outside of the partition `aws`.
  void addTracing(Origin origin) {
    Value<Node> partition = stack.pattern().fill("${AWS::Partition}", origin);
    boolean isOther = Props.word(partition).filter(p -> !p.equals("aws")).isPresent();
    addManaged(isOther ? "AWSXRayDaemonWriteAccess" : "AWSXrayWriteOnlyAccess", origin);
  }

  void addInline(Value<Node> policy) {
    Optional<Value<Node>> document = Props.of(policy).find("PolicyDocument");
    boolean isThere =
        document.isPresent()
            && inline.stream()
                .map(before -> Props.of(before).find("PolicyDocument"))
                .flatMap(Optional::stream)
                .anyMatch(before -> Alike.are(before, document.get()));
    if (!isThere) {
      inline.add(policy);
    }
  }

  private static void addOnce(List<Value<Node>> all, Value<Node> value) {
    if (all.stream().noneMatch(before -> Alike.are(before, value))) {
      all.add(value);
    }
  }

  /// Adds what the user wrote as `Policies`.
  void addWritten() {
    switch (sam.find("Policies").orElse(Value.absent(sam.origin()))) {
      case Value.Known<Node>(Node.Items(var policies, var more), _, _) -> {
        for (int i = 0; i < policies.size(); i++) {
          addWritten(i, policies.get(i));
        }
        rest = more;
      }
      case Value.Known<Node> one -> addWritten(0, one);
      case Value.OneOf<Node> either -> addWritten(0, either);
      case Value.Unknown<Node>(var reason, _, _) -> rest = Optional.of(reason);
      case Value.Default<Node> _, Value.Absent<Node> _ -> {}
    }
  }

  /// A policy is the name or ARN of a managed one, a document, or a SAM policy template; in each
  /// world one of them or none.
  private void addWritten(int index, Value<Node> policy) {
    boolean isInline =
        policy.cases().stream()
            .anyMatch(c -> c.value().sole().filter(Node.Fields.class::isInstance).isPresent());
    if (isInline) {
      addInline(policy.flatMap(node -> inlined(index, policy.origin(), node)));
    } else if (policy instanceof Value.Unknown<Node>(var reason, _, _)) {
      rest = Optional.of(reason);
    } else {
      addOnce(managed, policy.flatMap(node -> managed(node, policy.origin())));
    }
  }

  private Value<Node> inlined(int index, Origin origin, Node node) {
    if (!(node instanceof Node.Fields fields)) {
      return Value.known(node, origin);
    }
    Value<Node> document = document(fields, origin);
    return Props.none(origin)
        .with("PolicyName", id() + "Policy" + index)
        .with("PolicyDocument", document)
        .value();
  }

  private Value<Node> document(Node.Fields fields, Origin origin) {
    if (fields.entries().containsKey("Statement") || fields.rest().isPresent()) {
      return Value.known(fields, origin);
    }
    if (fields.entries().size() == 1) {
      return template(fields.entries().firstEntry().getKey(), fields, origin);
    }
    stack.tell(
        Problem.error(
            "entry of `Policies` has no `Statement` and is no policy template", origin.place()));
    return Value.unknown(new Reason(Reason.Kind.INVALID, "Policies"), origin);
  }

  private Value<Node> template(String name, Node.Fields fields, Origin origin) {
    if (!PolicyTemplates.has(name)) {
      stack.tell(Problem.error("policy template `" + name + "` is not known", origin.place()));
      return Value.unknown(new Reason(Reason.Kind.UNSUPPORTED, name), origin);
    }
    Value<Node> parameters = fields.entries().firstEntry().getValue();
    return PolicyTemplates.document(name, Props.of(parameters), origin, stack.pattern());
  }

  /// SAM makes an ARN of the name of a policy of AWS's, and of no other.
  private Value<Node> managed(Node node, Origin origin) {
    Value<Node> same = Value.known(node, origin);
    Optional<String> name = node instanceof Text text ? text.literal() : Optional.empty();
    return name.filter(n -> !n.contains(":"))
        .flatMap(n ->
            PATHS.stream()
                .filter(path -> stack.around().hasPolicy("arn:aws:iam::aws:policy/" + path + n))
                .findFirst())
        .map(path ->
            stack
                .pattern()
                .fill(
                    "arn:${AWS::Partition}:iam::aws:policy/" + path + "${name}",
                    origin,
                    Map.of("name", same)))
        .orElse(same);
  }

  Props properties(Value<Node> trust, String mark) {
    Origin origin = sam.find("Policies").map(Value::origin).orElse(sam.origin());
    Props role =
        Props.none(sam.origin())
            .taking(sam, "PermissionsBoundary")
            .with("Path", sam.find("RolePath"))
            .with("AssumeRolePolicyDocument", trust)
            .with("ManagedPolicyArns", Value.known(new Node.Items(managed, rest), origin))
            .with("Tags", sam.tags(mark));
    return inline.isEmpty() && rest.isEmpty()
        ? role
        : role.with("Policies", Value.known(new Node.Items(inline, rest), origin));
  }

  void make(Value<Node> trust, String mark, List<World> when) {
    stack.add(owner, id(), "AWS::IAM::Role", properties(trust, mark), when);
  }
}
