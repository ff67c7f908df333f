package dev.postern.readers.plan;

import dev.postern.model.Node;
import dev.postern.model.TerraformType.Argument;
import dev.postern.model.TerraformType.Mode;
import dev.postern.model.TerraformType.Shape;
import dev.postern.model.Text;
import dev.postern.readers.terraform.TerraformResource;
import dev.postern.readers.tree.Tree;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The arguments of a recorded resource, without what only the provider says.
///
/// A plan and a state have every attribute of a resource. What is null or empty is not set. What is
/// known only after apply is unknown where the configuration sets it, and is left to AWS's defaults
/// where it does not.
final class Values {
  private final Recorded resource;
  private final Optional<Configured.Written> written;
  private final Map<String, Target> ids;
  private final Map<String, Value<Node>> documents;

  /// Trees of the same place.
  ///
  /// @param tree the value; empty where only its being unknown is told
  private record Cell(Optional<Tree> tree, Optional<Tree> unknown, Optional<Tree> sensitive) {

    Cell at(String name) {
      return new Cell(Trail.at(tree, name), Trail.at(unknown, name), Trail.at(sensitive, name));
    }

    Cell at(int i) {
      return new Cell(Trail.at(tree, i), Trail.at(unknown, i), Trail.at(sensitive, i));
    }
  }

  /// @param written what the configuration says of it; empty in a state
  /// @param ids the identifiers and ARNs of all resources
  /// @param documents the texts of policy documents that are not known yet, by address
  Values(
      Recorded resource,
      Optional<Configured.Written> written,
      Map<String, Target> ids,
      Map<String, Value<Node>> documents) {
    this.resource = resource;
    this.written = written;
    this.ids = ids;
    this.documents = documents;
  }

  /// @param arguments those that the type has; empty when it is not known
  Node.Fields body(Map<String, Argument> arguments) {
    return fields(whole(), arguments, written);
  }

  /// All of it, as of something that only the user sets.
  Node.Fields everything() {
    return map(whole(), resource.values());
  }

  private Cell whole() {
    return new Cell(Optional.of(resource.values()), resource.unknown(), resource.sensitive());
  }

  private Node.Fields fields(
      Cell cell, Map<String, Argument> arguments, Optional<Configured.Written> here) {
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    names(cell)
        .forEach(name -> {
          Argument argument = arguments.get(name);
          // other versions of the provider have other arguments
          boolean computed =
              argument == null
                  ? !arguments.isEmpty() && !here.map(w -> w.has(name)).orElse(false)
                  : argument.mode() == Mode.COMPUTED;
          if (!computed) {
            Optional<Shape> shape = Optional.ofNullable(argument).map(Argument::shape);
            value(name, cell.at(name), shape, here).ifPresent(value -> all.put(name, value));
          }
        });
    return Node.Fields.of(all);
  }

  private static List<String> names(Cell cell) {
    var names = new ArrayList<String>();
    cell.tree().ifPresent(t -> Trail.entries(t).forEach(e -> names.add(e.key())));
    cell.unknown()
        .ifPresent(t ->
            Trail.entries(t).stream()
                .map(Tree.Entry::key)
                .filter(name -> !names.contains(name))
                .forEach(names::add));
    return names;
  }

  private Optional<Value<Node>> value(
      String name, Cell cell, Optional<Shape> shape, Optional<Configured.Written> here) {
    boolean set = here.map(w -> w.has(name)).orElse(false);
    if (Trail.isTrue(cell.unknown())) {
      return set ? Optional.of(unknown(name, shape, here.orElseThrow())) : Optional.empty();
    }
    Optional<Value<Node>> value =
        cell.tree()
            .filter(tree -> set || !isEmpty(tree))
            .map(tree -> of(name, cell, tree, shape, here));
    return value.map(v -> Trail.isTrue(cell.sensitive()) ? v.secret() : v);
  }

  /// Whether nothing is set: providers give empty lists for blocks and, in states, empty texts.
  private boolean isEmpty(Tree tree) {
    return switch (tree) {
      case Tree.Mapping(var entries, _, _) -> entries.isEmpty();
      case Tree.Sequence(var items, _, _) -> items.isEmpty();
      case Tree.Scalar scalar -> written.isEmpty() && scalar.text().isEmpty();
      case Tree.Unreadable _ -> false;
    };
  }

  private Value<Node> of(
      String name, Cell cell, Tree tree, Optional<Shape> shape, Optional<Configured.Written> here) {
    Origin at = Origin.written(tree.span());
    return switch (tree) {
      case Tree.Mapping mapping -> {
        Map<String, Argument> inner =
            shape
                .filter(Shape.Block.class::isInstance)
                .map(s -> ((Shape.Block) s).arguments())
                .orElse(Map.of());
        boolean block = !inner.isEmpty();
        yield Value.known(
            block ? fields(cell, inner, here.map(w -> w.block(name, 0))) : map(cell, mapping), at);
      }
      case Tree.Sequence(var items, _, _) -> {
        var all = new ArrayList<Value<Node>>();
        for (Cell item : items(cell, items.size())) {
          all.add(item(name, item, all.size(), shape, here));
        }
        yield Value.known(Node.Items.of(all), at);
      }
      case Tree.Scalar scalar -> scalar(name, scalar, here);
      case Tree.Unreadable _ -> Value.unknown(new Reason(Reason.Kind.INVALID, name), at);
    };
  }

