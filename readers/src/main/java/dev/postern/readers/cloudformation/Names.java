package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Schemas;
import dev.postern.model.Text;
import dev.postern.readers.cloudformation.sam.Serverless;
import dev.postern.text.Span;
import dev.postern.text.Spelling;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// What the names in a template stand for: loop variables, parameters, pseudo parameters and
/// resources.
final class Names {
  private static final String OUTPUTS = "Outputs.";

  private final Stack stack;
  private final Parameters parameters;
  private final Pseudo pseudo;
  private final Printed printed;
  private final Problems problems;
  private final boolean hasTransform;
  private final Optional<Schemas> schemas;
  private final Map<String, Declared> resources = new LinkedHashMap<>();
  private final Map<String, List<Span>> assumed = new LinkedHashMap<>();
  private Optional<NestedStacks> nested = Optional.empty();

  /// @param hasTransform whether a macro may add resources that are not in the text
  Names(
      Stack stack,
      Parameters parameters,
      Pseudo pseudo,
      Printed printed,
      boolean hasTransform,
      Optional<Schemas> schemas,
      Problems problems) {
    this.stack = stack;
    this.schemas = schemas;
    this.printed = printed;
    this.parameters = parameters;
    this.pseudo = pseudo;
    this.hasTransform = hasTransform;
    this.problems = problems;
  }

  void declare(Declared resource) {
    resources.putIfAbsent(resource.id(), resource);
  }

  /// From now on the outputs of nested stacks are known.
  void nest(NestedStacks stacks) {
    nested = Optional.of(stacks);
  }

  /// The names that were taken to be of what a transform makes, and where they are used.
  Map<String, List<Span>> assumed() {
    return Collections.unmodifiableMap(assumed);
  }

  /// What `Ref` gives for the name, written at `use`.
  Value<Node> ref(String name, Span use, Scope scope) {
    return loop(name, use, scope)
        .or(() -> parameters.value(name, use))
        .or(() -> pseudo.value(name, use))
        .or(() -> resource(name, "Ref", use))
        .orElseGet(() ->
            problems.invalid(
                "`" + name + "` is no parameter or resource" + Spelling.hint(name, all()),
                name,
                use));
  }

  /// What `Fn::GetAtt` gives.
  Value<Node> attribute(String name, String attribute, Span use) {
    return output(name, attribute, use)
        .or(() -> resource(name, attribute, use))
        .orElseGet(() ->
            problems.invalid(
                "`" + name + "` is no resource" + Spelling.hint(name, resources.keySet()),
                name + "." + attribute,
                use));
  }

  private Optional<Value<Node>> output(String name, String attribute, Span use) {
    return attribute.startsWith(OUTPUTS)
        ? nested.flatMap(n -> n.output(name, attribute.substring(OUTPUTS.length()), use))
        : Optional.empty();
  }

  private static Optional<Value<Node>> loop(String name, Span use, Scope scope) {
    return Optional.ofNullable(scope.loops().get(name))
        .map(text -> Texts.through(Value.<Node>known(text, origin(text, use)), use, name));
  }

  private static Origin origin(Text text, Span use) {
    return text.parts().isEmpty() ? Origin.written(use) : text.parts().getFirst().origin();
  }

  private Optional<Value<Node>> resource(String name, String attribute, Span use) {
    Declared declared = resources.get(name);
    if (declared != null && !attribute.equals("Ref")) {
      checkAttribute(declared.type(), attribute, use);
    }
    if (declared == null && !isOfModule(name)) {
      if (!isMade(name)) {
        return Optional.empty();
      }
      assumed.computeIfAbsent(name, _ -> new ArrayList<>()).add(use);
    }
    Optional<Text> text = Optional.ofNullable(declared).flatMap(d -> printed.of(d, attribute, use));
    Origin origin = Origin.written(use);
    Text reference = Text.reference(stack.prefix() + name, attribute, text, origin);
    return Optional.of(Value.known(reference, origin));
  }

  /// Stacks and the user's own code give attributes that no schema lists, and what SAM translates
  /// gives those of what it becomes.
  private void checkAttribute(String written, String attribute, Span use) {
    String type = Serverless.becomes(written);
    boolean isBeside = !type.equals(written) && Serverless.isBeside(attribute);
    schemas
        .filter(_ -> !isBeside)
        .flatMap(s -> s.type(type))
        .filter(_ -> !type.equals("AWS::CloudFormation::CustomResource"))
        .filter(s -> !gives(s.attributes(), attribute))
        .ifPresent(s -> {
          String hint = Spelling.hint(attribute, s.attributes());
          problems.warning("`" + written + "` gives no attribute `" + attribute + "`" + hint, use);
        });
  }

  /// `Outputs.Any` is an attribute where `Outputs` is one and nothing is listed inside of it.
  private static boolean gives(SortedSet<String> known, String attribute) {
    int dot = attribute.indexOf('.');
    String outer = dot < 0 ? attribute : attribute.substring(0, dot);
    return known.contains(attribute)
        || (known.contains(outer) && known.stream().noneMatch(a -> a.startsWith(outer + ".")));
  }

  /// The SAM transform names what it makes after the resource that it makes it for
  /// (<https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html>).
  private boolean isMade(String name) {
    return hasTransform
        && (name.startsWith("Serverless")
            || resources.keySet().stream().anyMatch(name::startsWith));
  }

  /// The resources of a module are reached through its name
  /// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/modules-ref-resources.html>).
  private boolean isOfModule(String name) {
    return resources.values().stream()
        .anyMatch(r -> r.type().endsWith("::MODULE") && name.startsWith(r.id()));
  }

  /// The variable that is meant by what is not known, when there is one.
  Optional<Variable> variable(Reason reason) {
    return parameters
        .variable(reason)
        .or(() -> Pseudo.variable(reason))
        .or(() -> stack.outer().apply(reason));
  }

  private List<String> all() {
    var all = new ArrayList<String>();
    parameters.names().forEach(all::add);
    all.addAll(resources.keySet());
    all.addAll(Pseudo.NAMES);
    return all;
  }
}
