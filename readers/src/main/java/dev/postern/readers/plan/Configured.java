package dev.postern.readers.plan;

import dev.postern.readers.plan.Modules.Expression;
import dev.postern.readers.plan.Modules.Place;
import dev.postern.readers.tree.Tree;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The `configuration` of a plan: the expressions that the values were made from, as far as it
/// tells. It gives constants and, for everything else, the names that an expression mentions.
///
/// @see <a
///   href="https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation">
///   configuration representation</a>
final class Configured {
  private static final int HOPS = 60;

  /// What names begin with that are not those of resources.
  private static final Set<String> HEADS =
      Set.of("var", "module", "each", "local", "path", "count", "self", "terraform", "ephemeral");

  private final Modules modules;
  private final Instances instances;
  private final IdentityHashMap<Tree, Map<String, Tree>> resources = new IdentityHashMap<>();

  /// An attribute of a resource or data source instance.
  record Target(String address, String attribute) {}

  /// @param root the whole plan
  /// @param recorded the resource and data source instances
  Configured(Tree root, List<Recorded> recorded) {
    this.modules = new Modules(root);
    this.instances = new Instances(recorded, modules);
  }

  Instances instances() {
    return instances;
  }

  /// What the configuration says of a resource.
  Optional<Written> of(Recorded resource) {
    Optional<Place> module = modules.place(resource.module());
    return module.flatMap(place ->
        Optional.ofNullable(
                resources.computeIfAbsent(place.module(), Configured::byName).get(resource.name()))
            .map(tree ->
                new Written(
                    Trail.find(tree, "expressions"),
                    place.with(resource.key(), Trail.find(tree, "for_each_expression")))));
  }

  /// The arguments of a resource or block.
  final class Written {
    private final Optional<Tree> expressions;
    private final Place place;

    private Written(Optional<Tree> expressions, Place place) {
      this.expressions = expressions;
      this.place = place;
    }

    Optional<Tree> expression(String argument) {
      return Trail.at(expressions, argument);
    }

    boolean has(String argument) {
      return expression(argument).isPresent();
    }

    boolean isConstant(String argument) {
      return Trail.at(expression(argument), "constant_value").isPresent();
    }

    /// Whether an argument is a variable that is null, so that only the provider gives it a value.
    boolean isNull(String argument) {
      return expression(argument)
          .filter(tree -> modules.isNull(new Expression(tree, place), HOPS))
          .isPresent();
    }

    /// A block in it: the one at the same place, else the first, that says nothing else than was
    /// planned. Empty where it was made by `dynamic`, of which the configuration does not tell.
    Optional<Written> block(String name, int index, Tree planned) {
      List<Tree> all = expression(name).map(Configured::blocks).orElse(List.of());
      return Stream.concat(all.stream().skip(index).limit(1), all.stream())
          .filter(block -> agrees(block, planned))
          .findFirst()
          .map(block -> new Written(Optional.of(block), place));
    }

    /// Whether all instances of the block are given the same for this argument, as far as names
    /// tell: nothing that it mentions is of one instance alone.
    boolean isShared(String argument) {
      return expression(argument)
          .map(tree -> Configured.this.isShared(tree, place, HOPS))
          .orElse(true);
    }

    /// The attributes that an argument may take its values from, each name once.
    List<Target> targets(String argument) {
      return expression(argument)
          .map(tree ->
              Modules.references(tree).stream()
                  .flatMap(r -> Configured.this.target(r, argument, place, HOPS).stream())
                  .toList())
          .orElse(List.of());
    }

    /// The attribute with this very value among those that an argument may take its value from.
    Optional<Target> target(String argument, String value) {
      return targets(argument).stream().filter(t -> instances.isValue(t, value)).findFirst();
    }

    /// The variable that an argument takes its value from, and where that is given: the names on
    /// the way, the last one first, and the tree of the value where there is one.
    Optional<Source> source(String argument, Tree.Scalar value) {
      return expression(argument)
          .flatMap(tree -> Configured.this.source(new Expression(tree, place), value, HOPS));
    }

    /// The attribute of a resource or data source that an argument takes its value from.
    Optional<Source> attribute(String argument) {
      return expression(argument)
          .flatMap(tree ->
              Modules.only(tree)
                  .filter(name -> !HEADS.contains(Name.of(name).step(0)))
                  .map(name ->
                      new Source(name, use(name, tree), Optional.empty(), Optional.empty())));
    }
  }

  private static Map<String, Tree> byName(Tree module) {
    var all = new HashMap<String, Tree>();
    for (Tree.Mapping resource : Trail.mappings(module, "resources")) {
      all.put(Recordings.name(resource), resource);
    }
    return all;
  }

  /// What is not a block is an expression.
  private static List<Tree> blocks(Tree tree) {
    boolean block =
        !Trail.entries(tree).isEmpty()
            && Trail.find(tree, "constant_value").isEmpty()
            && Trail.find(tree, "references").isEmpty();
    return tree instanceof Tree.Sequence(var items, _, _)
        ? items
        : block ? List.of(tree) : List.of();
  }

