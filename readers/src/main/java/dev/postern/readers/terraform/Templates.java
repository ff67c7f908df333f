package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.hcl.Part;
import dev.postern.value.Combinations;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Quoted strings and heredocs (HCL specification, "Templates").
final class Templates {
  private static final int WORLDS = 64;

  private final Evaluator evaluator;

  Templates(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Value<Node> value(Expression.Template template) {
    return template
        .wrapped()
        .map(evaluator::value)
        .orElseGet(() -> joined(parts(template.parts()), template));
  }

  private Value<Node> joined(List<Value<Node>> parts, Expression whole) {
    Origin here = Origin.written(whole.span());
    return Combinations.of(parts, WORLDS)
        .map(all ->
            Value.oneOf(
                all.stream().map(c -> new Value.Case<>(c.when(), join(c.values(), here))).toList(),
                here))
        .orElseGet(
            () -> Value.unknown(new Reason(Reason.Kind.BOUND, Evaluator.source(whole)), here));
  }

  private static Value<Node> join(List<Value<Node>> parts, Origin here) {
    var all = new ArrayList<Text.Part>();
    boolean secret = false;
    for (Value<Node> part : parts) {
      secret |= part.sensitivity() == Sensitivity.SECRET;
      switch (part) {
        case Value.Known<Node>(var node, var origin, _) ->
            Nodes.text(node, origin)
                .ifPresentOrElse(
                    text -> all.addAll(text.parts()),
                    () -> all.add(hole(new Reason(Reason.Kind.INVALID, "template"), origin)));
        case Value.Unknown<Node>(var reason, var origin, var s) ->
            all.add(new Text.Part.Hole(reason, origin, s));
        case Value.Absent<Node>(var origin) ->
            all.add(hole(new Reason(Reason.Kind.INVALID, "null in a template"), origin));
        case Value.Default<Node> _, Value.OneOf<Node> _ -> {}
      }
    }
    Text text = Text.of(all);
    if (PartialText.length(text) > Bounds.TEXT) {
      return Value.unknown(new Reason(Reason.Kind.BOUND, "text at " + here.place()), here);
    }
    Value<Node> joined = Value.known(text, here);
    return secret ? joined.secret() : joined;
  }

  private static Text.Part hole(Reason reason, Origin origin) {
    return new Text.Part.Hole(reason, origin, Sensitivity.PLAIN);
  }

  private List<Value<Node>> parts(List<Part> parts) {
    var all = new ArrayList<Value<Node>>();
    for (Part part : parts) {
      switch (part) {
        case Part.Literal(var text, var span) ->
            all.add(Value.known(Text.of(text, Origin.written(span)), Origin.written(span)));
        case Part.Interpolation(var expression, _) -> all.add(evaluator.value(expression));
        case Part.If directive -> all.add(choice(directive));
        case Part.For loop -> all.addAll(repeated(loop));
      }
    }
    return all;
  }

  private Value<Node> choice(Part.If directive) {
    Value<Node> condition = Nodes.asBoolean(evaluator.value(directive.condition()));
    var cases = new ArrayList<Value.Case<Node>>();
    for (Value.Case<Node> each : Guesses.split(condition)) {
      boolean yes = each.value().sole().filter(new Node.Bool(true)::equals).isPresent();
      if (Nodes.isError(each.value()) || each.value() instanceof Value.Absent) {
        cases.add(
            new Value.Case<>(
                each.when(),
                Evaluator.unknown(
                    Reason.Kind.INVALID,
                    Evaluator.source(directive.condition()),
                    directive.span())));
        continue;
      }
      List<Value<Node>> chosen = parts(yes ? directive.then() : directive.otherwise());
      cases.add(new Value.Case<>(each.when(), joined(chosen, directive.condition())));
    }
    return Value.oneOf(cases, Origin.written(directive.span()));
  }

  private List<Value<Node>> repeated(Part.For loop) {
    var all = new ArrayList<Value<Node>>();
    Value<Node> collection = evaluator.whole(loop.collection());
    if (Loops.isWrong(collection, evaluator.typing())) {
      return List.of(
          Evaluator.unknown(Reason.Kind.INVALID, Evaluator.source(loop.collection()), loop.span()));
    }
    Loops.Elements elements = Loops.elements(collection, loop.span(), evaluator.typing());
    for (Loops.Element element : elements.known()) {
      Evaluator inner =
          evaluator.with(loop.key(), element.key()).with(loop.value(), element.value());
      all.addAll(new Templates(inner).parts(loop.parts()));
    }
    elements
        .rest()
        .ifPresent(why -> {
          Reason more =
              why.kind() == Reason.Kind.INVALID
                  ? why
                  : Derived.call(
                      why, "for " + Evaluator.source(loop.collection()), List.of(collection));
          all.add(Value.unknown(more, Origin.written(loop.span())));
        });
    return all;
  }
}
