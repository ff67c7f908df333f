package dev.postern.readers.workspace;

import dev.postern.finding.Coverage;
import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Counts the values of resources, and those that are not wholly known. A value counts once for
/// each world that it differs in and its resource is in; a list or map of which more may be there
/// counts one unknown value. A reference to a resource is known.
final class Values {
  private final Deque<Place> open = new ArrayDeque<>();
  private final Map<Reason.Kind, Integer> unknown = new EnumMap<>(Reason.Kind.class);
  private int written;

  /// A value, and the worlds in which it is there.
  private record Place(List<World> when, Value<Node> value) {}

  private Values() {}

  static Coverage.Values of(List<Resource> resources) {
    var count = new Values();
    for (Resource resource : resources) {
      count.open.push(new Place(resource.when(), resource.properties()));
      while (!count.open.isEmpty()) {
        count.place(count.open.pop());
      }
    }
    var unknown = new LinkedHashMap<String, Integer>();
    count.unknown.forEach((kind, n) -> unknown.put(kind.name().toLowerCase(Locale.ROOT), n));
    return new Coverage.Values(count.written, unknown);
  }

  private void place(Place place) {
    for (Value.Case<Node> each : place.value().cases()) {
      List<World> when = place.when().stream().flatMap(w -> w.and(each.when()).stream()).toList();
      if (!when.isEmpty()) {
        value(when, each.value());
      }
    }
  }

  private void value(List<World> when, Value<Node> value) {
    switch (value) {
      case Value.Known<Node>(var node, _, _) -> node(when, node);
      case Value.Unknown<Node>(var reason, _, _) -> unknown(reason);
      case Value.Default<Node> _, Value.Absent<Node> _, Value.OneOf<Node> _ -> {}
    }
  }

  private void node(List<World> when, Node node) {
    switch (node) {
      case Node.Items(var items, var rest) -> {
        items.forEach(item -> open.push(new Place(when, item)));
        rest.ifPresent(this::unknown);
      }
      case Node.Fields(var entries, var rest) -> {
        entries.values().forEach(inner -> open.push(new Place(when, inner)));
        rest.ifPresent(this::unknown);
      }
      case Text text -> text(when, text);
      case Node.Num _, Node.Bool _ -> written++;
    }
  }

  private void text(List<World> when, Text text) {
    for (Text.Part part : text.parts()) {
      if (part instanceof Text.Part.Hole(var reason, _, _, _)) {
        unknown(reason);
        return;
      }
    }
    if (text.parts().size() == 1 && text.parts().getFirst() instanceof Text.Part.Json json) {
      open.push(new Place(when, json.document()));
    } else {
      written++;
    }
  }

  private void unknown(Reason reason) {
    written++;
    unknown.merge(reason.kind(), 1, Integer::sum);
  }
}
