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
  private final Recorded first;
  private final Configured configured;
  private final Optional<Configured.Written> written;
  private final Links links;

  /// @param documents those that are rendered when the plan is applied
  Values(Recorded resource, Configured configured, Documents documents) {
    this.resource = resource;
    this.first = configured.instances().first(resource);
    this.configured = configured;
    this.written = configured.of(resource);
    this.links = new Links(resource, documents);
  }

  /// @param arguments those that the type has; empty when it is not known
  Node.Fields body(Map<String, Argument> arguments) {
    var whole =
        new Cell(
            Optional.of(resource.values()),
            resource.unknown(),
            resource.sensitive(),
            Optional.of(first.values()));
    return fields(whole, arguments, written);
  }

  private Node.Fields fields(
      Cell cell, Map<String, Argument> arguments, Optional<Configured.Written> here) {
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    names(cell)
        .forEach(name -> {
          Argument argument = arguments.get(name);
          boolean set = here.map(w -> w.has(name)).orElse(false);
          // other versions of the provider have other arguments
          boolean provided =
              argument == null
                  ? !arguments.isEmpty() && !set
                  : argument.mode() == Mode.COMPUTED
                      || (!set && here.isPresent() && isDefault(argument));
          if (!provided) {
            Cell inner =
                cell.at(name)
                    .told(
                        here.map(w -> w.isShared(name)).orElse(true),
                        here.map(w -> w.isConstant(name)).orElse(false));
            value(name, inner, Optional.ofNullable(argument), here)
                .ifPresent(value -> all.put(name, value));
          }
        });
    return Node.Fields.of(all);
  }

  /// Whether an argument that is not written has the value that the provider gives it. Blocks may
  /// be made by `dynamic`, of which the configuration does not tell.
  private static boolean isDefault(Argument argument) {
    return argument.mode() == Mode.OPTIONAL && !(element(argument.shape()) instanceof Shape.Block);
  }

  private static Shape element(Shape shape) {
    return switch (shape) {
      case Shape.ListOf(var element) -> element;
      case Shape.SetOf(var element) -> element;
      case Shape.Scalar _, Shape.MapOf _, Shape.Block _ -> shape;
    };
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
      String name, Cell cell, Optional<Argument> argument, Optional<Configured.Written> here) {
    Optional<Shape> shape = argument.map(Argument::shape);
    boolean set = here.map(w -> w.has(name)).orElse(false);
    if (Trail.isTrue(cell.unknown())) {
      return here.filter(w -> !w.isNull(name))
          .flatMap(w ->
              w.expression(name)
                  .map(tree -> links.argument(name, shape, w, Origin.written(tree.span()))))
          .or(() ->
              isSet(argument)
                  ? Optional.of(links.unknown(name, Origin.written(first.header())))
                  : Optional.empty());
    }
    Optional<Value<Node>> value =
        cell.tree()
            .filter(tree -> set || cell.isOpen() || !isEmpty(tree, here))
            .map(tree -> of(name, cell, tree, shape, here));
    return value.map(v -> Trail.isTrue(cell.sensitive()) ? v.secret() : v);
  }

  /// Whether an argument that is known after apply has to be set: the provider gives it no value,
  /// and blocks of a list are never known after apply unless they are made by `dynamic`.
  private static boolean isSet(Optional<Argument> argument) {
    return argument
        .filter(a ->
            a.mode() == Mode.REQUIRED
                || (a.mode() == Mode.OPTIONAL && !(element(a.shape()) instanceof Shape.Block)))
        .isPresent();
  }

  /// Whether nothing is set: providers give empty lists for blocks and, in states and in sets of
  /// blocks, empty texts.
  private static boolean isEmpty(Tree tree, Optional<Configured.Written> here) {
    return switch (tree) {
      case Tree.Mapping(var entries, _, _) -> entries.isEmpty();
      case Tree.Sequence(var items, _, _) -> items.isEmpty();
      case Tree.Scalar scalar -> here.isEmpty() && scalar.text().isEmpty();
      case Tree.Unreadable _ -> false;
    };
  }

  private Value<Node> of(
      String name, Cell cell, Tree tree, Optional<Shape> shape, Optional<Configured.Written> here) {
    Origin at = Origin.written(cell.place(tree));
    return switch (tree) {
      case Tree.Mapping _ -> {
        Map<String, Argument> inner =
            shape
                .filter(Shape.Block.class::isInstance)
                .map(s -> ((Shape.Block) s).arguments())
                .orElse(Map.of());
        boolean block = !inner.isEmpty();
        yield Value.known(
            block ? fields(cell, inner, here.flatMap(w -> w.block(name, 0, tree))) : map(cell, at),
            at);
      }
      case Tree.Sequence(var items, _, _) -> {
        var all = new ArrayList<Value<Node>>();
        List<Cell> cells = cell.items(items.size());
        int open = (int) cells.stream().filter(c -> Trail.isTrue(c.unknown())).count();
        int seen = 0;
        for (int i = 0; i < cells.size(); i++) {
          Cell each = cells.get(i);
          boolean unknown = Trail.isTrue(each.unknown());
          all.add(
              unknown ? after(name, seen++, open, each, here) : item(name, each, i, shape, here));
        }
        yield Value.known(Node.Items.of(all), at);
      }
      case Tree.Scalar scalar -> scalar(name, cell, scalar, here);
      case Tree.Unreadable _ -> Value.unknown(new Reason(Reason.Kind.INVALID, name), at);
    };
  }

  private Node.Fields map(Cell cell, Origin map) {
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    for (String key : names(cell)) {
      all.put(key, entry(key, cell.at(key), map));
    }
    return Node.Fields.of(all);
  }

  /// Keys that are there are set, to whatever.
  private Value<Node> entry(String key, Cell cell, Origin map) {
    if (Trail.isTrue(cell.unknown())) {
      return links.unknown(key, map);
    }
    Value<Node> value =
        cell.tree()
            .map(tree -> of(key, cell, tree, Optional.empty(), Optional.empty()))
            .orElseGet(() -> Value.absent(map));
    return Trail.isTrue(cell.sensitive()) ? value.secret() : value;
  }

  /// An item that is known after apply.
  ///
  /// @param index among those that are
  private Value<Node> after(
      String name, int index, int open, Cell cell, Optional<Configured.Written> here) {
    Origin at = origin(cell);
    return here.map(w -> links.item(name, index, open, w, at))
        .orElseGet(() -> links.unknown(name, at));
  }

  private Origin origin(Cell cell) {
    return Origin.written(cell.tree().map(cell::place).orElse(first.header()));
  }

  private Value<Node> item(
      String name, Cell cell, int index, Optional<Shape> shape, Optional<Configured.Written> here) {
    Optional<Shape> element = shape.map(Values::element);
    Origin at = origin(cell);
    if (cell.tree().orElse(resource.values()) instanceof Tree.Mapping block
        && element.isPresent()
        && element.get() instanceof Shape.Block(_, var arguments)) {
      return Value.known(
          fields(cell, arguments, here.flatMap(w -> w.block(name, index, block))), at);
    }
    return cell.tree()
        .map(tree -> of(name, cell, tree, element, here))
        .orElseGet(() -> Value.absent(at));
  }

  private Value<Node> scalar(
      String name, Cell cell, Tree.Scalar scalar, Optional<Configured.Written> here) {
    Span span = cell.place(scalar);
    boolean hidden = Trail.isTrue(cell.sensitive());
    Origin at =
        here.flatMap(
                w -> w.source(name, scalar).or(() -> hidden ? w.attribute(name) : Optional.empty()))
            .map(source -> source.origin(span, scalar))
            .orElse(Origin.written(span));
    if (scalar.asBoolean().isPresent()) {
      return Value.known(new Node.Bool(scalar.asBoolean().get()), at);
    }
    if (scalar.asNumber().isPresent()) {
      return Value.known(new Node.Num(scalar.asNumber().get()), at);
    }
    Text text =
        at instanceof Origin.Written && cell.placed(scalar) instanceof Tree.Scalar placed
            ? text(placed)
            : Text.of(scalar.text(), at);
    return Value.known(
        configured
            .instances()
            .identified(scalar.text())
            .or(() -> here.flatMap(w -> w.target(name, scalar.text())))
            .filter(other -> !other.address().equals(resource.address()))
            .map(other ->
                TerraformResource.attribute(
                    other.address(), other.attribute(), Optional.of(text), at))
            .orElse(text),
        at);
  }

  /// A text, with the place of each character where it is JSON.
  private static Text text(Tree.Scalar scalar) {
    boolean json = scalar.text().startsWith("{") || scalar.text().startsWith("[");
    return json
        ? Text.of(
            scalar.places().stretches(0, scalar.text().length()).stream()
                .<Text.Part>map(s -> new Text.Part.Literal(s.text(), Origin.written(s.span())))
                .toList())
        : Text.of(scalar.text(), Origin.written(scalar.span()));
  }
}
