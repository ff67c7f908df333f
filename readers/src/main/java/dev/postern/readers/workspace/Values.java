package dev.postern.readers.workspace;

import dev.postern.finding.Coverage;
import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Counts the values of resources, and those that are not wholly known. A value counts once for
/// each world it differs in; a list or map of which more may be there counts one unknown value. A
/// reference to a resource is known.
final class Values {
  private final Deque<Value<Node>> open = new ArrayDeque<>();
  private final Map<Reason.Kind, Integer> unknown = new EnumMap<>(Reason.Kind.class);
  private int written;

  private Values() {}

  static Coverage.Values of(List<Resource> resources) {
    var count = new Values();
    for (Resource resource : resources) {
      count.open.push(resource.properties());
      while (!count.open.isEmpty()) {
        count.open.pop().cases().forEach(each -> count.value(each.value()));
      }
    }
    var unknown = new LinkedHashMap<String, Integer>();
    count.unknown.forEach((kind, n) -> unknown.put(kind.name().toLowerCase(Locale.ROOT), n));
    return new Coverage.Values(count.written, unknown);
  }

  private void value(Value<Node> value) {
    switch (value) {
      case Value.Known<Node>(var node, _, _) -> node(node);
      case Value.Unknown<Node>(var reason, _, _) -> unknown(reason);
      case Value.Default<Node> _, Value.Absent<Node> _, Value.OneOf<Node> _ -> {}
    }
  }

  private void node(Node node) {
    switch (node) {
      case Node.Items(var items, var rest) -> {
        items.forEach(open::push);
        rest.ifPresent(this::unknown);
      }
      case Node.Fields(var entries, var rest) -> {
        entries.values().forEach(open::push);
        rest.ifPresent(this::unknown);
      }
      case Text text -> text(text);
      case Node.Num _, Node.Bool _ -> written++;
    }
  }

  private void text(Text text) {
    for (Text.Part part : text.parts()) {
      if (part instanceof Text.Part.Hole(var reason, _, _, _)) {
        unknown(reason);
        return;
      }
    }
    if (text.parts().size() == 1 && text.parts().getFirst() instanceof Text.Part.Json json) {
      open.push(json.document());
    } else {
      written++;
    }
  }

  private void unknown(Reason reason) {
    written++;
    unknown.merge(reason.kind(), 1, Integer::sum);
  }
}
