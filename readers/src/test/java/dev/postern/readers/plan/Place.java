package dev.postern.readers.plan;

import dev.postern.model.TerraformType.Argument;
import dev.postern.model.TerraformType.Mode;
import dev.postern.model.TerraformType.Nesting;
import dev.postern.model.TerraformType.Shape;
import java.util.Map;
import java.util.Optional;

/// Where a value stands, and what the provider says of it.
///
/// @param path type and path without indices: `aws_instance.root_block_device.iops`
/// @param argument what the provider says of it; empty for items, keys of maps and JSON
/// @param written what the configuration says there; empty where it cannot tell
record Place(String path, Optional<Argument> argument, Shape shape, Optional<Written> written) {
  private static final Shape NONE = Shape.Scalar.ANY;

  /// An argument of a block.
  Place at(String name, Map<String, Argument> inside) {
    Optional<Argument> there = Optional.ofNullable(inside.get(name));
    return new Place(
        path + "." + name,
        there,
        there.map(Argument::shape).orElse(NONE),
        written.flatMap(w -> w.at(name)));
  }

  /// An entry of a map or object.
  Place entry(String key) {
    return new Place(
        path + "." + key,
        argument,
        shape instanceof Shape.MapOf(var e) ? e : NONE,
        written.flatMap(w -> w.at(key)));
  }

  /// An item of `size`.
  Place item(int index, int size) {
    Shape element =
        switch (shape) {
          case Shape.ListOf(var e) -> e;
          case Shape.SetOf(var e) -> e;
          case Shape.Block _, Shape.MapOf _, Shape.Scalar _ -> shape;
        };
    return new Place(path, argument, element, written.flatMap(w -> w.item(index, size)));
  }

  Place json() {
    return new Place(path + "(json)", Optional.empty(), NONE, Optional.empty());
  }

  boolean isBlock() {
    return shape instanceof Shape.Block;
  }

  boolean isMap() {
    return shape instanceof Shape.MapOf;
  }

  boolean isSet() {
    return shape instanceof Shape.SetOf
        || (shape instanceof Shape.Block(var nesting, _) && nesting == Nesting.SET);
  }

  /// Whether the user cannot set it.
  boolean isOutput() {
    return argument.filter(a -> a.mode() == Mode.COMPUTED).isPresent();
  }

  /// Whether the provider fills it where the user does not.
  boolean isComputed() {
    return argument
        .filter(a -> a.mode() == Mode.OPTIONAL_COMPUTED || a.mode() == Mode.COMPUTED)
        .isPresent();
  }
}
