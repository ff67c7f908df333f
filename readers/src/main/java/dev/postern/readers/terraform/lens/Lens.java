package dev.postern.readers.terraform.lens;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one line of the table says about a Terraform type.
///
/// @param terraform `aws_s3_bucket`
/// @param type what it becomes, or what it becomes a part of: `AWS::S3::Bucket`
/// @param into the argument that names the resource that this one is a part of; empty when it
///   stands for itself
/// @param each the argument of whose elements each makes a resource
/// @param renames where arguments go, by their dotted path; `a.*` for those in `a` that no property
///   is named after
/// @param splits the arguments that become resources of their own, by name
/// @param constants what the Terraform type says by being what it is, or by an argument
record Lens(
    String terraform,
    String type,
    Optional<String> into,
    Optional<String> each,
    Map<String, Target> renames,
    Map<String, Split> splits,
    List<Constant> constants) {

  Lens {
    renames = Map.copyOf(renames);
    splits = Map.copyOf(splits);
    constants = List.copyOf(constants);
  }

  /// A lens of one type without rules.
  static Lens plain(String terraform, String type) {
    return new Lens(
        terraform, type, Optional.empty(), Optional.empty(), Map.of(), Map.of(), List.of());
  }

  /// A property that has this text.
  ///
  /// @param given the argument whose presence says so; empty when it is always so
  record Constant(String property, String text, Optional<String> given) {}

  /// Where an argument goes.
  ///
  /// @param path from the object that its block becomes; empty when its own arguments go there
  /// @param words what its words are called there; others keep theirs
  record Target(List<Step> path, Map<String, String> words) {
    Target {
      path = List.copyOf(path);
      words = Map.copyOf(words);
    }
  }

  /// One step down in properties.
  ///
  /// @param list whether what follows lies in the elements of a list
  /// @param constants what else such an element holds; empty unless it is one named element
  record Step(String name, boolean list, Map<String, String> constants) {
    Step {
      constants = Map.copyOf(constants);
    }
  }

  /// A part that CloudFormation has as a resource of its own.
  ///
  /// @param back the property of that resource that refers to the whole
  /// @param value the property that takes the argument; empty when the argument is a block whose
  ///   own arguments are the properties
  record Split(String type, String back, Optional<String> value) {}
}
