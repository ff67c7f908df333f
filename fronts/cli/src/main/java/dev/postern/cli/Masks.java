package dev.postern.cli;

import dev.postern.finding.Secrets;
import dev.postern.model.Cloud;
import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.secrets.Detection;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says what of the source must not be shown: what is sensitive in the model, the values whose name
/// says that they are secret, and what is found in the text of a file, whose lines may be those of
/// one key. The model is searched when the first line is shown, and each file once.
final class Masks {
  private static final int DEEPEST = 100;

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
      cloud.resources().forEach(this::search);
    }
    return files.computeIfAbsent(file, this::found);
  }

  private List<Span> found(SourceFile file) {
    var all = new ArrayList<>(model.getOrDefault(file, List.of()));
    for (Detection found : dev.postern.secrets.Secrets.scan(file.text())) {
      all.add(file.span(found.start(), found.end()));
    }
    return List.copyOf(all);
  }

  private void search(Resource resource) {
    search("", resource.properties(), Sensitivity.PLAIN, 0);
  }

  private void search(String key, Value<Node> value, Sensitivity outer, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    value
        .cases()
        .forEach(c -> {
          Sensitivity sensitivity = outer.or(c.value().sensitivity());
          c.value().sole().ifPresent(node -> search(key, c.value(), node, sensitivity, depth));
        });
  }

  private void search(
      String key, Value<Node> value, Node node, Sensitivity sensitivity, int depth) {
    switch (node) {
      case Text text -> {
        if (sensitivity == Sensitivity.SECRET) {
          text.flat().stream()
              .filter(Text.Part.Literal.class::isInstance)
              .forEach(part -> hide(part.origin().source()));
        } else if (text.literal().filter(t -> isSecret(key, t)).isPresent()) {
          hide(value.origin().source());
        }
      }
      case Node.Num _, Node.Bool _ -> {
        if (sensitivity == Sensitivity.SECRET) {
          hide(value.origin().source());
        }
      }
      case Node.Items(var items, _) ->
          items.forEach(item -> search(key, item, sensitivity, depth + 1));
      case Node.Fields(var fields, _) -> {
        String name = name(fields);
        fields.forEach((field, inner) ->
            search(
                field.equalsIgnoreCase("value") && !name.isEmpty() ? name : field,
                inner,
                sensitivity,
                depth + 1));
      }
    }
  }

  /// The name in an object of a name and a value, as lists of variables have them.
  private static String name(Map<String, Value<Node>> fields) {
    for (String key : List.of("Name", "Key", "name", "key")) {
      Value<Node> name = fields.get(key);
      if (name != null && name.sole().orElse(null) instanceof Text text) {
        return text.literal().orElse("");
      }
    }
    return "";
  }

  /// Whether all of a value is secret; what is secret in a part of it is found in the file.
  private static boolean isSecret(String key, String text) {
    return dev.postern.secrets.Secrets.detect(key, text).stream()
        .anyMatch(found -> found.start() == 0 && found.end() == text.length());
  }

  private void hide(Span span) {
    model.computeIfAbsent(span.file(), _ -> new ArrayList<>()).add(span);
  }
}
