package dev.postern.readers.plan;

import dev.postern.readers.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The module instances of a plan's configuration, which repeats a module for each call of it.
/// Calls of the same source are given the same blocks here, those of the first of them.
///
/// @see <a
///   href="https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation">
///   configuration representation</a>
final class Modules {
  private final Tree plan;
  private final Optional<Tree> root;
  private final Map<String, Tree> byFolder = new HashMap<>();
  private final Map<String, Optional<Place>> byPrefix = new HashMap<>();

  /// Where an expression stands.
  ///
  /// @param folder where the module is written: the sources of the calls that lead to it
  /// @param prefix the address of the module instance, with a dot behind, or empty
  /// @param key the key of the resource or module instance whose expression it is
  /// @param loop its `for_each`
  record Place(Tree module, String folder, String prefix, String key, Optional<Tree> loop) {

    Place with(String key, Optional<Tree> loop) {
      return new Place(module, folder, prefix, key, loop);
    }
  }

  /// An expression in its place.
  record Expression(Tree tree, Place place) {}

  /// @param plan the whole plan
  Modules(Tree plan) {
    this.plan = plan;
    this.root = Trail.find(plan, "configuration", "root_module");
  }

  /// The module instance with this address; none in a state, which has no configuration.
  Optional<Place> place(String prefix) {
    Optional<Place> known = byPrefix.get(prefix);
    if (known == null) {
      known = search(prefix);
      byPrefix.put(prefix, known);
    }
    return known;
  }

  private Optional<Place> search(String prefix) {
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Tree here = root.get();
    Name name = Name.of(prefix);
    String key = "";
    String folder = "";
    for (int i = 0; i + 1 < name.steps().size(); i += 2) {
      Optional<Tree> call = Trail.find(here, "module_calls", name.step(i + 1));
      Optional<Tree> inner = Trail.at(call, "module");
      if (inner.isEmpty()) {
        return Optional.empty();
      }
      folder = folder(folder, call.get(), name.step(i + 1));
      here = byFolder.computeIfAbsent(folder, _ -> inner.get());
      key = name.index(i + 1);
    }
    return Optional.of(new Place(here, folder, prefix, key, Optional.empty()));
  }

  /// Local paths are relative to the caller; a registry's module has a version.
  private static String folder(String caller, Tree call, String name) {
    String source = Trail.text(call, "source").orElse("call " + name);
    return source.startsWith("./") || source.startsWith("../")
        ? normalized(caller + "/" + source)
        : source + "@" + Trail.text(call, "version_constraint").orElse("");
  }

  private static String normalized(String path) {
    var steps = new ArrayList<String>();
    for (String step : path.split("/", -1)) {
      if (step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..")) {
        steps.removeLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }

  /// What the caller of a module gives for a variable.
  Optional<Expression> argument(String variable, Place place) {
    Name module = Name.of(place.prefix());
    int last = module.steps().size() - 2;
    if (last < 1) {
      return Optional.empty();
    }
    String outer = String.join(".", module.steps().subList(0, last - 1));
    return place(outer.isEmpty() ? "" : outer + ".")
        .flatMap(caller ->
            Trail.find(caller.module(), "module_calls", module.step(last))
                .flatMap(call ->
                    Trail.find(call, "expressions", variable)
                        .map(tree ->
                            new Expression(
                                tree,
                                caller.with(
                                    module.index(last),
                                    Trail.find(call, "for_each_expression"))))));
  }

  /// The expression of an output of a module that `place` calls.
  ///
  /// @param index of the module instance, with its brackets
  Optional<Expression> output(String module, String index, String output, Place place) {
    return place(place.prefix() + "module." + module + index + ".")
        .flatMap(inner ->
            Trail.find(inner.module(), "outputs", output, "expression")
                .map(tree -> new Expression(tree, inner)));
  }

  /// Whether an expression mentions nothing but variables that are given, one of which is null:
  /// what is made of them is known, so that a value that is not is null and the provider's to give.
  boolean isNull(Expression expression, int hops) {
    return Trail.isNull(expression.tree(), "constant_value")
        || (isGiven(expression, hops)
            && references(expression.tree()).stream()
                .anyMatch(name -> isNull(Name.of(name).step(1), expression.place(), hops - 1)));
  }

  private boolean isNull(String variable, Place place, int hops) {
    Optional<Expression> given = argument(variable, place);
    Optional<Tree> value = Trail.find(plan, "variables", variable, "value");
    return given.isPresent()
        ? isNull(given.get(), hops)
        : (value.isEmpty() || !place.prefix().isEmpty())
            && Trail.find(place.module(), "variables", variable)
                .filter(v -> Trail.isNull(v, "default"))
                .isPresent();
  }

  private boolean isGiven(Expression expression, int hops) {
    return hops > 0
        && references(expression.tree()).stream()
            .allMatch(name ->
                name.startsWith("var.")
                    && argument(Name.of(name).step(1), expression.place())
                        .map(given -> isGiven(given, hops - 1))
                        .orElse(true));
  }

  /// The names that an expression mentions, without those that only lead to a longer one.
  static List<String> references(Tree expression) {
    List<String> all =
        Trail.items(expression, "references").stream()
            .flatMap(r -> Trail.text(r).stream())
            .toList();
    return all.stream()
        .distinct()
        .filter(one ->
            all.stream()
                .noneMatch(other -> other.startsWith(one + ".") || other.startsWith(one + "[")))
        .toList();
  }

  /// The name that an expression mentions, when it mentions one.
  static Optional<String> only(Tree expression) {
    List<String> all = references(expression);
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }
}
