package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Unit;
import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the templates of a review export to each other.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-importvalue.html">Fn::ImportValue</a>
public final class Exports {
  public static final Exports NONE = new Exports(Map.of());

  private final Map<Text, List<Value<Node>>> byName;

  private Exports(Map<Text, List<Value<Node>>> byName) {
    this.byName = byName;
  }

  /// The exports of templates that are units of their own, each named by its path. What one of them
  /// imports again stays unknown.
  public static Exports of(List<Document> templates, Inputs inputs) {
    var byName = new HashMap<Text, List<Value<Node>>>();
    for (Document document : templates) {
      if (document.roots().isEmpty() || !(document.roots().getFirst() instanceof Mapping root)) {
        continue;
      }
      String path = document.file().path();
      var problems = new Problems();
      var resources =
          new Resources(
              new Template(root),
              new Unit(path, Unit.Kind.CLOUDFORMATION, List.of(path)),
              inputs,
              Stack.of(path + "::", path),
              problems,
              new Work(problems));
      for (Outputs.Export export : resources.exports()) {
        byName.computeIfAbsent(export.name(), _ -> new ArrayList<>()).add(export.value());
      }
    }
    return new Exports(byName);
  }

  /// Every value that is exported by this name, which is surely the same.
  List<Value<Node>> find(Text name) {
    return name.literal().isPresent() ? byName.getOrDefault(name, List.of()) : List.of();
  }
}
