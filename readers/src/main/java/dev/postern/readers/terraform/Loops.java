package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Expression;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// `for` and splat expressions (HCL specification, "For Expressions", "Splat Operators").
final class Loops {
  /// The name under which a splat's element is bound; no identifier has it.
  static final String ELEMENT = "*";

  private final Evaluator evaluator;

  Loops(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /// A key and its value.
  record Element(Value<Node> key, Value<Node> value) {}

  /// What a collection holds.
  ///
  /// @param rest why there may be more
  record Elements(List<Element> known, Optional<Reason> rest) {}

  /// The elements of a known collection; those of an unknown one are all rest.
  static Elements elements(Value<Node> collection, Span at) {
    Origin here = Origin.written(at);
    return switch (collection) {
      case Value.Known<Node>(Node.Items(var items, var rest), var origin, _) -> {
        var known = new ArrayList<Element>();
        for (int i = 0; i < items.size(); i++) {
          known.add(new Element(Value.known(Node.num(i), here), items.get(i).under(origin)));
        }
        yield new Elements(known, rest);
      }
      case Value.Known<Node>(Node.Fields(var entries, var rest), var origin, _) -> {
        var known = new ArrayList<Element>();
        // Terraform orders maps by key
        entries.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(e ->
                known.add(
                    new Element(
                        Value.known(Text.of(e.getKey(), here), e.getValue().origin()),
                        e.getValue().under(origin))));
        yield new Elements(known, rest);
      }
      case Value.Absent<Node> _ -> new Elements(List.of(), Optional.empty());
      default -> new Elements(List.of(), Optional.of(Nodes.whyUnknown(collection, "collection")));
    };
  }

  Value<Node> tuple(Expression.ForTuple loop) {
    Value<Node> collection = evaluator.value(loop.collection());
    return Value.oneOf(
        collection.cases().stream()
            .map(c -> new Value.Case<>(c.when(), tuple(loop, c.value())))
            .toList(),
        Origin.written(loop.span()));
  }

  private Value<Node> tuple(Expression.ForTuple loop, Value<Node> collection) {
    var items = new ArrayList<Value<Node>>();
    Elements elements = elements(collection, loop.span());
    Optional<Reason> rest = elements.rest();
    for (Element element : elements.known()) {
      Evaluator inner =
          evaluator.with(loop.key(), element.key()).with(loop.value(), element.value());
      Optional<Value<Node>> kept = filtered(loop.condition(), inner, loop.result());
      kept.ifPresent(items::add);
    }
    return Value.known(new Node.Items(items, rest), Origin.written(loop.span()));
  }

  /// The result where the condition holds; absent in the worlds in which it does not.
  private static Optional<Value<Node>> filtered(
      Optional<Expression> condition, Evaluator inner, Expression result) {
    if (condition.isEmpty()) {
      return Optional.of(inner.value(result));
    }
    Value<Node> keep = Nodes.asBoolean(inner.value(condition.get()));
    var cases = new ArrayList<Value.Case<Node>>();
    Origin here = Origin.written(result.span());
    for (Value.Case<Node> each : Guesses.split(keep, condition.get())) {
      boolean yes = each.value().sole().filter(new Node.Bool(true)::equals).isPresent();
      cases.add(new Value.Case<>(each.when(), yes ? inner.value(result) : Value.absent(here)));
    }
    Value<Node> value = Value.oneOf(cases, here);
    boolean dropped = keep.sole().filter(new Node.Bool(false)::equals).isPresent();
    return dropped ? Optional.empty() : Optional.of(value);
  }

  Value<Node> object(Expression.ForObject loop) {
    Value<Node> collection = evaluator.value(loop.collection());
    return Value.oneOf(
        collection.cases().stream()
            .map(c -> new Value.Case<>(c.when(), object(loop, c.value())))
            .toList(),
        Origin.written(loop.span()));
  }

  private Value<Node> object(Expression.ForObject loop, Value<Node> collection) {
    SequencedMap<String, Value<Node>> entries = new LinkedHashMap<>();
    SequencedMap<String, List<Value<Node>>> groups = new LinkedHashMap<>();
    Elements elements = elements(collection, loop.span());
    Optional<Reason> rest = elements.rest();
    for (Element element : elements.known()) {
      Evaluator inner =
          evaluator.with(loop.key(), element.key()).with(loop.value(), element.value());
      Optional<Value<Node>> kept = filtered(loop.condition(), inner, loop.result());
      if (kept.isEmpty()) {
        continue;
      }
      Value<Node> key = inner.value(loop.resultKey());
      Optional<String> name = Nodes.string(key);
      if (name.isEmpty()) {
        rest = Optional.of(Nodes.whyUnknown(key, Evaluator.source(loop.resultKey())));
      } else if (loop.groups()) {
        groups.computeIfAbsent(name.get(), _ -> new ArrayList<>()).add(kept.get());
      } else {
        entries.put(name.get(), kept.get());
      }
    }
    Origin here = Origin.written(loop.span());
    groups.forEach((name, items) -> entries.put(name, Value.known(Node.Items.of(items), here)));
    return Value.known(new Node.Fields(entries, rest), here);
  }

  /// `source[*].rest`: null is no element, a value that is no list is one.
  Value<Node> splat(Expression.Splat splat) {
    Function<Value<Node>, Value<Node>> each =
        element -> evaluator.with(ELEMENT, element).value(splat.each());
    Value<Node> source = evaluator.value(splat.source());
    Origin here = Origin.written(splat.span());
    return Value.oneOf(
        source.cases().stream()
            .map(c -> new Value.Case<>(c.when(), splat(c.value(), each, here)))
            .toList(),
        here);
  }

  private static Value<Node> splat(
      Value<Node> source, Function<Value<Node>, Value<Node>> each, Origin here) {
    return switch (source) {
      case Value.Known<Node>(Node.Items(var items, var rest), var origin, _) ->
          Value.known(
              new Node.Items(
                  items.stream().map(item -> each.apply(item.under(origin))).toList(), rest),
              here);
      case Value.Known<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ ->
          Value.known(Node.Items.of(List.of(each.apply(source))), here);
      case Value.Absent<Node> _ -> Value.known(Node.Items.of(List.of()), here);
      case Value.Unknown<Node>(var reason, _, _) ->
          Value.known(new Node.Items(List.of(), Optional.of(reason)), here);
    };
  }
}
