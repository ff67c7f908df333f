package dev.postern.readers.plan;

import dev.postern.model.Node;
import dev.postern.model.TerraformSchemas;
import dev.postern.model.TerraformType;
import dev.postern.model.TerraformType.Argument;
import dev.postern.model.TerraformType.Nesting;
import dev.postern.model.TerraformType.Shape;
import dev.postern.model.Text;
import dev.postern.readers.json.Json;
import dev.postern.readers.terraform.TerraformResource;
import dev.postern.readers.tree.Tree;
import dev.postern.text.SourceFile;
import dev.postern.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds resources that are read from source beside what a plan of the same source says.
///
/// Scalars are the same when the provider's type makes the same of them (`"22"` is the number that
/// is planned), sets have no order, texts that hold JSON are compared as JSON.
final class Comparison {
  private static final int SHOWN = 400;

  private final Map<String, Argument> arguments;
  private final Shape none = Shape.Scalar.ANY;
  private final String address;
  private final List<Difference> differences = new ArrayList<>();
  private int same;
  private int open;

  /// What a comparison finds.
  ///
  /// @param same scalars that both know and that are the same
  /// @param open values that neither knows
  record Result(int instances, int same, int open, List<Difference> differences) {}

  /// What a plan says in one place.
  ///
  /// @param tree the value; empty where it is null or not known
  /// @param unknown where it is known only after apply
  /// @param json whether it stands in a JSON text
  private record Planned(Optional<Tree> tree, Optional<Tree> unknown, boolean json) {

    Planned at(String name) {
      return new Planned(Trail.at(tree, name), Trail.at(unknown, name), json);
    }

    Planned at(int index) {
      return new Planned(
          Trail.at(tree, index).filter(t -> !(t instanceof Tree.Scalar s && s.isNull())),
          Trail.at(unknown, index),
          json);
    }

    boolean isUnknown() {
      return Trail.isTrue(unknown);
    }

    int size() {
      int known = tree.map(t -> t instanceof Tree.Sequence s ? s.items().size() : 1).orElse(0);
      int open = unknown.map(t -> t instanceof Tree.Sequence s ? s.items().size() : 0).orElse(0);
      return Math.max(known, open);
    }
  }

  private Comparison(String address, Map<String, Argument> arguments) {
    this.address = address;
    this.arguments = arguments;
  }

  static Result of(List<TerraformResource> source, Tree plan, TerraformSchemas schemas) {
    Map<String, Recorded> planned =
        Recordings.of(plan).stream()
            .collect(Collectors.toMap(Recorded::address, r -> r, (a, _) -> a, LinkedHashMap::new));
    Map<String, TerraformResource> read = new LinkedHashMap<>();
    source.forEach(r -> read.put(r.address(), r));
    var all = new ArrayList<Difference>();
    int same = 0;
    int open = 0;
    for (String address :
        new TreeSet<>(Stream.of(planned, read).flatMap(m -> m.keySet().stream()).toList())) {
      Recorded there = planned.get(address);
      TerraformResource here = read.get(address);
      if (there == null || here == null) {
        String type = there == null ? here.type() : there.type();
        all.add(
            new Difference(
                Difference.Kind.INSTANCE,
                address,
                type,
                here == null
                    ? "none"
                    : here.symbolic().map(Object::toString).orElse("one " + here.when()),
                there == null ? "none" : "one"));
        continue;
      }
      var comparison =
          new Comparison(
              address,
              schemas.resource(here.type()).map(TerraformType::arguments).orElse(Map.of()));
      comparison.body(here, there);
      all.addAll(comparison.differences);
      same += comparison.same;
      open += comparison.open;
    }
    return new Result(planned.size(), same, open, all);
  }

  private void body(TerraformResource here, Recorded there) {
    var cell = new Planned(Optional.of(there.values()), there.unknown(), false);
    block(here.type(), here.body(), cell, arguments);
  }

  private void block(
      String place, Node.Fields ours, Planned planned, Map<String, Argument> inside) {
    ours.entries()
        .forEach((name, value) ->
            value(place + "." + name, value, planned.at(name), shape(inside, name)));
    for (Tree.Entry entry : planned.tree().map(Trail::entries).orElse(List.of())) {
      boolean blocks =
          shape(inside, entry.key()) instanceof Shape.Block
              && inside.get(entry.key()).mode() != TerraformType.Mode.OPTIONAL_COMPUTED
              && inside.get(entry.key()).mode() != TerraformType.Mode.COMPUTED;
      boolean some = entry.value() instanceof Tree.Sequence s && !s.items().isEmpty();
      if (blocks && some && !ours.entries().containsKey(entry.key())) {
        add(Difference.Kind.ADDED, place + "." + entry.key(), "nothing", planned.at(entry.key()));
      }
    }
  }

