package dev.postern.readers.cloudformation;

import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import java.util.List;
import java.util.Optional;

/// The text of a template, by section.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html">template
///   sections</a>
record Template(Mapping root) {
  static final List<String> SECTIONS =
      List.of(
          "AWSTemplateFormatVersion",
          "Conditions",
          "Description",
          "Globals",
          "Hooks",
          "Mappings",
          "Metadata",
          "Outputs",
          "Parameters",
          "Resources",
          "Rules",
          "Transform");

  Optional<Tree> section(String name) {
    return root.find(name);
  }

  /// The entries of a section, none where it is not written or no map.
  List<Entry> entries(String section) {
    return section(section).orElse(null) instanceof Mapping mapping ? mapping.entries() : List.of();
  }

  /// Whether a macro may add resources that are not in the text.
  boolean hasMacro() {
    return transforms().stream().anyMatch(t -> !t.equals("AWS::LanguageExtensions"));
  }

  /// Whether code in the user's account changes the template before it is deployed, in ways that
  /// nobody else knows.
  boolean hasOwnMacro() {
    return transforms().stream().anyMatch(t -> !t.startsWith("AWS::"));
  }

  boolean isServerless() {
    return transforms().contains("AWS::Serverless-2016-10-31");
  }

  /// The macros that are applied to the whole template.
  List<String> transforms() {
    Tree written = section("Transform").orElse(null);
    List<Tree> all =
        written instanceof Sequence(var items, _, _)
            ? items
            : Optional.ofNullable(written).stream().toList();
    return all.stream()
        .map(tree -> tree instanceof Mapping m ? m.find("Name").orElse(tree) : tree)
        .filter(Scalar.class::isInstance)
        .map(tree -> ((Scalar) tree).text())
        .toList();
  }
}
