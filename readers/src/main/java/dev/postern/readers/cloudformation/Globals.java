package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// The properties that a SAM template gives to all its functions, APIs or tables.
///
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html">Globals</a>
final class Globals {
  private final Map<String, Value<Node>> byKind = new LinkedHashMap<>();

  Globals(Template template, Values values) {
    for (Entry entry : template.entries("Globals")) {
      byKind.put("AWS::Serverless::" + entry.key(), values.of(entry.value(), Scope.TOP));
    }
  }

  Value<Node> merged(String type, Value<Node> properties) {
    Value<Node> global = byKind.get(type);
    return global == null ? properties : properties.map(own -> merged(global, own));
  }

  private static Node merged(Value<Node> global, Node own) {
    if (!(global instanceof Value.Known<Node>(var theirs, _, _))) {
      return own;
    }
    if (theirs instanceof Node.Fields(var base, var rest) && own instanceof Node.Fields fields) {
      var all = new LinkedHashMap<>(base);
      fields
          .entries()
          .forEach((key, value) -> {
            Value<Node> below = base.get(key);
            all.put(key, below == null ? value : value.map(node -> merged(below, node)));
          });
      return new Node.Fields(all, fields.rest().isPresent() ? fields.rest() : rest);
    }
    if (theirs instanceof Node.Items(var base, var rest) && own instanceof Node.Items items) {
      var all = new ArrayList<>(base);
      all.addAll(items.values());
      return new Node.Items(all, items.rest().isPresent() ? items.rest() : rest);
    }
    return own;
  }
}
