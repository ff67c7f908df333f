package dev.postern.readers.terraform.lens;

import dev.postern.model.TerraformType.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A property, and the argument that says it in Terraform.
///
/// @param terraform the type that has the argument: `aws_s3_bucket_versioning`
/// @param argument the blocks that it lies in, then its name
/// @param shape what the argument takes
/// @param property names from the resource down; `0` for an element of a list, `Key=k` for the one
///   whose `Key` is `k`
/// @param form how the value of one becomes that of the other
/// @param words what the property's words are called in the argument
/// @param link where the type is a part of another: the argument that names it
/// @param element whether each resource of the type is one element of a list
public record Spot(
    String terraform,
    List<String> argument,
    Shape shape,
    List<String> property,
    Form form,
    Map<String, String> words,
    Optional<String> link,
    boolean element) {

  public Spot {
    argument = List.copyOf(argument);
    property = List.copyOf(property);
    words = Map.copyOf(words);
  }

  /// How values of an argument and its property differ.
  public sealed interface Form {
    /// Not at all.
    record Same() implements Form {}

    /// The argument is a list of the one value that the property is.
    record InList() implements Form {}

    /// The property is a list of the one value that the argument is.
    record OutOfList() implements Form {}

    /// The argument is a map, the property a list of pairs with these names.
    record Pairs(String key, String value) implements Form {}
  }
}