  private Shape shape(Map<String, Argument> inside, String name) {
    Argument argument = inside.get(name);
    return argument == null ? none : argument.shape();
  }

  private void value(String place, Value<Node> ours, Planned planned, Shape shape) {
    switch (ours) {
      case Value.Absent<Node> _ -> unwritten(place, planned);
      case Value.Unknown<Node>(var reason, _, _) -> {
        if (planned.isUnknown()) {
          open++;
        } else {
          add(Difference.Kind.OPEN, place, reason.toString(), planned);
        }
      }
      case Value.OneOf<Node> oneOf -> worlds(place, oneOf, planned, shape);
      case Value.Known<Node>(Node.Items(var items, var rest), _, _)
          when shape instanceof Shape.Block && items.isEmpty() && rest.isEmpty() ->
          // a dynamic block that makes none is not written
          unwritten(place, planned);
      case Value.Known<Node>(var node, _, _) -> known(place, node, planned, shape);
      case Value.Default<Node>(var node, _) -> known(place, node, planned, shape);
    }
  }

  private void unwritten(String place, Planned planned) {
    boolean something = planned.tree().filter(t -> !isEmpty(t)).isPresent();
    if (something) {
      add(planned.json() ? Difference.Kind.VALUE : Difference.Kind.ADDED, place, "null", planned);
    } else {
      same++;
    }
  }

  /// A value that differs between worlds of which the plan knows the one that is: some case has to
  /// be it.
  private void worlds(String place, Value.OneOf<Node> ours, Planned planned, Shape shape) {
    String shown = ours.cases().stream().map(c -> c.when() + ": " + shown(c.value())).toList() + "";
    boolean one =
        ours.cases().stream()
            .anyMatch(c -> trial(place, c.value(), planned, shape).differences.isEmpty());
    add(one ? Difference.Kind.OPEN : Difference.Kind.VALUE, place, shown, planned);
  }

  private Comparison trial(String place, Value<Node> ours, Planned planned, Shape shape) {
    var trial = new Comparison(address, arguments);
    trial.value(place, ours, planned, shape);
    return trial;
  }

  private void add(Comparison other) {
    differences.addAll(other.differences);
    same += other.same;
    open += other.open;
  }

  private void known(String place, Node node, Planned planned, Shape shape) {
    if (planned.isUnknown()) {
      if (isOpen(node)) {
        open++;
      } else {
        add(Difference.Kind.CLAIMED, place, shown(node), planned);
      }
      return;
    }
    switch (node) {
      case Node.Fields fields -> fields(place, fields, planned, shape);
      case Node.Items items -> items(place, items, planned, shape);
      case Text text -> text(place, text, planned);
      case Node.Num(var number) -> scalar(place, number.toPlainString(), node, planned);
      case Node.Bool(var bool) -> scalar(place, Boolean.toString(bool), node, planned);
    }
  }

  private void fields(String place, Node.Fields fields, Planned planned, Shape shape) {
    if (shape instanceof Shape.Block(_, var inside)) {
      // a framework provider's object, or one element of a list that is written as an object
      block(
          place,
          fields,
          planned.tree().filter(Tree.Sequence.class::isInstance).isPresent()
              ? planned.at(0)
              : planned,
          inside);
      return;
    }
    Shape element = shape instanceof Shape.MapOf(var e) ? e : none;
    fields
        .entries()
        .forEach((key, value) -> value(place + "." + key, value, planned.at(key), element));
    for (Tree.Entry entry : planned.tree().map(Trail::entries).orElse(List.of())) {
      boolean map = shape instanceof Shape.MapOf || planned.json();
      boolean nothing = map ? isNull(entry.value()) : isEmpty(entry.value());
      if (!fields.entries().containsKey(entry.key()) && !nothing) {
        add(
            fields.rest().isPresent()
                ? Difference.Kind.OPEN
                : map ? Difference.Kind.VALUE : Difference.Kind.ADDED,
            place + "." + entry.key(),
            fields.rest().map(Object::toString).orElse("null"),
            planned.at(entry.key()));
      }
    }
  }

