package dev.postern.readers.plan;

import dev.postern.readers.tree.Tree;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The `configuration` of a plan: the expressions that the values were made from, as far as it
/// tells. It gives constants and, for everything else, the names that an expression mentions.
///
/// @see <a
///   href="https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation">
///   configuration representation</a>
final class Configured {
  private static final int HOPS = 60;

  /// What names begin with that are not those of managed resources.
  private static final Set<String> HEADS =
      Set.of("var", "module", "each", "local", "path", "count", "self", "terraform", "ephemeral");

  private final Tree root;
  private final Set<String> addresses;
  private final Map<String, List<String>> instances;
  private final IdentityHashMap<Tree, Map<String, Tree>> resources = new IdentityHashMap<>();

  /// Where an expression stands.
  ///
  /// @param prefix the address of the module instance, with a dot behind, or empty
  /// @param key the key of the resource or module instance whose expression it is
  /// @param loop its `for_each`
  private record Place(Tree module, String prefix, String key, Optional<Tree> loop) {}

  /// An expression in its place.
  private record Expression(Tree tree, Place place) {}

  /// @param root the whole plan
  /// @param documents the addresses of policy documents
  Configured(Tree root, List<Recorded> recorded, Set<String> documents) {
    this.root = Trail.find(root, "configuration", "root_module").orElse(root);
    this.addresses =
        Stream.concat(recorded.stream().map(Recorded::address), documents.stream())
            .collect(Collectors.toSet());
    this.instances =
        recorded.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.module() + r.name(),
                    Collectors.mapping(Recorded::address, Collectors.toList())));
  }

  /// What the configuration says of a resource.
  Optional<Written> of(Recorded resource) {
    Optional<Place> module = place(resource.module());
    return module.flatMap(place ->
        Optional.ofNullable(
                resources.computeIfAbsent(place.module(), Configured::byName).get(resource.name()))
            .map(tree ->
                new Written(
                    Trail.find(tree, "expressions"),
                    new Place(
                        place.module(),
                        place.prefix(),
                        resource.key(),
                        Trail.find(tree, "for_each_expression")))));
  }

  /// The arguments of a resource or block.
  final class Written {
    private final Optional<Tree> expressions;
    private final Place place;

    private Written(Optional<Tree> expressions, Place place) {
      this.expressions = expressions;
      this.place = place;
    }

    boolean has(String argument) {
      return Trail.at(expressions, argument).isPresent();
    }

    /// A block in it.
    Written block(String name, int index) {
      Optional<Tree> blocks = Trail.at(expressions, name);
      return new Written(
          blocks.filter(Tree.Mapping.class::isInstance).or(() -> Trail.at(blocks, index)), place);
    }

    /// The attributes that an argument may take its values from, each name once.
    List<Target> targets(String argument) {
      return Trail.at(expressions, argument)
          .map(tree ->
              references(tree).stream()
                  .flatMap(r -> target(r, argument, place, HOPS).stream())
                  .toList())
          .orElse(List.of());
    }

    /// The variable that an argument takes its value from, and where that is given: the names on
    /// the way, the last one first, and the tree of the value where there is one.
    Optional<Source> source(String argument) {
      return Trail.at(expressions, argument)
          .flatMap(tree -> Configured.this.source(new Expression(tree, place), HOPS));
    }
  }

  /// Where a value comes from.
  ///
  /// @param name `var.x`, and the place that names it
  /// @param given the constant or default that the variable has
  /// @param next the variable that it takes its value from in turn
  record Source(String name, Tree use, Optional<Tree> given, Optional<Source> next) {}

  private static Map<String, Tree> byName(Tree module) {
    var all = new HashMap<String, Tree>();
    for (Tree.Mapping resource : Trail.mappings(module, "resources")) {
      Trail.text(resource, "mode")
          .filter("managed"::equals)
          .ifPresent(_ ->
              all.put(
                  Trail.text(resource, "type").orElse("")
                      + "."
                      + Trail.text(resource, "name").orElse(""),
                  resource));
    }
    return all;
  }

  /// The module instance with this address.
  private Optional<Place> place(String prefix) {
    Tree here = root;
    Name name = Name.of(prefix);
    String key = "";
    for (int i = 0; i + 1 < name.steps().size(); i += 2) {
      Optional<Tree> inner = Trail.find(here, "module_calls", name.step(i + 1), "module");
      if (inner.isEmpty()) {
        return Optional.empty();
      }
      here = inner.get();
      key = name.index(i + 1);
    }
    return Optional.of(new Place(here, prefix, key, Optional.empty()));
  }

  /// The names that an expression mentions, without those that only lead to a longer one.
  private static List<String> references(Tree expression) {
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

  private static Optional<String> only(Tree expression) {
    List<String> all = references(expression);
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private Optional<Target> target(String reference, String argument, Place place, int hops) {
    Name name = Name.of(reference);
    if (hops == 0) {
      return Optional.empty();
    }
    return switch (name.step(0)) {
      case "var" -> argument(name.step(1), place).flatMap(e -> target(e, argument, hops - 1));
      case "module" -> output(name, argument, place, hops - 1);
      case "each" ->
          name.step(1).equals("value") && name.steps().size() == 3
              ? place
                  .loop()
                  .flatMap(Configured::only)
                  .map(all -> all + place.key() + "." + name.steps().get(2))
                  .flatMap(one -> target(one, argument, place, hops - 1))
              : Optional.empty();
      case "data" -> document(name, place);
      default -> HEADS.contains(name.step(0)) ? Optional.empty() : target(name, argument, place);
    };
  }

  /// The text of a policy document.
  private Optional<Target> document(Name name, Place place) {
    boolean text =
        name.steps().size() == 3 || List.of("json", "minified_json").contains(name.step(3));
    return instance("data." + name.step(1) + "." + name.step(2), name.index(2), place)
        .filter(_ -> text)
        .map(address -> new Target(address, "json"));
  }

  private Optional<Target> target(Expression expression, String argument, int hops) {
    return only(expression.tree()).flatMap(one -> target(one, argument, expression.place(), hops));
  }

  /// An attribute is left out behind an index that is computed, and by Terraform before 1.0
  /// everywhere: `vpc_id` is the id of a VPC that its expression mentions.
  private Optional<Target> target(Name name, String argument, Place place) {
    String thing = Name.thing(argument);
    return switch (name.steps().size()) {
      case 3 -> instance(name, place).map(address -> new Target(address, name.step(2)));
      case 2 ->
          instance(name, place)
              .filter(_ -> thing.equals(Name.lastWord(name.step(0))))
              .map(address -> new Target(address, argument.matches(".*_arns?") ? "arn" : "id"));
      default -> Optional.empty();
    };
  }

  /// An index that is computed is left out of references; then it is the same key, or the only one.
  private Optional<String> instance(Name name, Place place) {
    return instance(name.step(0) + "." + name.step(1), name.index(1), place);
  }

  private Optional<String> instance(String name, String index, Place place) {
    String whole = place.prefix() + name;
    List<String> all = instances.getOrDefault(whole, List.of());
    return List.of(whole + index, whole + place.key()).stream()
        .filter(addresses::contains)
        .findFirst()
        .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
  }

  /// What the caller of a module gives for a variable.
  private Optional<Expression> argument(String variable, Place place) {
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
                                new Place(
                                    caller.module(),
                                    caller.prefix(),
                                    module.index(last),
                                    Trail.find(call, "for_each_expression"))))));
  }

  /// Where an index is computed, the module instance has the same key.
  private Optional<Target> output(Name name, String argument, Place place, int hops) {
    return Stream.of(name.index(1), place.key())
        .distinct()
        .flatMap(index -> output(name, index, place).stream())
        .flatMap(e -> target(e, argument, hops).stream())
        .findFirst();
  }

  private Optional<Expression> output(Name name, String index, Place place) {
    return place(place.prefix() + "module." + name.step(1) + index + ".")
        .flatMap(inner ->
            Trail.find(inner.module(), "outputs", name.step(2), "expression")
                .map(tree -> new Expression(tree, inner)));
  }

  private Optional<Source> source(Expression expression, int hops) {
    Optional<String> variable = only(expression.tree()).filter(r -> r.startsWith("var."));
    if (variable.isEmpty() || hops == 0) {
      return Optional.empty();
    }
    String name = Name.of(variable.get()).step(1);
    Tree use = Trail.items(expression.tree(), "references").getFirst();
    Optional<Expression> given = argument(name, expression.place());
    Optional<Tree> written =
        given.isPresent()
            ? Trail.find(given.get().tree(), "constant_value")
            : Trail.find(expression.place().module(), "variables", name, "default");
    return Optional.of(
        new Source("var." + name, use, written, given.flatMap(e -> source(e, hops - 1))));
  }
}
