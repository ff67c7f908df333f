package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.hcl.Part;
import dev.postern.text.Span;
import dev.postern.value.Combinations;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What an expression is, as far as it is known (HCL specification, "Expressions"; Terraform
/// language, "Expressions").
///
/// Unknown parts stay parts: a template with an unknown interpolation is a text with a hole, an
/// object with an unknown attribute an object. A condition that is not known gives both results,
/// each in its world.
final class Evaluator {
  private final Scope scope;
  private final Bounds bounds;

  Evaluator(Scope scope, Bounds bounds) {
    this.scope = scope;
    this.bounds = bounds;
  }

  Value<Node> value(Expression expression) {
    try {
      if (!bounds.enter(expression.span())) {
        return unknown(Reason.Kind.BOUND, "value at " + expression.span(), expression.span());
      }
      return bounds.bounded(evaluate(expression), expression.span());
    } finally {
      bounds.leave();
    }
  }

  private Value<Node> evaluate(Expression expression) {
    Origin here = Origin.written(expression.span());
    return switch (expression) {
      case Expression.Numeral(var number, _) -> Value.known(new Node.Num(number), here);
      case Expression.Bool(var bool, _) -> Value.known(new Node.Bool(bool), here);
      case Expression.Null _ -> Value.absent(here);
      case Expression.Template template -> new Templates(this).value(template);
      case Expression.Tuple(var elements, _) ->
          Value.known(Node.Items.of(elements.stream().map(this::value).toList()), here);
      case Expression.ObjectOf object -> object(object);
      case Expression.Parenthesised(var inner, _) -> value(inner);
      case Expression.Variable _, Expression.Attr _, Expression.Index _ -> path(expression);
      case Expression.Splat splat -> new Loops(this).splat(splat);
      case Expression.ForTuple loop -> new Loops(this).tuple(loop);
      case Expression.ForObject loop -> new Loops(this).object(loop);
      case Expression.Element _ -> scope.bound(Loops.ELEMENT).orElseGet(() -> invalid(expression));
      case Expression.Conditional conditional -> conditional(conditional);
      case Expression.Unary unary -> new Operators(typing()).unary(unary, whole(unary.operand()));
      case Expression.Binary binary ->
          new Operators(typing()).binary(binary, whole(binary.left()), whole(binary.right()));
      case Expression.Call call -> new Calls(this).value(call);
      case Expression.Invalid _ -> invalid(expression);
    };
  }

  /// The value of an expression of which something is made: an error in a collection that is made
  /// here is an error of the whole.
  Value<Node> whole(Expression expression) {
    Value<Node> value = value(expression);
    boolean named =
        expression instanceof Expression.Variable
            || expression instanceof Expression.Attr
            || expression instanceof Expression.Index;
    if (named || value.cases().stream().noneMatch(c -> Nodes.hasError(c.value()))) {
      return value;
    }
    Reason error = new Reason(Reason.Kind.INVALID, source(expression));
    return Value.oneOf(
        value.cases().stream()
            .map(c ->
                Nodes.hasError(c.value())
                    ? new Value.Case<Node>(c.when(), Value.unknown(error, value.origin()))
                    : c)
            .toList(),
        value.origin());
  }

  Typing typing() {
    return scope.module().project().typing();
  }

  /// The same evaluator with one more name.
  Evaluator with(String name, Value<Node> value) {
    return new Evaluator(scope.with(name, value), bounds);
  }

  Evaluator with(Optional<String> name, Value<Node> value) {
    return name.map(n -> with(n, value)).orElse(this);
  }

  Bounds bounds() {
    return bounds;
  }

  /// An evaluator for a template that sees these names only.
  ///
  /// @param rest why there may be more names
  Evaluator only(Map<String, Value<Node>> names, Optional<Reason> rest) {
    return new Evaluator(Scope.closed(scope.module(), names, rest), bounds);
  }

  ModuleInstance module() {
    return scope.module();
  }

  private Value<Node> object(Expression.ObjectOf object) {
    SequencedMap<String, Value<Node>> entries = new LinkedHashMap<>();
    Optional<Reason> rest = Optional.empty();
    for (Expression.Entry entry : object.entries()) {
      Value<Node> key = value(entry.key());
      Optional<String> name = Nodes.string(key);
      if (name.isPresent()) {
        entries.put(name.get(), value(entry.value()));
      } else if (key instanceof Value.OneOf<Node>(var cases, _)) {
        return byKey(object, entry, cases);
      } else if (Nodes.isError(key) || key instanceof Value.Absent) {
        return invalid(entry.key());
      } else {
        Reason why = Nodes.whyUnknown(key, source(entry.key()));
        if (why.kind() == Reason.Kind.INVALID) {
          return invalid(entry.key());
        }
        rest = Optional.of(why);
      }
    }
    return Value.known(new Node.Fields(entries, rest), Origin.written(object.span()));
  }

  /// A key that differs between worlds: the object in each.
  private Value<Node> byKey(
      Expression.ObjectOf object, Expression.Entry entry, List<Value.Case<Node>> keys) {
    var cases = new ArrayList<Value.Case<Node>>();
    for (Value.Case<Node> key : keys) {
      Optional<String> name = Nodes.string(key.value());
      if (name.isEmpty()) {
        return unknown(Reason.Kind.UNSUPPORTED, source(object), object.span());
      }
      var literal =
          new Expression.Template(
              List.of(new Part.Literal(name.get(), entry.key().span())),
              Expression.Style.BARE,
              entry.key().span());
      var entries = new ArrayList<>(object.entries());
      entries.set(
          entries.indexOf(entry), new Expression.Entry(literal, entry.value(), entry.span()));
      cases.add(
          new Value.Case<>(key.when(), object(new Expression.ObjectOf(entries, object.span()))));
    }
    return Value.oneOf(cases, Origin.written(object.span()));
  }

  private Value<Node> conditional(Expression.Conditional conditional) {
    Value<Node> condition = Nodes.asBoolean(whole(conditional.condition()));
    Value<Node> then = value(conditional.then());
    Value<Node> otherwise = value(conditional.otherwise());
    var cases = new ArrayList<Value.Case<Node>>();
    for (Value.Case<Node> each : Guesses.split(condition)) {
      Value<Node> result =
          switch (each.value()) {
            case Value.Known<Node>(Node.Bool(var yes), _, _) ->
                yes ? branch(conditional, then, otherwise) : branch(conditional, otherwise, then);
            case Value.Unknown<Node> error -> error;
            default -> invalid(conditional.condition());
          };
      cases.add(new Value.Case<>(each.when(), result));
    }
    Value<Node> result = Value.oneOf(cases, Origin.written(conditional.span()));
    return condition.sensitivity() == Sensitivity.SECRET ? result.secret() : result;
  }

  /// One branch of a condition, in the type that both have in common.
  private Value<Node> branch(Expression.Conditional whole, Value<Node> value, Value<Node> beside) {
    if (isNull(beside) || value.cases().stream().allMatch(c -> Nodes.hasError(c.value()))) {
      return value;
    }
    Type type = typing().of(beside);
    if (isNull(value)) {
      return typing().as(type, value);
    }
    Type own = typing().of(value);
    if (own == Type.Simple.ANY || type == Type.Simple.ANY) {
      return value;
    }
    return Unification.of(List.of(own, type))
        .map(common -> new Conversion(typing()).convert(value, common))
        .orElseGet(() -> invalid(whole));
  }

  /// Whether it is a null that is of no type.
  private boolean isNull(Value<Node> value) {
    return value instanceof Value.Absent && typing().of(value) == Type.Simple.ANY;
  }

  /// A name and its accesses: as many steps as belong to the name are resolved at once, the rest
  /// one by one.
  private Value<Node> path(Expression expression) {
    var steps = new ArrayList<Expression>();
    Expression at = expression;
    while (!(at instanceof Expression.Variable)) {
      steps.addFirst(at);
      switch (at) {
        case Expression.Attr(var source, _, _) -> at = source;
        case Expression.Index(var source, _, _) -> at = source;
        default -> {
          return steps(whole(at), steps.subList(1, steps.size()), expression);
        }
      }
    }
    var path = new Scope.Path(((Expression.Variable) at).name(), List.copyOf(steps), expression);
    Scope.Resolution found = scope.resolve(path);
    List<Expression> rest = steps.subList(Math.min(found.taken(), steps.size()), steps.size());
    boolean bound = scope.bound(path.root()).isPresent();
    Value<Node> value = steps(found.value(), rest, expression);
    return bound || Nodes.isError(value)
        ? value
        : value.through(expression.span(), source(expression));
  }

  private Value<Node> steps(Value<Node> start, List<Expression> steps, Expression whole) {
    Value<Node> value = start;
    for (Expression step : steps) {
      Type type = value instanceof Value.Unknown ? typing().of(value) : Type.Simple.ANY;
      value =
          switch (step) {
            case Expression.Attr(_, var name, _) -> Access.attribute(value, name, whole.span());
            case Expression.Index(_, var key, _) -> index(value, whole(key), whole);
            default -> throw new IllegalStateException("no step " + step.getClass());
          };
      Type part = part(type, step);
      value = part == Type.Simple.ANY ? value : typing().as(part, value);
    }
    return value;
  }

  /// The type of what a step leads to in an unknown value.
  private static Type part(Type whole, Expression step) {
    return switch (whole) {
      case Type.Collection(_, var element) -> element;
      case Type.Structure(var attributes, _) ->
          step instanceof Expression.Attr(_, var name, _)
              ? attributes.getOrDefault(name, Type.Simple.ANY)
              : Type.Simple.ANY;
      case Type.Simple _, Type.Tuple _ -> Type.Simple.ANY;
    };
  }

  private Value<Node> index(Value<Node> value, Value<Node> key, Expression whole) {
    return Combinations.of(List.of(value, key), Bounds.WORLDS)
        .map(all ->
            Value.oneOf(
                all.stream()
                    .map(c ->
                        new Value.Case<>(
                            c.when(),
                            Access.index(
                                c.values().getFirst(),
                                c.values().getLast(),
                                whole.span(),
                                typing())))
                    .toList(),
                Origin.written(whole.span())))
        .orElseGet(() -> unknown(Reason.Kind.BOUND, source(whole), whole.span()));
  }

  private static Value<Node> invalid(Expression expression) {
    return unknown(Reason.Kind.INVALID, source(expression), expression.span());
  }

  static Value<Node> unknown(Reason.Kind kind, String what, Span at) {
    return Value.unknown(new Reason(kind, what), Origin.written(at));
  }

  /// The expression as written, shortened to one line.
  static String source(Expression expression) {
    String text = expression.span().text().strip().replaceAll("\\s+", " ");
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }

  static Text text(String text, Span at) {
    return Text.of(text, Origin.written(at));
  }
}