  private void items(String place, Node.Items items, Planned planned, Shape shape) {
    boolean object =
        planned.tree().filter(Tree.Mapping.class::isInstance).isPresent()
            && items.values().size() == 1;
    Shape element =
        switch (shape) {
          case Shape.ListOf(var e) -> e;
          case Shape.SetOf(var e) -> e;
          case Shape.Block _, Shape.MapOf _, Shape.Scalar _ -> shape;
        };
    if (object) {
      value(place, items.values().getFirst(), planned, element);
      return;
    }
    if (items.rest().isPresent()) {
      add(Difference.Kind.OPEN, place, items.rest().get().toString(), planned);
      return;
    }
    boolean inDocument = planned.json() && isOpen(items);
    boolean anyOrder =
        inDocument
            || !planned.json()
                && (shape instanceof Shape.SetOf
                    || shape == none
                    || shape instanceof Shape.Block(var nesting, _) && nesting == Nesting.SET);
    List<Value<Node>> ours = items.values();
    boolean list = planned.tree().map(t -> t instanceof Tree.Sequence).orElse(ours.isEmpty());
    if (!list && !planned.json()) {
      add(Difference.Kind.VALUE, place, shown(items), planned);
    } else if (planned.json() && !list && ours.size() == 1) {
      // IAM takes one for a list of one, and the provider may write it so
      value(place, ours.getFirst(), planned, element);
    } else if (anyOrder) {
      set(place, distinct(ours), planned, element);
    } else if (planned.size() != ours.size()) {
      add(Difference.Kind.VALUE, place, shown(items), planned);
    } else {
      for (int i = 0; i < ours.size(); i++) {
        value(place, ours.get(i), planned.at(i), element);
      }
    }
  }

  private static List<Value<Node>> distinct(List<Value<Node>> items) {
    var texts = new TreeSet<String>();
    return items.stream()
        .filter(item -> !(item instanceof Value.Absent))
        .filter(item ->
            item.sole()
                .map(n -> !(n instanceof Text t) || t.literal().map(texts::add).orElse(true))
                .orElse(true))
        .toList();
  }

  /// Puts each item beside a planned one that says the same, then those that are known in part,
  /// then the others in their order.
  private void set(String place, List<Value<Node>> ours, Planned planned, Shape element) {
    if (planned.size() != ours.size()) {
      add(
          Difference.Kind.VALUE,
          place,
          ours.stream().map(Comparison::shown).toList() + "",
          planned);
      return;
    }
    var left = new ArrayList<Integer>();
    for (int i = 0; i < ours.size(); i++) {
      left.add(i);
    }
    var rest = new ArrayList<>(ours);
    for (boolean open : new boolean[] {false, true}) {
      for (Value<Node> item : List.copyOf(rest)) {
        Optional<Integer> at =
            left.stream()
                .filter(i -> trial(place, item, planned.at(i), element).isSame(open))
                .findFirst();
        if (at.isPresent()) {
          left.remove(at.get());
          rest.remove(item);
          add(trial(place, item, planned.at(at.get()), element));
        }
      }
    }
    for (int i = 0; i < rest.size(); i++) {
      value(place, rest.get(i), planned.at(left.get(i)), element);
    }
  }

  /// @param open whether what the source does not know may be anything
  private boolean isSame(boolean open) {
    return differences.stream().allMatch(d -> open && d.kind() == Difference.Kind.OPEN);
  }

  private void text(String place, Text text, Planned planned) {
    Optional<Text.Part.Json> json =
        text.parts().size() == 1 && text.parts().getFirst() instanceof Text.Part.Json j
            ? Optional.of(j)
            : Optional.empty();
    Optional<String> said =
        planned.tree().filter(Tree.Scalar.class::isInstance).map(t -> ((Tree.Scalar) t).text());
    if (json.isPresent() && said.isPresent()) {
      document(place, json.get().document(), said.get(), planned);
    } else if (text.literal().isPresent()) {
      scalar(place, text.literal().get(), text, planned);
    } else if (said.isPresent()
        && said.get().startsWith(text.prefix())
        && said.get().endsWith(text.suffix())) {
      add(Difference.Kind.OPEN, place, text.unknown().map(Object::toString).orElse(""), planned);
    } else {
      add(Difference.Kind.VALUE, place, shown(text), planned);
    }
  }

  private void document(String place, Value<Node> ours, String said, Planned planned) {
    Optional<Tree> tree = Json.parse(SourceFile.of("", said)).roots().stream().findFirst();
    if (tree.isPresent()) {
      value(place + "(json)", ours, new Planned(tree, Optional.empty(), true), none);
    } else {
      add(Difference.Kind.VALUE, place, shown(ours), planned);
    }
  }

