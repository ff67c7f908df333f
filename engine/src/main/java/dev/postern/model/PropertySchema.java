package dev.postern.model;

import java.util.List;

/// One property of a resource type or of a type nested in it.
///
/// @param name `SecurityGroupIngress`
/// @param required whether CloudFormation refuses a resource without it
/// @param shape what its value looks like
public record PropertySchema(String name, boolean required, Shape shape) {

  /// What a value looks like. Nested types may contain themselves, so they go by name.
  public sealed interface Shape {
    /// Values without parts of their own to name.
    enum Scalar implements Shape {
      STRING,
      INTEGER,
      NUMBER,
      BOOLEAN,
      /// ISO 8601.
      TIMESTAMP,
      /// Any JSON: policy documents, free objects.
      JSON,
      /// An object of `Key` and `Value`.
      TAG
    }

    record ListOf(Shape element) implements Shape {}

    /// A map whose keys are the user's own.
    record MapOf(Shape element) implements Shape {}

    /// An object: a key of [TypeSchema#nested()].
    record Nested(String type) implements Shape {}

    /// Any one of these.
    record AnyOf(List<Shape> shapes) implements Shape {
      public AnyOf {
        shapes = List.copyOf(shapes);
      }
    }
  }

  /// Whether it is a list of tags.
  public boolean isTags() {
    return shape instanceof Shape.ListOf(Shape.Scalar element) && element == Shape.Scalar.TAG;
  }
}
