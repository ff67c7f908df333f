package dev.postern.view.secrets;

import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The secrets that a template or root folder writes beside its resources, by place.
record DeclaredSecrets(Resource resource, Map<Span, FoundSecret> secrets) implements View {
  static final ViewType<DeclaredSecrets> TYPE =
      new ViewType<>(
          List.of("Postern::CloudFormation::Template", "Postern::Terraform::Root"),
          (resource, _) -> new DeclaredSecrets(resource, byPlace(resource)));

  private static Map<Span, FoundSecret> byPlace(Resource resource) {
    var all = new LinkedHashMap<Span, FoundSecret>();
    FoundSecret.in(resource).forEach(found -> all.putIfAbsent(found.origin().source(), found));
    return all;
  }

  Optional<FoundSecret> at(Span place) {
    return Optional.ofNullable(secrets.get(place));
  }
}
