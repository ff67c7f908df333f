package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fills `${...}` in texts of SAM's own, as `Fn::Sub` would.
record Pattern(Surroundings around) {
  private static final int MOST_WORLDS = 64;

  /// The text of `pattern` in each world of `names`; `origin` is what all of it rests on.
  Value<Node> fill(String pattern, Origin origin, Map<String, Value<Node>> names) {
    Value<Node> all = Value.known(Text.of("", origin), origin);
    int done = 0;
    for (int open = pattern.indexOf("${"); open >= 0; open = pattern.indexOf("${", done)) {
      int close = pattern.indexOf('}', open);
      String name = pattern.substring(open + 2, close);
      Value<Node> given = names.get(name);
      Value<Node> value = given == null ? around.pseudo(name, origin.place()) : given;
      all = joined(all, Text.of(pattern.substring(done, open), origin), value);
      done = close + 1;
    }
    return joined(all, Text.of("", origin), Props.text(pattern.substring(done), origin));
  }

  Value<Node> fill(String pattern, Origin origin) {
    return fill(pattern, origin, Map.of());
  }

  /// The ARN of a policy of AWS's, by its name with the path.
  Value<Node> managedPolicy(String name, Origin origin) {
    return fill("arn:${AWS::Partition}:iam::aws:policy/" + name, origin);
  }

  private static Value<Node> joined(Value<Node> before, Text between, Value<Node> next) {
    if (before.cases().size() * next.cases().size() > MOST_WORLDS) {
      Text hole = Text.hole(new Reason(Reason.Kind.BOUND, "value"), next.origin());
      return before.map(node -> ((Text) node).concat(between).concat(hole));
    }
    var cases = new ArrayList<Value.Case<Node>>();
    for (Value.Case<Node> a : before.cases()) {
      for (Value.Case<Node> b : next.cases()) {
        Text start = text(a.value()).concat(between);
        a.when()
            .and(b.when())
            .ifPresent(w ->
                cases.add(
                    new Value.Case<>(
                        w, Value.known(start.concat(text(b.value())), before.origin()))));
      }
    }
    return Value.oneOf(cases, before.origin());
  }

  private static Text text(Value<Node> value) {
    return switch (value) {
      case Value.Known<Node>(var node, var origin, var sensitivity) ->
          text(node, origin)
              .orElseGet(() ->
                  Text.of(
                      List.of(
                          new Text.Part.Hole(
                              new Reason(Reason.Kind.INVALID, "value"), origin, sensitivity))));
      case Value.Default<Node>(var node, var origin) ->
          text(node, origin).orElseGet(() -> Text.of("", origin));
      case Value.Absent<Node>(var origin) -> Text.of("", origin);
      case Value.Unknown<Node>(var reason, var origin, var sensitivity) ->
          Text.of(List.of(new Text.Part.Hole(reason, origin, sensitivity)));
      case Value.OneOf<Node>(_, var origin) ->
          Text.hole(new Reason(Reason.Kind.UNSUPPORTED, "value"), origin);
    };
  }

  private static Optional<Text> text(Node node, Origin origin) {
    return switch (node) {
      case Text text -> Optional.of(text);
      case Node.Num num -> Optional.of(Text.of(num.toString(), origin));
      case Node.Bool bool -> Optional.of(Text.of(bool.toString(), origin));
      case Node.Items _, Node.Fields _ -> Optional.empty();
    };
  }
}
