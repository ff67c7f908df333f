package dev.postern.model;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// How the resources of some types are seen by rules.
///
/// @param types the CloudFormation types that are seen this way
/// @param of makes the view of one resource of the cloud
public record ViewType<V extends View>(List<String> types, BiFunction<Resource, Cloud, V> of) {

  public ViewType {
    types = List.copyOf(types);
  }

  /// A view that needs only the resource.
  public static <V extends View> ViewType<V> of(String type, Function<Resource, V> of) {
    return new ViewType<>(List.of(type), (resource, _) -> of.apply(resource));
  }

  /// A view that also looks at what is linked to the resource.
  public static <V extends View> ViewType<V> linked(
      String type, BiFunction<Resource, Cloud, V> of) {
    return new ViewType<>(List.of(type), of);
  }
}
