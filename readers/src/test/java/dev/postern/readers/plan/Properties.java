package dev.postern.readers.plan;

import dev.postern.model.Node;
import dev.postern.model.TerraformType.Argument;
import dev.postern.model.TerraformType.Shape;
import dev.postern.model.Text;
import dev.postern.readers.json.Json;
import dev.postern.readers.plan.Comparison.Tally;
import dev.postern.readers.plan.Difference.Kind;
import dev.postern.readers.tree.Tree;
import dev.postern.text.SourceFile;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Compares the properties of one resource. Sets have no order, texts that hold JSON are compared
/// as JSON.
final class Properties {
  private static final int SHOWN = 400;

  private final String address;
  private final Defaults defaults;
  private final Tally tally;

  Properties(String address, Defaults defaults, Tally tally) {
    this.address = address;
    this.defaults = defaults;
    this.tally = tally;
  }

  /// The arguments of a block: those that are read, those that are written and not read, and those
  /// that are planned and not read.
  void block(Place place, Node.Fields ours, Planned planned, Map<String, Argument> inside) {
    ours.entries().forEach((name, value) -> value(place.at(name, inside), value, planned.at(name)));
    place.written().map(Written::names).orElse(List.of()).stream()
        .filter(name -> !ours.entries().containsKey(name))
        .filter(name -> !planned.at(name).isEmpty() || planned.at(name).isUnknown())
        .forEach(name -> add(Kind.UNREAD, place.at(name, inside), "nothing", planned.at(name)));
    planned.entries().stream()
        .map(Tree.Entry::key)
        .filter(name -> !ours.entries().containsKey(name))
        .filter(name -> !planned.at(name).isEmpty())
        .forEach(name -> added(place.at(name, inside), "nothing", planned.at(name)));
  }

  /// What is planned where nothing is read: right where the configuration shows that nothing is
  /// written, or where other places show that the provider plans this of itself.
  private void added(Place place, String ours, Planned planned) {
    boolean unwritten =
        place.written().filter(w -> w.tree().isEmpty()).isPresent()
            && planned.tree().filter(t -> !Defaults.isBlocks(t)).isPresent();
    if (unwritten || place.isOutput() || defaults.has(place.path(), planned)) {
      tally.added++;
    } else {
      add(Kind.ADDED, place, ours, planned);
    }
  }

  private void value(Place place, Value<Node> ours, Planned planned) {
    switch (ours) {
      case Value.Absent<Node> _ -> unwritten(place, planned);
      case Value.Unknown<Node>(var reason, _, _) -> {
        if (planned.isUnknown()) {
          tally.open++;
        } else {
          add(Kind.OPEN, place, reason.toString(), planned);
        }
      }
      case Value.OneOf<Node> oneOf -> worlds(place, oneOf, planned);
      case Value.Known<Node>(Node.Items(var items, var rest), _, _)
          when place.isBlock() && items.isEmpty() && rest.isEmpty() ->
          // a dynamic block that makes none is not written
          unwritten(place, planned);
      case Value.Known<Node>(var node, _, _) -> known(place, node, planned);
      case Value.Default<Node>(var node, _) -> known(place, node, planned);
    }
  }

  /// Null.
  private void unwritten(Place place, Planned planned) {
    if (planned.isUnknown() && !place.isComputed()) {
      add(Kind.CLAIMED, place, "null", planned);
    } else if (planned.isEmpty()) {
      tally.same++;
    } else if (planned.json()) {
      add(Kind.VALUE, place, "null", planned);
    } else {
      added(place, "null", planned);
    }
  }

  /// A value that differs between worlds of which the plan knows the one that is: some case has to
  /// be it.
  private void worlds(Place place, Value.OneOf<Node> ours, Planned planned) {
    boolean one =
        ours.cases().stream().anyMatch(c -> trial(place, c.value(), planned).isSame(true));
    add(one ? Kind.OPEN : Kind.VALUE, place, Shown.shown(ours), planned);
  }

  private Tally trial(Place place, Value<Node> ours, Planned planned) {
    var trial = new Tally();
    new Properties(address, defaults, trial).value(place, ours, planned);
    return trial;
  }

  private void known(Place place, Node node, Planned planned) {
    if (planned.isUnknown()) {
      if (Scalars.isOpen(node)) {
        tally.open++;
      } else {
        add(Kind.CLAIMED, place, Shown.shown(node), planned);
      }
      return;
    }
    switch (node) {
      case Node.Fields fields -> fields(place, fields, planned);
      case Node.Items items -> items(place, items, planned);
      case Text text -> text(place, text, planned);
      case Node.Num(var number) -> scalar(place, number.toPlainString(), node, planned);
      case Node.Bool(var bool) -> scalar(place, Boolean.toString(bool), node, planned);
    }
  }

