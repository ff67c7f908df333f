package dev.postern.readers.cloudformation;

import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the `Rules` of a template leave of the values of its parameters. Only assertions that hold
/// whatever else is given, and that list the values of one parameter, are taken into account; the
/// others leave more worlds than can be deployed.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html">rules</a>
final class Rules {
  private Rules() {}

  static List<Parameter> narrowed(Template template, List<Parameter> parameters) {
    List<Parameter> all = parameters;
    for (Entry rule : template.entries("Rules")) {
      boolean isAlways =
          rule.value() instanceof Mapping body && body.find("RuleCondition").isEmpty();
      if (isAlways
          && ((Mapping) rule.value()).find("Assertions").orElse(null)
              instanceof Sequence(var assertions, _, _)) {
        for (Tree assertion : assertions) {
          all = all.stream().map(p -> narrowed(p, assertion)).toList();
        }
      }
    }
    return all;
  }

  private static Parameter narrowed(Parameter parameter, Tree assertion) {
    Optional<Call> contains =
        assertion instanceof Mapping body
            ? body.find("Assert").flatMap(Call::of).filter(c -> c.name().equals("Fn::Contains"))
            : Optional.empty();
    if (contains.isEmpty()
        || contains.get().arguments().size() != 2
        || !isRef(contains.get().arguments().getLast(), parameter.name())
        || !(contains.get().arguments().getFirst() instanceof Sequence(var items, _, _))) {
      return parameter;
    }
    var left = new ArrayList<Scalar>();
    for (Tree item : items) {
      if (!(item instanceof Scalar value) || Call.of(item).isPresent()) {
        return parameter;
      }
      if (parameter.allowed().isEmpty()
          || parameter.allowed().stream().anyMatch(a -> a.text().equals(value.text()))) {
        left.add(value);
      }
    }
    return left.isEmpty() ? parameter : parameter.allowing(left);
  }

  private static boolean isRef(Tree tree, String name) {
    return Call.of(tree)
        .filter(c -> c.name().equals("Ref"))
        .filter(c -> c.argument() instanceof Scalar s && s.text().equals(name))
        .isPresent();
  }
}
