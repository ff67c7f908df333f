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

  /// The elements of a known collection; those of an unknown one are all rest. In a set, each is
  /// its own key.
  static Elements elements(Value<Node> collection, Span at, Typing typing) {
    Origin here = Origin.written(at);
    boolean set = collection.sole().filter(typing::isSet).isPresent();
    return switch (collection) {
      case Value.Known<Node>(Node.Items(var items, var rest), var origin, _) -> {
        var known = new ArrayList<Element>();
        for (int i = 0; i < items.size(); i++) {
          Value<Node> item = items.get(i).under(origin);
          known.add(new Element(set ? item : Value.known(Node.num(i), here), item));
        }
        yield new Elements(known, rest);
      }
      case Value.Known<Node>(Node.Fields(var entries, var rest), var origin, _) -> {
        var known = new ArrayList<Element>();
        // Terraform orders maps by key
        entries.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(Sets.CODE_POINTS))
            .forEach(e ->
                known.add(
                    new Element(
                        Value.known(Text.of(e.getKey(), here), e.getValue().origin()),
                        e.getValue().under(origin))));
        yield new Elements(known, rest);
      }
      case Value.Absent<Node> _ -> new Elements(List.of(), Optional.empty());
      case Value.Known<Node>(Text text, _, _) when text.soleReference().isPresent() ->
          new Elements(List.of(), text.unknown());
      default -> new Elements(List.of(), Optional.of(Nodes.whyUnknown(collection, "collection")));
    };
  }

  Value<Node> tuple(Expression.ForTuple loop) {
    Value<Node> collection = evaluator.whole(loop.collection());
    return Value.oneOf(
        collection.cases().stream()
            .map(c -> new Value.Case<>(c.when(), tuple(loop, c.value())))
            .toList(),
        Origin.written(loop.span()));
  }

  private Value<Node> tuple(Expression.ForTuple loop, Value<Node> collection) {
    if (isWrong(collection, evaluator.typing())
        || isRefused(loop.condition(), loop.key(), loop.value(), loop)) {
      return error(collection, loop);
    }
    Elements elements = elements(collection, loop.span(), evaluator.typing());
    List<Value<Node>> kept = kept(loop.condition(), loop.key(), loop.value(), elements);
    return Filter.byWorld(
        kept,
        loop.span(),
        chosen -> {
          var items = new ArrayList<Value<Node>>();
          for (int i = 0; i < chosen.size(); i++) {
            if (chosen.get(i) != Filter.Choice.DROPPED) {
              Value<Node> item =
                  inner(loop.key(), loop.value(), elements.known().get(i)).value(loop.result());
              items.add(
                  chosen.get(i) == Filter.Choice.KEPT ? item : Filter.perhaps(kept.get(i), item));
            }
          }
          return Value.known(
              new Node.Items(items, Filter.rest(elements.rest(), chosen, kept)),
              Origin.written(loop.span()));
        });
  }

  private Evaluator inner(Optional<String> key, String value, Element element) {
    return evaluator.with(key, element.key()).with(value, element.value());
  }

  /// Whether each element is kept, true where there is no condition.
  private List<Value<Node>> kept(
      Optional<Expression> condition, Optional<String> key, String value, Elements elements) {
    return elements.known().stream()
        .map(element ->
            condition
                .map(c -> Nodes.asBoolean(inner(key, value, element).value(c)))
                .orElse(Filter.ALWAYS))
        .toList();
  }

  /// Whether the condition fails whatever the element is: Terraform tries it before it looks at
  /// any.
  private boolean isRefused(
      Optional<Expression> condition, Optional<String> key, String value, Expression loop) {
    Value<Node> any =
        Evaluator.unknown(Reason.Kind.UNSUPPORTED, "element of " + loop.span(), loop.span());
    return condition
        .map(c -> inner(key, value, new Element(any, any)).whole(c))
        .filter(c -> c instanceof Value.Absent || Nodes.isError(Nodes.asBoolean(c)))
        .isPresent();
  }

  static boolean isWrong(Value<Node> collection, Typing typing) {
    return switch (collection) {
      case Value.Absent<Node> _ -> true;
      case Value.Known<Node>(var node, _, _) ->
          node instanceof Node.Num
              || node instanceof Node.Bool
              || (node instanceof Text text
                  && (text.parts().size() != 1 || text.unknown().isEmpty()));
      case Value.Unknown<Node> _ ->
          Nodes.isError(collection) || typing.of(collection).isPrimitive();
      case Value.Default<Node> _, Value.OneOf<Node> _ -> false;
    };
  }

  private static Value<Node> error(Value<Node> collection, Expression loop) {
    return Nodes.isError(collection)
        ? collection
        : Evaluator.unknown(Reason.Kind.INVALID, Evaluator.source(loop), loop.span());
  }

  Value<Node> object(Expression.ForObject loop) {
    Value<Node> collection = evaluator.whole(loop.collection());
    return Value.oneOf(
        collection.cases().stream()
            .map(c -> new Value.Case<>(c.when(), object(loop, c.value())))
            .toList(),
        Origin.written(loop.span()));
  }

  private Value<Node> object(Expression.ForObject loop, Value<Node> collection) {
    if (isWrong(collection, evaluator.typing())
        || isRefused(loop.condition(), loop.key(), loop.value(), loop)) {
      return error(collection, loop);
    }
    Elements elements = elements(collection, loop.span(), evaluator.typing());
    List<Value<Node>> kept = kept(loop.condition(), loop.key(), loop.value(), elements);
    return Filter.byWorld(kept, loop.span(), chosen -> object(loop, elements, kept, chosen));
  }

  private Value<Node> object(
      Expression.ForObject loop,
      Elements elements,
      List<Value<Node>> kept,
      List<Filter.Choice> chosen) {
    SequencedMap<String, Value<Node>> entries = new LinkedHashMap<>();
    SequencedMap<String, List<Value<Node>>> groups = new LinkedHashMap<>();
    Optional<Reason> rest = Filter.rest(elements.rest(), chosen, kept);
    for (int i = 0; i < chosen.size(); i++) {
      if (chosen.get(i) == Filter.Choice.DROPPED) {
        continue;
      }
      Evaluator inner = inner(loop.key(), loop.value(), elements.known().get(i));
      Value<Node> key = inner.value(loop.resultKey());
      Value<Node> result = inner.value(loop.result());
      if (chosen.get(i) == Filter.Choice.OPEN) {
        result = Filter.perhaps(kept.get(i), result);
      }
      for (Value.Case<Node> one : key.cases()) {
        Optional<String> name = Nodes.string(one.value());
        if (name.isEmpty()) {
          Reason why = Nodes.whyUnknown(one.value(), Evaluator.source(loop.resultKey()));
          if (why.kind() == Reason.Kind.INVALID && key.cases().size() == 1) {
            return Value.unknown(why, Origin.written(loop.span()));
          }
          rest = Optional.of(why);
          continue;
        }
        boolean certain = key.cases().size() == 1;
        Value<Node> there = certain ? result : Filter.within(one.when(), result);
        rest =
            certain ? rest : Optional.of(Nodes.whyUnknown(key, Evaluator.source(loop.resultKey())));
        if (loop.groups()) {
          groups.computeIfAbsent(name.get(), _ -> new ArrayList<>()).add(there);
        } else if (certain && entries.containsKey(name.get())) {
          return Evaluator.unknown(
              Reason.Kind.INVALID, Evaluator.source(loop.resultKey()), loop.span());
        } else {
          entries.put(name.get(), there);
        }
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
    Value<Node> source = evaluator.whole(splat.source());
    Origin here = Origin.written(splat.span());
    return Value.oneOf(
        source.cases().stream()
            .map(c -> new Value.Case<>(c.when(), splat(c.value(), each, here)))
            .toList(),
        here);
  }

  private Value<Node> splat(
      Value<Node> source, Function<Value<Node>, Value<Node>> each, Origin here) {
    return switch (source) {
      case Value.Known<Node>(Node.Items(var items, var rest), var origin, _) -> {
        Node all =
            new Node.Items(
                items.stream().map(item -> each.apply(item.under(origin))).toList(), rest);
        Typing typing = evaluator.typing();
        boolean collection = source.sole().map(typing::of).orElseThrow() instanceof Type.Collection;
        yield collection && !items.isEmpty()
            ? typing.known(Type.list(typing.of(((Node.Items) all).values().getFirst())), all, here)
            : Value.known(all, here);
      }
      case Value.Known<Node> _, Value.Default<Node> _, Value.OneOf<Node> _ ->
          Value.known(Node.Items.of(List.of(each.apply(source))), here);
      case Value.Absent<Node> _ ->
          evaluator.typing().of(source) instanceof Type.Collection(var kind, _)
                  && kind != Type.Kind.MAP
              ? Value.unknown(new Reason(Reason.Kind.INVALID, "splat of null"), here)
              : Value.known(Node.Items.of(List.of()), here);
      case Value.Unknown<Node>(var reason, _, _) ->
          Nodes.isError(source)
              ? source
              : Value.known(new Node.Items(List.of(), Optional.of(reason)), here);
    };
  }
}
