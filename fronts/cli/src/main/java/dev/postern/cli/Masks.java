package dev.postern.cli;

import dev.postern.finding.Secrets;
import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.Strings;
import dev.postern.model.Text;
import dev.postern.secrets.Detection;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Sensitivity;
import dev.postern.view.secrets.FoundSecret;
import dev.postern.view.secrets.SecretByReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says what of the source must not be shown: what is sensitive in the model, what is found in it
/// to be secret, and what is found in the text of a file, whose lines may be those of one key. The
/// model is searched when the first line is shown, and each file once.
final class Masks {
  private final Cloud cloud;
  private final Map<SourceFile, List<Span>> files = new HashMap<>();
  private final Map<SourceFile, List<Span>> model = new HashMap<>();
  private boolean searched;

  private Masks(Cloud cloud) {
    this.cloud = cloud;
  }

  static Secrets of(Cloud cloud) {
    return new Secrets(new Masks(cloud)::in);
  }

  private List<Span> in(SourceFile file) {
    if (!searched) {
      searched = true;
      FoundSecret.places(cloud).values().forEach(spans -> spans.forEach(this::hide));
      cloud.resources().forEach(this::hideSensitive);
    }
    return files.computeIfAbsent(file, this::found);
  }

  private List<Span> found(SourceFile file) {
    var all = new ArrayList<>(model.getOrDefault(file, List.of()));
    for (Detection found : dev.postern.secrets.Secrets.scan(file.text())) {
      all.add(file.span(found.start(), found.end()));
    }
    return apart(all);
  }

  /// The same characters in order, each once.
  private static List<Span> apart(List<Span> spans) {
    var apart = new ArrayList<Span>();
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
      if (!apart.isEmpty() && span.start() <= apart.getLast().end()) {
        apart.add(apart.removeLast().to(span));
      } else {
        apart.add(span);
      }
    }
    return List.copyOf(apart);
  }

  private void hideSensitive(Resource resource) {
    Strings.of(resource).stream()
        .filter(leaf -> leaf.sensitivity() == Sensitivity.SECRET)
        .forEach(leaf -> {
          boolean all = SecretByReference.isAllSecret(leaf);
          leaf.text().flat().stream()
              .filter(Text.Part.Literal.class::isInstance)
              .filter(part -> all || part.origin() instanceof Origin.Through)
              .forEach(part -> hide(part.origin().source()));
        });
  }

  private void hide(Span span) {
    model.computeIfAbsent(span.file(), _ -> new ArrayList<>()).add(span);
  }
}
