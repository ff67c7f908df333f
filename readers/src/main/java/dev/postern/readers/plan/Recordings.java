package dev.postern.readers.plan;

import dev.postern.readers.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the resource instances of a document.
///
/// A plan tells what will be in `resource_changes`, a state what is, in `values` or, in a state
/// file of version 4, in `resources`. Resources that are about to be destroyed will not be there.
///
/// @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">JSON output
///   format</a>
final class Recordings {
  private static final int MODULE_DEPTH = 100;

  private final List<Recorded> all = new ArrayList<>();

  private final String mode;

  private Recordings(String mode) {
    this.mode = mode;
  }

  /// The managed resources.
  static List<Recorded> of(Tree root) {
    return of(root, "managed");
  }

  /// The data sources that are read when the plan is applied.
  static List<Recorded> data(Tree root) {
    return of(root, "data");
  }

  private static List<Recorded> of(Tree root, String mode) {
    var recordings = new Recordings(mode);
    if (Trail.find(root, "resource_changes").isPresent()) {
      Trail.mappings(root, "resource_changes").forEach(recordings::change);
    } else if (Trail.find(root, "planned_values").isPresent()) {
      recordings.module(Trail.find(root, "planned_values", "root_module"), 0);
    } else if (Trail.find(root, "values").isPresent()) {
      recordings.module(Trail.find(root, "values", "root_module"), 0);
    } else {
      Trail.mappings(root, "resources").forEach(recordings::inState);
    }
    return recordings.all;
  }

  private void change(Tree.Mapping change) {
    List<String> actions =
        Trail.items(change, "change", "actions").stream()
            .flatMap(action -> Trail.text(action).stream())
            .toList();
    if (!actions.equals(List.of("delete")) && !actions.equals(List.of("forget"))) {
      add(
          change,
          Trail.text(change, "module_address").map(m -> m + ".").orElse(""),
          key(change, "index"),
          Trail.find(change, "change", "after"),
          Trail.find(change, "change", "after_unknown"),
          Trail.find(change, "change", "after_sensitive"));
    }
  }

  private void module(Optional<Tree> module, int depth) {
    if (module.isEmpty() || depth > MODULE_DEPTH) {
      return;
    }
    String prefix = Trail.text(module.get(), "address").map(m -> m + ".").orElse("");
    for (Tree.Mapping resource : Trail.mappings(module.get(), "resources")) {
      add(
          resource,
          prefix,
          key(resource, "index"),
          Trail.find(resource, "values"),
          Optional.empty(),
          Trail.find(resource, "sensitive_values"));
    }
    Trail.mappings(module.get(), "child_modules").forEach(m -> module(Optional.of(m), depth + 1));
  }

  private void inState(Tree.Mapping resource) {
    String prefix = Trail.text(resource, "module").map(m -> m + ".").orElse("");
    for (Tree.Mapping instance : Trail.mappings(resource, "instances")) {
      add(
          resource,
          prefix,
          key(instance, "index_key"),
          Trail.find(instance, "attributes"),
          Optional.empty(),
          Trail.find(instance, "sensitive_attributes"));
    }
  }

  /// `aws_instance.i`, `data.aws_region.r`.
  static String name(Tree.Mapping resource) {
    String mode = Trail.text(resource, "mode").orElse("");
    return (mode.equals("managed") ? "" : mode + ".")
        + Trail.text(resource, "type").orElse("")
        + "."
        + Trail.text(resource, "name").orElse("");
  }

  private static String key(Tree.Mapping instance, String name) {
    boolean number =
        Trail.find(instance, name)
            .filter(key -> key instanceof Tree.Scalar s && s.asNumber().isPresent())
            .isPresent();
    return Trail.text(instance, name)
        .map(key -> number ? key : "\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .map(key -> "[" + key + "]")
        .orElse("");
  }

  private void add(
      Tree.Mapping resource,
      String module,
      String key,
      Optional<Tree> values,
      Optional<Tree> unknown,
      Optional<Tree> sensitive) {
    boolean asked = Trail.text(resource, "mode").orElse("").equals(mode);
    String name = name(resource);
    if (asked && values.isPresent() && values.get() instanceof Tree.Mapping mapping) {
      Tree header =
          Trail.find(resource, "address").or(() -> Trail.find(resource, "name")).orElse(resource);
      all.add(
          new Recorded(
              module, name, key, header.span(), resource.span(), mapping, unknown, sensitive));
    }
  }
}
