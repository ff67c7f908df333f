package dev.postern.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// One resource type of CloudFormation.
///
/// @param name `AWS::EC2::SecurityGroup`
/// @param properties by name
/// @param attributes what `Fn::GetAtt` may ask for; nested ones with dots (`Endpoint.Address`)
/// @param ref the properties or attributes whose values `Ref` gives, joined by `|` where there are
///   several; empty where AWS does not say
/// @param nested the properties of each nested type, which [PropertySchema.Shape.Nested] names
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-type-schema.html">schema</a>
public record TypeSchema(
    String name,
    Map<String, PropertySchema> properties,
    SortedSet<String> attributes,
    List<String> ref,
    Map<String, Map<String, PropertySchema>> nested) {

  public TypeSchema {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    attributes = Collections.unmodifiableSortedSet(new TreeSet<>(attributes));
    ref = List.copyOf(ref);
    nested = Collections.unmodifiableMap(new LinkedHashMap<>(nested));
  }

  public Optional<PropertySchema> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  /// The properties inside `shape`, or inside its elements: empty unless it leads to one nested
  /// type. A union of nested types gives the properties of all.
  public Map<String, PropertySchema> inside(PropertySchema.Shape shape) {
    return switch (shape) {
      case PropertySchema.Shape.Scalar _ -> Map.of();
      case PropertySchema.Shape.ListOf(var element) -> inside(element);
      case PropertySchema.Shape.MapOf(var element) -> inside(element);
      case PropertySchema.Shape.Nested(var type) -> nested.getOrDefault(type, Map.of());
      case PropertySchema.Shape.AnyOf(var shapes) -> {
        var all = new LinkedHashMap<String, PropertySchema>();
        shapes.forEach(each -> inside(each).forEach(all::putIfAbsent));
        yield Collections.unmodifiableMap(all);
      }
    };
  }
}