  /// Terraform before 0.14 leaves the items out that are not known.
  private static List<Cell> items(Cell cell, int known) {
    int all =
        cell.unknown().map(t -> t instanceof Tree.Sequence s ? s.items().size() : 0).orElse(0);
    var cells = new ArrayList<Cell>();
    for (int i = 0, next = 0; i < Math.max(known, all); i++) {
      Cell here = cell.at(i);
      boolean left = all > known && Trail.isTrue(here.unknown());
      Optional<Tree> tree = left ? Optional.empty() : Trail.at(cell.tree(), next++);
      cells.add(new Cell(tree, here.unknown(), here.sensitive()));
    }
    return cells;
  }

  private Node.Fields map(Cell cell, Tree.Mapping mapping) {
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    for (String key : names(cell)) {
      all.put(key, entry(key, cell.at(key), Origin.written(mapping.span())));
    }
    return Node.Fields.of(all);
  }

  /// Keys that are there are set, to whatever.
  private Value<Node> entry(String key, Cell cell, Origin map) {
    if (Trail.isTrue(cell.unknown())) {
      return apply(key, map);
    }
    Value<Node> value =
        cell.tree()
            .map(tree -> of(key, cell, tree, Optional.empty(), Optional.empty()))
            .orElseGet(() -> Value.absent(map));
    return Trail.isTrue(cell.sensitive()) ? value.secret() : value;
  }

  private Value<Node> item(
      String name, Cell cell, int index, Optional<Shape> shape, Optional<Configured.Written> here) {
    Optional<Shape> element =
        shape.map(s ->
            switch (s) {
              case Shape.ListOf(var e) -> e;
              case Shape.SetOf(var e) -> e;
              default -> s;
            });
    Origin at = Origin.written(cell.tree().map(Tree::span).orElse(resource.header()));
    if (Trail.isTrue(cell.unknown())) {
      List<Target> targets = here.map(w -> w.targets(name)).orElse(List.of());
      boolean taken = targets.size() == 1 && targets.getFirst().isTaken(name);
      return taken ? reference(targets.getFirst(), at) : apply(name, at);
    }
    if (cell.tree().orElse(resource.values()) instanceof Tree.Mapping
        && element.isPresent()
        && element.get() instanceof Shape.Block(_, var arguments)) {
      return Value.known(fields(cell, arguments, here.map(w -> w.block(name, index))), at);
    }
    return cell.tree()
        .map(tree -> of(name, cell, tree, element, here))
        .orElseGet(() -> Value.absent(at));
  }

  private Value<Node> unknown(String name, Optional<Shape> shape, Configured.Written here) {
    Origin at = Origin.written(resource.header());
    List<Target> targets = here.targets(name);
    boolean many =
        shape.filter(s -> s instanceof Shape.ListOf || s instanceof Shape.SetOf).isPresent();
    if (!many && targets.size() == 1 && documents.containsKey(targets.getFirst().address())) {
      return documents.get(targets.getFirst().address());
    }
    if (targets.isEmpty() || !targets.stream().allMatch(t -> t.isTaken(name))) {
      return apply(name, at);
    }
    if (many) {
      return Value.known(
          Node.Items.of(targets.stream().map(target -> reference(target, at)).toList()), at);
    }
    return targets.size() == 1 ? reference(targets.getFirst(), at) : apply(name, at);
  }

  private static Value<Node> reference(Target target, Origin at) {
    return Value.known(
        TerraformResource.attribute(target.address(), target.attribute(), Optional.empty(), at),
        at);
  }

  private Value<Node> apply(String name, Origin at) {
    return Value.unknown(new Reason(Reason.Kind.APPLY, resource.address() + "." + name), at);
  }

  private Value<Node> scalar(String name, Tree.Scalar scalar, Optional<Configured.Written> here) {
    Span span = scalar.span();
    Origin at =
        here.flatMap(w -> w.source(name))
            .map(source -> origin(span, source, scalar))
            .orElse(Origin.written(span));
    if (scalar.asBoolean().isPresent()) {
      return Value.known(new Node.Bool(scalar.asBoolean().get()), at);
    }
    if (scalar.asNumber().isPresent()) {
      return Value.known(new Node.Num(scalar.asNumber().get()), at);
    }
    Text text = Text.of(scalar.text(), at);
    return Value.known(
        Optional.ofNullable(ids.get(scalar.text()))
            .filter(other -> !other.address().equals(resource.address()))
            .map(other ->
                TerraformResource.attribute(
                    other.address(), other.attribute(), Optional.of(text), at))
            .orElse(text),
        at);
  }

  /// The way of a value through variables, to the constant that it is, or to the name of the
  /// variable that was given it.
  private static Origin origin(Span use, Configured.Source source, Tree.Scalar value) {
    Origin from =
        source
            .next()
            .map(next -> origin(inner(source.use()), next, value))
            .orElseGet(() ->
                Origin.written(
                    source
                        .given()
                        .filter(given ->
                            given instanceof Tree.Scalar s && s.text().equals(value.text()))
                        .map(Tree::span)
                        .orElseGet(() -> inner(source.use()))));
    return new Origin.Through(use, source.name(), from);
  }

  /// Without its quotes.
  private static Span inner(Tree text) {
    Span span = text.span();
    return span.length() < 2 ? span : span.file().span(span.start() + 1, span.end() - 1);
  }
}
