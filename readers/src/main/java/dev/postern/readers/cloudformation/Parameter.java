package dev.postern.readers.cloudformation;

import dev.postern.model.Form;
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
/// @param form what `AllowedPattern`, `MinLength`, `MaxLength` and the type say of a string
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html">parameters</a>
record Parameter(
    String name,
    Span at,
    String type,
    Optional<Scalar> ifNotGiven,
    List<Scalar> allowed,
    boolean isSecret,
    Form form) {
  /// The ids of EC2, such as `vpc-0123456789abcdef0`.
  private static final Form ID = Form.of("[a-z0-9-]+", 1, Integer.MAX_VALUE);

  static Parameter of(Entry entry) {
    Tree body = entry.value();
    return new Parameter(
        entry.key(),
        entry.keySpan(),
        find(body, "Type").map(Scalar::text).orElse("String"),
        find(body, "Default").filter(s -> !s.isNull()),
        allowed(body),
        find(body, "NoEcho").map(s -> s.text().equalsIgnoreCase("true")).orElse(false),
        form(body));
  }

  private static Optional<Scalar> find(Tree body, String key) {
    return body instanceof Mapping mapping
        ? mapping.find(key).filter(Scalar.class::isInstance).map(Scalar.class::cast)
        : Optional.empty();
  }

  /// `AllowedPattern` is a regular expression of Java's for the whole value. For a value from the
  /// Parameter Store it is about the name under which that lies.
  private static Form form(Tree body) {
    String type = find(body, "Type").map(Scalar::text).orElse("String");
    if (type.matches("AWS::EC2::[A-Za-z]+::Id")) {
      return ID;
    }
    return type.equals("String")
        ? Form.of(
            find(body, "AllowedPattern").map(Scalar::text).orElse("(.|\\s)*"),
            length(body, "MinLength").orElse(0),
            length(body, "MaxLength").orElse(Integer.MAX_VALUE))
        : Form.ANY;
  }

  private static Optional<Integer> length(Tree body, String key) {
    return find(body, key)
        .map(Scalar::text)
        .filter(digits -> digits.matches("[0-9]{1,9}"))
        .map(Integer::valueOf);
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

  /// The same with other allowed values.
  Parameter allowing(List<Scalar> values) {
    return new Parameter(name, at, type, ifNotGiven, List.copyOf(values), isSecret, form);
  }

  boolean isList() {
    String inner = isStored() ? type.substring(type.indexOf('<') + 1) : type;
    return inner.startsWith("List<") || inner.startsWith("CommaDelimitedList");
  }

  boolean isNumber() {
    return type.equals("Number");
  }
}
