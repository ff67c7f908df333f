package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The properties that a SAM template gives to all its functions, APIs or tables.
///
/// @param byKind the entries of `Globals`
/// @param around tells what is a function in the template
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html">Globals</a>
record Globals(Map<String, Value<Node>> byKind, Surroundings around) {
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
    return merged(wanted, properties);
  }

  private Value<Node> merged(Value<Node> global, Value<Node> own) {
    return own.map(node ->
        global instanceof Value.Known<Node>(var theirs, var from, _)
            ? merged(theirs, from.source(), node, own.origin().source())
            : node);
  }

  /// @param from where `theirs` is written
  /// @param at where `own` is written
  private Node merged(Node theirs, Span from, Node own, Span at) {
    if (theirs instanceof Node.Fields(var base, var rest) && own instanceof Node.Fields fields) {
      var all = new LinkedHashMap<>(base);
      fields
          .entries()
          .forEach((key, value) -> {
            Value<Node> below = base.get(key);
            // INVARIANT: a function such as `Fn::If` is not merged with, it replaces
            boolean isReplaced =
                !(value instanceof Value.Known)
                    || around.isCall(from, key)
                    || around.isCall(at, key);
            all.put(key, below == null || isReplaced ? value : merged(below, value));
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

  /// Tells of global properties that a resource does not want and that are not there.
  void check(Resource resource, Consumer<Problem> problems) {
    Optional<Value<Node>> globals =
        Optional.ofNullable(
                resource.type().startsWith(PREFIX)
                    ? resource.type().substring(PREFIX.length())
                    : null)
            .map(byKind::get);
    for (Value<Node> name : Props.of(resource.attributes()).list("IgnoreGlobals")) {
      Optional<String> word = Props.word(name).filter(w -> !w.equals("*"));
      if (globals.isPresent() && word.isPresent() && !Props.of(globals.get()).has(word.get())) {
        String message = "`Globals` has no `" + word.get() + "` to ignore";
        problems.accept(Problem.error(message, name.origin().place()));
      }
    }
  }
}
