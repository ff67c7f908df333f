package dev.postern.readers.cloudformation;

import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.text.Span;
import java.util.List;
import java.util.Optional;

/// A parameter as it is declared.
///
/// @param at its name
/// @param allowed `AllowedValues`; empty when any value is allowed
/// @param isSecret `NoEcho`
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html">parameters</a>
record Parameter(
    String name,
    Span at,
    String type,
    Optional<Scalar> ifNotGiven,
    List<Scalar> allowed,
    boolean isSecret) {

  static Parameter of(Entry entry) {
    Tree body = entry.value();
    return new Parameter(
        entry.key(),
        entry.keySpan(),
        find(body, "Type").map(Scalar::text).orElse("String"),
        find(body, "Default").filter(s -> !s.isNull()),
        allowed(body),
        find(body, "NoEcho").map(s -> s.text().equalsIgnoreCase("true")).orElse(false));
  }

  private static Optional<Scalar> find(Tree body, String key) {
    return body instanceof Mapping mapping
        ? mapping.find(key).filter(Scalar.class::isInstance).map(Scalar.class::cast)
        : Optional.empty();
  }

  private static List<Scalar> allowed(Tree body) {
    return body instanceof Mapping mapping
            && mapping.find("AllowedValues").orElse(body) instanceof Sequence(var items, _, _)
        ? items.stream().filter(Scalar.class::isInstance).map(Scalar.class::cast).toList()
        : List.of();
  }

  /// Whether its value is read from the Parameter Store when the stack is deployed, so that what is
  /// given is only the name under which it lies there.
  boolean isStored() {
    return type.startsWith("AWS::SSM::Parameter::Value<");
  }

  boolean isList() {
    String inner = isStored() ? type.substring(type.indexOf('<') + 1) : type;
    return inner.startsWith("List<") || inner.startsWith("CommaDelimitedList");
  }

  boolean isNumber() {
    return type.equals("Number");
  }
}