  private void fields(Place place, Node.Fields fields, Planned planned) {
    if (place.shape() instanceof Shape.Block(_, var inside)) {
      // an object of the newer provider, or one element of a list that is written as an object
      block(place, fields, planned.isList() ? planned.at(0) : planned, inside);
      return;
    }
    fields.entries().forEach((key, value) -> value(place.entry(key), value, planned.at(key)));
    for (Tree.Entry entry : planned.entries()) {
      Planned there = planned.at(entry.key());
      boolean map = place.isMap() || planned.json();
      boolean nothing = map ? there.tree().isEmpty() : there.isEmpty();
      if (!fields.entries().containsKey(entry.key()) && !nothing) {
        Place inner = place.entry(entry.key());
        if (fields.rest().isPresent()) {
          add(Kind.OPEN, inner, fields.rest().get().toString(), there);
        } else if (map) {
          add(Kind.VALUE, inner, "nothing", there);
        } else {
          added(inner, "nothing", there);
        }
      }
    }
  }

  private void items(Place place, Node.Items items, Planned planned) {
    List<Value<Node>> ours = items.values();
    boolean one = ours.size() == 1;
    boolean list = planned.isList() || (planned.tree().isEmpty() && ours.isEmpty());
    // policies in which texts are not known have them in another order
    boolean anyOrder =
        planned.json() ? Scalars.isOpen(items) : place.isSet() || place.shape() == Shape.Scalar.ANY;
    if (one && planned.isObject()) {
      value(place.item(0, 1), ours.getFirst(), planned);
    } else if (items.rest().isPresent()) {
      add(Kind.OPEN, place, items.rest().get().toString(), planned);
    } else if (one && planned.json() && !list) {
      // IAM takes one for a list of one, and the provider may write it so
      value(place, ours.getFirst(), planned);
    } else if (!list && !planned.json()) {
      add(Kind.VALUE, place, Shown.shown(items), planned);
    } else if (anyOrder) {
      set(place, distinct(ours), planned);
    } else if (planned.size() != ours.size()) {
      add(Kind.VALUE, place, Shown.shown(items), planned);
    } else {
      for (int i = 0; i < ours.size(); i++) {
        value(place.item(i, ours.size()), ours.get(i), planned.at(i));
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
  private void set(Place place, List<Value<Node>> ours, Planned planned) {
    int size = ours.size();
    if (planned.size() != size) {
      add(Kind.VALUE, place, Shown.shown(ours), planned);
      return;
    }
    var left = new ArrayList<Integer>();
    var rest = new ArrayList<Integer>();
    for (int i = 0; i < size; i++) {
      left.add(i);
      rest.add(i);
    }
    for (boolean open : new boolean[] {false, true}) {
      for (Integer item : List.copyOf(rest)) {
        Optional<Integer> at =
            left.stream()
                .filter(
                    i -> trial(place.item(item, size), ours.get(item), planned.at(i)).isSame(open))
                .findFirst();
        if (at.isPresent()) {
          left.removeIf(at.get()::equals);
          rest.removeIf(item::equals);
          tally.add(trial(place.item(item, size), ours.get(item), planned.at(at.get())));
        }
      }
    }
    for (int i = 0; i < rest.size(); i++) {
      int item = rest.get(i);
      value(place.item(item, size), ours.get(item), planned.at(left.get(i)));
    }
  }

  private void text(Place place, Text text, Planned planned) {
    Optional<Text.Part.Json> json =
        text.parts().size() == 1 && text.parts().getFirst() instanceof Text.Part.Json j
            ? Optional.of(j)
            : Optional.empty();
    Optional<String> said = planned.scalar().map(Tree.Scalar::text);
    if (json.isPresent() && said.isPresent()) {
      document(place, json.get().document(), said.get(), planned);
    } else if (text.literal().isPresent()) {
      scalar(place, text.literal().get(), text, planned);
    } else if (said.isPresent()
        && said.get().startsWith(text.prefix())
        && said.get().endsWith(text.suffix())) {
      add(Kind.OPEN, place, text.unknown().map(Object::toString).orElse(""), planned);
    } else {
      add(Kind.VALUE, place, Shown.shown(text), planned);
    }
  }

  private void document(Place place, Value<Node> ours, String said, Planned planned) {
    Optional<Tree> tree = Json.parse(SourceFile.of("", said)).roots().stream().findFirst();
    if (tree.isPresent()) {
      value(place.json(), ours, Planned.json(tree));
    } else {
      add(Kind.VALUE, place, Shown.shown(ours), planned);
    }
  }

  private void scalar(Place place, String ours, Node node, Planned planned) {
    if (Scalars.isSame(place.path(), ours, node, planned)) {
      tally.same++;
    } else {
      add(Kind.VALUE, place, Shown.shown(node), planned);
    }
  }

  private void add(Kind kind, Place place, String ours, Planned planned) {
    tally.add(new Difference(kind, address, place.path(), cut(ours), cut(planned.toString())));
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