  private void scalar(String place, String ours, Node node, Planned planned) {
    Optional<Tree.Scalar> scalar =
        planned.tree().filter(Tree.Scalar.class::isInstance).map(Tree.Scalar.class::cast);
    boolean typed = !planned.json() || scalar.filter(s -> sameType(node, s)).isPresent();
    boolean matches = typed && scalar.filter(s -> isSame(ours, s)).isPresent();
    boolean nothing = ours.isEmpty() && planned.tree().isEmpty() && !planned.json();
    if (matches || nothing || Normalised.isSame(place, ours, scalar)) {
      same++;
    } else {
      add(Difference.Kind.VALUE, place, shown(node), planned);
    }
  }

  private static boolean sameType(Node node, Tree.Scalar planned) {
    return node instanceof Node.Num == planned.asNumber().isPresent()
        && node instanceof Node.Bool == planned.asBoolean().isPresent();
  }

  private static boolean isSame(String ours, Tree.Scalar planned) {
    if (ours.equals(planned.text())) {
      return true;
    }
    if (planned.asNumber().isPresent() || planned.text().matches("-?[0-9.]+")) {
      try {
        return new BigDecimal(ours).compareTo(new BigDecimal(planned.text())) == 0;
      } catch (NumberFormatException _) {
        return false;
      }
    }
    return isSameJson(ours, planned.text());
  }

  /// Both written by hand, so that only space and the order of keys may differ.
  private static boolean isSameJson(String ours, String planned) {
    boolean document = ours.strip().startsWith("{") || ours.strip().startsWith("[");
    return document
        && JsonLines.line(Json.parse(SourceFile.of("", ours)).roots())
            .equals(JsonLines.line(Json.parse(SourceFile.of("", planned)).roots()));
  }

  private static boolean isNull(Tree tree) {
    return tree instanceof Tree.Scalar s && s.isNull();
  }

  private static boolean isEmpty(Tree tree) {
    return switch (tree) {
      case Tree.Mapping(var entries, _, _) -> entries.isEmpty();
      case Tree.Sequence(var items, _, _) -> items.isEmpty();
      case Tree.Scalar scalar -> scalar.isNull() || scalar.text().isEmpty();
      case Tree.Unreadable _ -> false;
    };
  }

  /// Whether something in it is not known, or is a reference.
  private static boolean isOpen(Node node) {
    return switch (node) {
      case Text text ->
          text.parts().stream()
              .anyMatch(part ->
                  switch (part) {
                    case Text.Part.Literal _ -> false;
                    case Text.Part.Hole _, Text.Part.Reference _ -> true;
                    case Text.Part.Json(var document, _) -> isOpen(document);
                  });
      case Node.Num _, Node.Bool _ -> false;
      case Node.Items(var values, var rest) ->
          rest.isPresent() || values.stream().anyMatch(Comparison::isOpen);
      case Node.Fields(var entries, var rest) ->
          rest.isPresent() || entries.values().stream().anyMatch(Comparison::isOpen);
    };
  }

  private static boolean isOpen(Value<Node> value) {
    return value.cases().stream()
        .anyMatch(c ->
            c.value() instanceof Value.Unknown
                || c.value().sole().filter(Comparison::isOpen).isPresent());
  }

  private void add(Difference.Kind kind, String place, String ours, Planned planned) {
    String said =
        planned.isUnknown()
            ? "known after apply"
            : planned.tree().map(t -> JsonLines.line(List.of(t))).orElse("null");
    differences.add(new Difference(kind, address, place, cut(ours), cut(said)));
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private static String shown(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(var node, _, _) -> shown(node);
      case Value.Default<Node>(var node, _) -> shown(node);
      case Value.Absent<Node> _ -> "null";
      case Value.Unknown<Node>(var reason, _, _) -> reason.toString();
      case Value.OneOf<Node>(var cases, _) ->
          cases.stream().map(c -> c.when() + ": " + shown(c.value())).toList() + "";
    };
  }

  private static String shown(Node node) {
    return switch (node) {
      case Text text ->
          text.parts().size() == 1 && text.parts().getFirst() instanceof Text.Part.Json(var d, _)
              ? "json:" + shown(d)
              : "\"" + text + "\"";
      case Node.Num _, Node.Bool _ -> node.toString();
      case Node.Items(var values, var rest) ->
          values.stream().map(Comparison::shown).collect(Collectors.joining(",", "[", ""))
              + rest.map(r -> "; " + r).orElse("")
              + "]";
      case Node.Fields(var entries, var rest) ->
          entries.entrySet().stream()
                  .map(e -> e.getKey() + "=" + shown(e.getValue()))
                  .collect(Collectors.joining(",", "{", ""))
              + rest.map(r -> "; " + r).orElse("")
              + "}";
    };
  }
}
