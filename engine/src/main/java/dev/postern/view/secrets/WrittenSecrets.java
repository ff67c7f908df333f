package dev.postern.view.secrets;

import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The secrets that a resource writes in plain text, by place; where several names lead to one
/// place, by the first.
record WrittenSecrets(Resource resource, List<FoundSecret> all, Map<Span, FoundSecret> byPlace)
    implements View {
  static final ViewType<WrittenSecrets> TYPE =
      new ViewType<>(List.of("*"), (resource, _) -> of(resource));

  private static WrittenSecrets of(Resource resource) {
    List<FoundSecret> all = FoundSecret.in(resource);
    var byPlace = new LinkedHashMap<Span, FoundSecret>();
    all.forEach(found -> byPlace.putIfAbsent(found.origin().source(), found));
    return new WrittenSecrets(resource, all, byPlace);
  }

  /// What is written beside the resources of the unit of `resource`.
  static List<WrittenSecrets> beside(Resource resource, Cloud cloud) {
    return Declarations.TYPE.types().stream()
        .flatMap(type -> cloud.ofType(type).stream())
        .filter(holder -> holder.unit().equals(resource.unit()))
        .map(holder -> cloud.view(TYPE, holder))
        .toList();
  }

  Optional<FoundSecret> at(Span place) {
    return Optional.ofNullable(byPlace.get(place));
  }
}