  /// Whether no constant of a block, or of blocks in it, is other than planned.
  private static boolean agrees(Tree block, Tree planned) {
    return Trail.entries(block).stream()
        .allMatch(e ->
            Trail.find(planned, e.key())
                .map(value ->
                    Trail.find(e.value(), "constant_value")
                        .map(constant ->
                            !(constant instanceof Tree.Scalar) || Trail.same(constant, value))
                        .orElseGet(() ->
                            blocks(e.value()).stream()
                                .allMatch(inner ->
                                    blocks(value).stream().anyMatch(v -> agrees(inner, v)))))
                .orElse(true));
  }

  private boolean isShared(Tree expression, Place place, int hops) {
    return Modules.references(expression).stream()
        .map(Name::of)
        .allMatch(name ->
            switch (name.step(0)) {
              case "each", "count" -> false;
              case "var" ->
                  hops == 0
                      || modules
                          .argument(name.step(1), place)
                          .map(given -> isShared(given.tree(), given.place(), hops - 1))
                          .orElse(true);
              default -> true;
            });
  }

  private Optional<Target> target(String reference, String argument, Place place, int hops) {
    Name name = Name.of(reference);
    if (hops == 0) {
      return Optional.empty();
    }
    return switch (name.step(0)) {
      case "var" ->
          modules.argument(name.step(1), place).flatMap(e -> target(e, argument, hops - 1));
      case "module" -> output(name, argument, place, hops - 1);
      case "each" ->
          name.step(1).equals("value") && name.steps().size() == 3
              ? place
                  .loop()
                  .flatMap(Modules::only)
                  .map(all -> all + place.key() + "." + name.steps().get(2))
                  .flatMap(one -> target(one, argument, place, hops - 1))
              : Optional.empty();
      default -> HEADS.contains(name.step(0)) ? Optional.empty() : target(name, argument, place);
    };
  }

  private Optional<Target> target(Expression expression, String argument, int hops) {
    return Modules.only(expression.tree())
        .flatMap(one -> target(one, argument, expression.place(), hops));
  }

  /// An attribute is left out behind an index that is computed, and by Terraform before 1.0
  /// everywhere: `vpc_id` is the id of a VPC that its expression mentions.
  private Optional<Target> target(Name name, String argument, Place place) {
    return switch (name.steps().size() - name.resource()) {
      case 2 ->
          instance(name, place).map(address -> new Target(address, name.step(name.resource() + 1)));
      case 1 ->
          meant(name, argument)
              .flatMap(attribute ->
                  instance(name, place).map(address -> new Target(address, attribute)));
      default -> Optional.empty();
    };
  }

  private static Optional<String> meant(Name name, String argument) {
    if (name.step(name.resource() - 1).equals(Documents.TYPE)) {
      return Optional.of("json");
    }
    return Optional.of(argument.matches(".*_arns?") ? "arn" : "id")
        .filter(_ -> Name.thing(argument).equals(Name.lastWord(name.step(0))));
  }

  /// An index that is computed is left out of references; then it is the same key, or the only one.
  private Optional<String> instance(Name name, Place place) {
    int at = name.resource();
    String whole =
        place.prefix() + String.join(".", name.steps().subList(0, at)) + "." + name.step(at);
    List<String> all = instances.of(whole);
    return List.of(whole + name.index(at), whole + place.key()).stream()
        .filter(instances::has)
        .findFirst()
        .or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
  }

  /// Where an index is computed, the module instance has the same key.
  private Optional<Target> output(Name name, String argument, Place place, int hops) {
    return Stream.of(name.index(1), place.key())
        .distinct()
        .flatMap(index -> modules.output(name.step(1), index, name.step(2), place).stream())
        .flatMap(e -> target(e, argument, hops).stream())
        .findFirst();
  }

  /// The one variable that an expression mentions, or one of others that has this very value.
  private Optional<Source> source(Expression expression, Tree.Scalar value, int hops) {
    List<String> names = Modules.references(expression.tree());
    return hops == 0
        ? Optional.empty()
        : names.stream()
            .filter(name -> name.startsWith("var."))
            .map(name -> source(name, expression, value, hops))
            .filter(source -> names.size() == 1 || source.gives(value))
            .findFirst();
  }

  private Source source(String reference, Expression expression, Tree.Scalar value, int hops) {
    String name = Name.of(reference).step(1);
    Optional<Expression> given = modules.argument(name, expression.place());
    Optional<Tree> written =
        given.isPresent()
            ? Trail.find(given.get().tree(), "constant_value")
            : Trail.find(expression.place().module(), "variables", name, "default");
    return new Source(
        "var." + name,
        use(reference, expression.tree()),
        written,
        given.flatMap(e -> source(e, value, hops - 1)));
  }

  private static Tree use(String reference, Tree expression) {
    return Trail.items(expression, "references").stream()
        .filter(item -> Trail.text(item).filter(reference::equals).isPresent())
        .findFirst()
        .orElse(expression);
  }
}
