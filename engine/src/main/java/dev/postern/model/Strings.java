package dev.postern.model;

import dev.postern.value.Origin;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every string of a resource, each under the name that says what it is.
///
/// The name is the key that holds the string; in `{Name: DB_PASSWORD, Value: ...}` it is
/// `DB_PASSWORD`, and in `DbPassword: {Default: ...}` it is `DbPassword`. Elements of a list have
/// the name of the list. The cost is linear in the tree.
public final class Strings {
  private static final List<String> NAMES =
      List.of("Name", "Key", "OptionName", "ParameterKey", "ParameterName", "name", "key");
  private static final Set<String> HOLDERS =
      Set.of("Value", "ParameterValue", "Default", "value", "default");

  private Strings() {}

  /// A string, or a number that may be meant as one.
  ///
  /// @param when the world in which it stands there
  /// @param path dotted names from the resource, `[]` for an element
  /// @param name what the configuration calls it; empty for nothing
  public record Leaf(
      World when, String path, String name, Text text, Origin origin, Sensitivity sensitivity) {

    /// The same string, where it also takes `world` for it to be there.
    public Optional<Leaf> within(World world) {
      return when.and(world).map(w -> new Leaf(w, path, name, text, origin, sensitivity));
    }
  }

  private record Place(
      World when, String path, String name, Value<Node> value, Sensitivity sensitivity) {}

  /// The strings of the properties and then of the attributes, in the order written.
  public static List<Leaf> of(Resource resource) {
    var leaves = new ArrayList<Leaf>();
    walk("", resource.properties(), leaves);
    walk("", resource.attributes(), leaves);
    return leaves;
  }

  /// The strings in one property, which have its path before theirs.
  public static List<Leaf> in(Property property) {
    var leaves = new ArrayList<Leaf>();
    walk(property.path(), property.value(), leaves);
    return leaves;
  }

  private static void walk(String path, Value<Node> root, List<Leaf> leaves) {
    Deque<Place> open = new ArrayDeque<>();
    String name = path.substring(path.lastIndexOf('.') + 1);
    open.push(new Place(World.ANY, path, name, root, Sensitivity.PLAIN));
    while (!open.isEmpty()) {
      Place here = open.pop();
      var inside = new ArrayList<Place>();
      for (Value.Case<Node> each : here.value().cases()) {
        here.when()
            .and(each.when())
            .ifPresent(when -> enter(here, when, each.value(), leaves, inside));
      }
      inside.reversed().forEach(open::push);
    }
  }

  private static void enter(
      Place here, World when, Value<Node> value, List<Leaf> leaves, List<Place> inside) {
    if (value instanceof Value.Unknown<Node>(var reason, var origin, var sensitivity)) {
      Text hole = Text.of(List.of(new Text.Part.Hole(reason, origin, sensitivity)));
      leaves.add(new Leaf(when, here.path(), here.name(), hole, origin, sensitivity));
    }
    if (!(value instanceof Value.Known<Node>(var node, _, _))) {
      return;
    }
    Sensitivity secret = here.sensitivity().or(value.sensitivity());
    switch (node) {
      case Text text -> {
        leaves.add(new Leaf(when, here.path(), here.name(), text, value.origin(), secret));
        for (Text.Part part : text.parts()) {
          if (part instanceof Text.Part.Json(var document, _)) {
            inside.add(new Place(when, here.path(), here.name(), document, secret));
          }
        }
      }
      case Node.Num num -> {
        Text text = Text.of(num.toString(), value.origin());
        leaves.add(new Leaf(when, here.path(), here.name(), text, value.origin(), secret));
      }
      case Node.Items(var values, _) ->
          values.forEach(item ->
              inside.add(
                  new Place(
                      when, here.path() + "[]", here.name(), item.under(value.origin()), secret)));
      case Node.Fields fields ->
          fields
              .entries()
              .forEach((key, item) -> {
                String path = here.path().isEmpty() ? key : here.path() + "." + key;
                String name = HOLDERS.contains(key) ? sibling(fields).orElse(here.name()) : key;
                inside.add(new Place(when, path, name, item.under(value.origin()), secret));
              });
      case Node.Bool _ -> {}
    }
  }

  /// The name that stands beside a value.
  private static Optional<String> sibling(Node.Fields fields) {
    for (String key : NAMES) {
      Value<Node> value = fields.entries().get(key);
      Optional<Node> sole = value == null ? Optional.empty() : value.sole();
      if (sole.isPresent() && sole.get() instanceof Text text && text.literal().isPresent()) {
        return text.literal();
      }
    }
    return Optional.empty();
  }
}
