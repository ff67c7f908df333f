package dev.postern.policy.document;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.policy.Globs;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a document from a tree of values.
final class DocumentReader {
  private static final Set<String> OF_DOCUMENT = Set.of("version", "id", "statement");
  private static final Set<String> OF_STATEMENT =
      Set.of(
          "sid",
          "effect",
          "principal",
          "notprincipal",
          "action",
          "notaction",
          "resource",
          "notresource",
          "condition");
  private static final int MOST_DEPTH = 4;

  private final List<Statement> statements = new ArrayList<>();
  private final Reading reading = new Reading();
  private Optional<String> version = Optional.empty();

  private DocumentReader() {}

  static PolicyDocument read(Value<Node> value, World when) {
    var reader = new DocumentReader();
    reader.document(value, when, 0);
    return new PolicyDocument(
        reader.version, reader.statements, reader.reading.malformed(), value.origin());
  }

  private void document(Value<Node> value, World when, int depth) {
    reading.each(
        value,
        when,
        (node, origin, world) -> {
          switch (node) {
            case Node.Fields fields -> fields(fields, origin, world);
            case Text text -> {
              Optional<Value<Node>> json =
                  depth < MOST_DEPTH ? JsonText.read(text) : Optional.empty();
              if (json.isPresent()) {
                document(json.get(), world, depth + 1);
              } else if (text.literal().filter(String::isBlank).isEmpty()) {
                unknown(reading.unread(text, "policy"), origin, world);
              }
            }
            case Node.Items(var items, _) when items.size() == 1 && depth < MOST_DEPTH ->
                document(items.getFirst(), world, depth + 1);
            case Node.Items _, Node.Num _, Node.Bool _ -> {
              reading.malformed("a policy document is an object", origin);
              unknown(new Reason(Reason.Kind.INVALID, "policy"), origin, world);
            }
          }
        },
        (reason, origin, world) -> unknown(reason, origin, world));
  }

  private void fields(Node.Fields fields, Origin origin, World when) {
    fields.rest().ifPresent(reason -> unknown(reason, origin, when));
    reading.spelled(fields, OF_DOCUMENT, "policy");
    for (Map.Entry<String, Value<Node>> entry : fields.entries().entrySet()) {
      switch (entry.getKey().toLowerCase(Locale.ROOT)) {
        case "version" -> version(entry.getValue());
        case "statement" -> statements(entry.getValue(), when);
        default -> {}
      }
    }
  }

  private void version(Value<Node> value) {
    version = value.sole().map(Object::toString);
    if (version.isPresent() && !Set.of("2012-10-17", "2008-10-17").contains(version.get())) {
      reading.malformed("a policy version is `2012-10-17` or `2008-10-17`", value.origin());
    }
  }

  private void statements(Value<Node> value, World when) {
    reading.each(
        value,
        when,
        (node, origin, world) -> {
          switch (node) {
            case Node.Items(var items, var rest) -> {
              for (Value<Node> item : items) {
                reading.each(item, world, this::statement, this::unknown);
              }
              rest.ifPresent(reason -> unknown(reason, origin, world));
            }
            case Node.Fields _, Text _, Node.Num _, Node.Bool _ -> statement(node, origin, world);
          }
        },
        this::unknown);
  }

  private void statement(Node node, Origin origin, World when) {
    if (!(node instanceof Node.Fields fields)) {
      Reason reason =
          node instanceof Text text
              ? reading.unread(text, "statement")
              : new Reason(Reason.Kind.INVALID, "statement");
      if (reason.kind() == Reason.Kind.INVALID) {
        reading.malformed("a statement is an object", origin);
      }
      unknown(reason, origin, when);
      return;
    }
    fields.rest().ifPresent(reason -> unknown(reason, origin, when));
    reading.spelled(fields, OF_STATEMENT, "statement");
    Value<Node> effect = Reading.field(fields, "Effect", origin);
    for (Value.Case<Node> each : effect.cases()) {
      when.and(each.when()).ifPresent(world -> statement(fields, each.value(), origin, world));
    }
  }

  private void statement(Node.Fields fields, Value<Node> effect, Origin origin, World when) {
    Patterns actions = patterns(fields, "Action", origin, when);
    if (actions.sense() == Sense.NOT_WRITTEN && fields.rest().isEmpty()) {
      reading.malformed("a statement has an `Action` or a `NotAction`", origin);
    }
    for (Pattern action : actions.listed()) {
      boolean named = action.text().literal().map(DocumentReader::isAction).orElse(true);
      if (!named) {
        reading.malformed(action.shown() + " names no service: `service:Action`", action.origin());
      }
    }
    statements.add(
        new Statement(
            Reading.field(fields, "Sid", origin).sole().map(Object::toString),
            effect(effect),
            PrincipalReader.read(fields, origin, when, reading),
            actions,
            patterns(fields, "Resource", origin, when),
            ConditionReader.read(fields, origin, when, reading),
            origin,
            when));
  }

  private static boolean isAction(String pattern) {
    return Globs.isStars(pattern) || pattern.indexOf(':') > 0;
  }

  private Value<Effect> effect(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(Text text, var origin, _) when text.literal().isPresent() -> {
        for (Effect effect : Effect.values()) {
          String name = effect == Effect.ALLOW ? "Allow" : "Deny";
          if (text.literal().get().equals(name)) {
            yield Value.known(effect, origin);
          }
        }
        yield noEffect(origin);
      }
      case Value.Known<Node>(Text text, var origin, _) ->
          Value.unknown(reading.unread(text, "Effect"), origin);
      case Value.Unknown<Node>(var reason, var origin, _) -> Value.unknown(reason, origin);
      case Value.Known<Node> _, Value.Default<Node> _, Value.Absent<Node> _, Value.OneOf<Node> _ ->
          noEffect(value.origin());
    };
  }

  private Value<Effect> noEffect(Origin origin) {
    reading.malformed("the effect of a statement is `Allow` or `Deny`", origin);
    return Value.unknown(new Reason(Reason.Kind.INVALID, "Effect"), origin);
  }

  private Patterns patterns(Node.Fields fields, String key, Origin holder, World when) {
    Value<Node> these = Reading.field(fields, key, holder);
    Value<Node> others = Reading.field(fields, "Not" + key, holder);
    boolean both = Reading.isWritten(these) && Reading.isWritten(others) && fields.rest().isEmpty();
    if (both) {
      reading.malformed("`" + key + "` and `Not" + key + "` exclude each other", others.origin());
    }
    if (Reading.isWritten(these)) {
      return new Patterns(Sense.THESE, reading.patterns(these, when), these.origin());
    }
    if (Reading.isWritten(others)) {
      return new Patterns(Sense.ALL_BUT_THESE, reading.patterns(others, when), others.origin());
    }
    return new Patterns(Sense.NOT_WRITTEN, List.of(), holder);
  }

  /// A statement that may be there, of which nothing is known.
  private void unknown(Reason reason, Origin origin, World when) {
    Pattern anything = Reading.hole(reason, origin, when);
    statements.add(
        new Statement(
            Optional.empty(),
            Value.unknown(reason, origin),
            new Principals(
                Sense.THESE,
                List.of(new Principals.Named(new Principal.Unknown(reason), origin, when)),
                origin),
            new Patterns(Sense.THESE, List.of(anything), origin),
            new Patterns(Sense.THESE, List.of(anything), origin),
            List.of(new Condition(Optional.empty(), "", List.of(anything), origin, when)),
            origin,
            when));
  }
}
