package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The properties that a SAM template gives to all its functions, APIs or tables.
///
/// @param byKind the entries of `Globals`
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html">Globals</a>
record Globals(Map<String, Value<Node>> byKind) {
  private static final String PREFIX = "AWS::Serverless::";

  /// The properties of a resource with those that all of its kind have.
  ///
  /// @param attributes may say which globals are not taken
  Value<Node> merged(String type, Value<Node> properties, Value<Node> attributes) {
    Value<Node> global =
        type.startsWith(PREFIX) ? byKind.get(type.substring(PREFIX.length())) : null;
    if (global == null) {
      return properties;
    }
    Props ignored = Props.of(attributes);
    if (ignored.is("IgnoreGlobals", "*")) {
      return properties;
    }
    String[] names =
        ignored.list("IgnoreGlobals").stream()
            .flatMap(name -> Props.word(name).stream())
            .toArray(String[]::new);
    Value<Node> wanted = Props.changed(global, all -> all.without(names));
    return properties.map(own -> merged(wanted, own));
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
            // INVARIANT: a function such as `Fn::If` is not merged with, it replaces
            Value<Node> merged =
                Optional.ofNullable(base.get(key))
                    .filter(_ -> value instanceof Value.Known)
                    .map(below -> value.map(node -> merged(below, node)))
                    .orElse(value);
            all.put(key, merged);
          });
      return new Node.Fields(all, fields.rest().isPresent() ? fields.rest() : rest);
    }
    if (theirs instanceof Node.Items(var base, var rest) && own instanceof Node.Items items) {
      List<Value<Node>> all = new ArrayList<>(base);
      all.addAll(items.values());
      return new Node.Items(all, items.rest().isPresent() ? items.rest() : rest);
    }
    return own;
  }
}
