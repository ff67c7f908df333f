package dev.postern.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A resource type or data source of Terraform's AWS provider.
///
/// @param name `aws_s3_bucket`
/// @param arguments its arguments, blocks and attributes by name, sorted
/// @see <a
///   href="https://developer.hashicorp.com/terraform/plugin/framework/handling-data/schemas">schemas</a>
public record TerraformType(String name, Map<String, Argument> arguments) {

  public TerraformType {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  public Optional<Argument> argument(String name) {
    return Optional.ofNullable(arguments.get(name));
  }

  /// Something that has a name in a resource.
  public record Argument(String name, Mode mode, Shape shape) {}

  /// Who sets a value.
  public enum Mode {
    REQUIRED,
    OPTIONAL,
    /// The user may; otherwise AWS or the provider does, and it is known after apply.
    OPTIONAL_COMPUTED,
    /// The user cannot.
    COMPUTED
  }

  /// What a value looks like.
  public sealed interface Shape {
    /// Values without parts of their own to name.
    enum Scalar implements Shape {
      STRING,
      NUMBER,
      BOOL,
      /// Of a type that the data does not say.
      ANY
    }

    record ListOf(Shape element) implements Shape {}

    record SetOf(Shape element) implements Shape {}

    record MapOf(Shape element) implements Shape {}

    /// A nested block, or objects with known attributes: the data does not part the two.
    record Block(Nesting nesting, Map<String, Argument> arguments) implements Shape {
      public Block {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
      }

      public Optional<Argument> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
      }
    }
  }

  /// How often a block may stand, and what its value is.
  public enum Nesting {
    LIST,
    /// A list of at most one: written as one block, read as `block[0].argument`.
    LIST_OF_ONE,
    SET,
    /// An object.
    SINGLE,
    /// A map of objects by a label.
    MAP
  }
}
