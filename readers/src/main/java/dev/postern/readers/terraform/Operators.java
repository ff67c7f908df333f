package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Combinations;
import dev.postern.value.Combinations.Combination;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Arithmetic, comparison and logic (Terraform language, "Arithmetic and Logical Operators").
final class Operators {
  private static final int WORLDS = 64;

  private final Typing typing;

  Operators(Typing typing) {
    this.typing = typing;
  }

  Value<Node> unary(Expression.Unary unary, Value<Node> operand) {
    Origin here = Origin.written(unary.span());
    return Value.oneOf(
        inputs(unary, operand).stream()
            .map(c -> new Value.Case<>(c.when(), unary(unary, c.value(), here)))
            .toList(),
        here);
  }

  private static List<Value.Case<Node>> inputs(Expression.Unary unary, Value<Node> operand) {
    return switch (unary.sign()) {
      case NOT -> Guesses.split(Nodes.asBoolean(operand));
      case MINUS -> operand.cases();
    };
  }

  private Value<Node> unary(Expression.Unary unary, Value<Node> operand, Origin here) {
    if (Nodes.isError(operand)) {
      return operand;
    }
    Type wanted = unary.sign() == Expression.Sign.NOT ? Type.Simple.BOOL : Type.Simple.NUMBER;
    if (isRefused(operand, wanted)) {
      return Value.unknown(new Reason(Reason.Kind.INVALID, Evaluator.source(unary)), here);
    }
    Optional<Node> result =
        switch (unary.sign()) {
          case NOT -> operand.sole().flatMap(Nodes::bool).map(b -> new Node.Bool(!b));
          case MINUS -> operand.sole().flatMap(Nodes::number).map(n -> new Node.Num(n.negate()));
        };
    Reason why = Nodes.whyUnknown(operand, Evaluator.source(unary));
    return result
        .map(node -> kept(Value.known(node, here), operand, operand))
        .orElseGet(() -> typing.as(wanted, open(why, List.of(operand), "-", here)));
  }

  private static Value<Node> open(
      Reason why, List<Value<Node>> operands, String operator, Origin here) {
    if (why.kind() == Reason.Kind.INVALID) {
      return Value.unknown(why, here);
    }
    return Value.unknown(
        operands.size() == 1
            ? Derived.call(why, operator, operands)
            : Derived.binary(why, operands.getFirst(), operator, operands.getLast()),
        here);
  }

  /// What is computed from a secret is one.
  private static Value<Node> kept(Value<Node> result, Value<Node> left, Value<Node> right) {
    return left.sensitivity().or(right.sensitivity()) == Sensitivity.SECRET
        ? result.secret()
        : result;
  }

  Value<Node> binary(Expression.Binary binary, Value<Node> left, Value<Node> right) {
    Origin here = Origin.written(binary.span());
    boolean logic =
        binary.operator() == Expression.Operator.AND || binary.operator() == Expression.Operator.OR;
    List<Value<Node>> operands =
        logic ? List.of(guessed(left), guessed(right)) : List.of(left, right);
    Optional<List<Combination<Node>>> all = Combinations.of(operands, WORLDS);
    if (all.isEmpty()) {
      return Value.unknown(new Reason(Reason.Kind.BOUND, Evaluator.source(binary)), here);
    }
    return Value.oneOf(
        all.get().stream()
            .map(c ->
                new Value.Case<>(
                    c.when(), apply(binary, c.values().getFirst(), c.values().getLast(), here)))
            .toList(),
        here);
  }

  private static Value<Node> guessed(Value<Node> operand) {
    return Value.oneOf(Guesses.split(Nodes.asBoolean(operand)), operand.origin());
  }

  private Value<Node> apply(
      Expression.Binary binary, Value<Node> left, Value<Node> right, Origin here) {
    Value<Node> result = result(binary, left, right, here);
    Type type =
        switch (binary.operator()) {
          case PLUS, MINUS, TIMES, DIVIDE, MODULO -> Type.Simple.NUMBER;
          case OR, AND, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
              Type.Simple.BOOL;
        };
    boolean open = result instanceof Value.Unknown && !Nodes.isError(result);
    return kept(open ? typing.as(type, result) : result, left, right);
  }

  private Value<Node> result(
      Expression.Binary binary, Value<Node> left, Value<Node> right, Origin here) {
    if (Nodes.isError(left) || Nodes.isError(right)) {
      return Nodes.isError(left) ? left : right;
    }
    boolean logic =
        binary.operator() == Expression.Operator.AND || binary.operator() == Expression.Operator.OR;
    boolean equality =
        binary.operator() == Expression.Operator.EQUAL
            || binary.operator() == Expression.Operator.NOT_EQUAL;
    Type wanted = logic ? Type.Simple.BOOL : Type.Simple.NUMBER;
    if (!equality && (isRefused(left, wanted) || isRefused(right, wanted))) {
      return invalid(binary, here);
    }
    return switch (binary.operator()) {
      case AND -> logic(binary, left, right, false, here);
      case OR -> logic(binary, left, right, true, here);
      case EQUAL -> equal(binary, left, right, here);
      case NOT_EQUAL -> not(equal(binary, left, right, here), here);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, PLUS, MINUS, TIMES, DIVIDE, MODULO ->
          numeric(binary, left, right, here);
    };
  }

  /// `absorbing`: the value that decides alone.
  private static Value<Node> logic(
      Expression.Binary binary,
      Value<Node> left,
      Value<Node> right,
      boolean absorbing,
      Origin here) {
    Truth a = truth(left);
    Truth b = truth(right);
    Truth result = absorbing ? a.or(b) : a.and(b);
    return switch (result) {
      case TRUE -> Value.known(new Node.Bool(true), here);
      case FALSE -> Value.known(new Node.Bool(false), here);
      case UNKNOWN -> {
        Value<Node> open = a == Truth.UNKNOWN ? left : right;
        yield open(
            Nodes.whyUnknown(open, Evaluator.source(binary)),
            List.of(left, right),
            absorbing ? "||" : "&&",
            here);
      }
    };
  }

  private static Truth truth(Value<Node> value) {
    return Nodes.asBoolean(value)
        .sole()
        .map(node -> Truth.of(node.equals(new Node.Bool(true))))
        .orElse(Truth.UNKNOWN);
  }

  private static Value<Node> not(Value<Node> value, Origin here) {
    return Value.oneOf(
        Guesses.split(value).stream()
            .map(c -> new Value.Case<>(c.when(), c.value().flatMap(node -> negated(node, here))))
            .toList(),
        here);
  }

  private static Value<Node> negated(Node node, Origin here) {
    return Value.known(new Node.Bool(node.equals(new Node.Bool(false))), here);
  }

  private Value<Node> equal(
      Expression.Binary binary, Value<Node> left, Value<Node> right, Origin here) {
    if (left instanceof Value.Unknown<Node> unknown
        && Guesses.canGuess(unknown)
        && mayBeText(left)
        && isLiteral(right)) {
      return Guesses.equal(unknown, (Text) right.sole().orElseThrow(), here);
    }
    if (right instanceof Value.Unknown<Node> unknown
        && Guesses.canGuess(unknown)
        && mayBeText(right)
        && isLiteral(left)) {
      return Guesses.equal(unknown, (Text) left.sole().orElseThrow(), here);
    }
    return switch (new Equality(typing).same(left, right)) {
      case TRUE -> Value.known(new Node.Bool(true), here);
      case FALSE -> Value.known(new Node.Bool(false), here);
      case UNKNOWN -> {
        Optional<Reason> why = Nodes.unknown(left).or(() -> Nodes.unknown(right));
        yield open(
            why.orElseGet(() -> new Reason(Reason.Kind.UNSUPPORTED, Evaluator.source(binary))),
            List.of(left, right),
            "==",
            here);
      }
    };
  }

  /// Whether an operand is null or certainly of a wrong type.
  private boolean isRefused(Value<Node> operand, Type wanted) {
    return operand instanceof Value.Absent || !Conversion.isPossible(typing.of(operand), wanted);
  }

  private boolean mayBeText(Value<Node> value) {
    return typing.of(value) == Type.Simple.ANY || typing.of(value) == Type.Simple.STRING;
  }

  private static boolean isLiteral(Value<Node> value) {
    return value.sole().filter(n -> n instanceof Text t && t.literal().isPresent()).isPresent();
  }

  private Value<Node> numeric(
      Expression.Binary binary, Value<Node> left, Value<Node> right, Origin here) {
    Optional<BigDecimal> a = left.sole().flatMap(Nodes::number);
    Optional<BigDecimal> b = right.sole().flatMap(Nodes::number);
    if (a.isEmpty() || b.isEmpty()) {
      Value<Node> open = a.isEmpty() ? left : right;
      return open(
          Nodes.whyUnknown(open, Evaluator.source(binary)),
          List.of(left, right),
          sign(binary.operator()),
          here);
    }
    BigDecimal x = typing.exact(left.sole().orElseThrow(), a.get());
    BigDecimal y = typing.exact(right.sole().orElseThrow(), b.get());
    boolean doubles =
        typing.isDouble(left.sole().orElseThrow()) && typing.isDouble(right.sole().orElseThrow());
    Arithmetic by = doubles ? Arithmetic.DOUBLE : Arithmetic.WIDE;
    int order = x.compareTo(y);
    return switch (binary.operator()) {
      case LESS -> Value.known(new Node.Bool(order < 0), here);
      case LESS_OR_EQUAL -> Value.known(new Node.Bool(order <= 0), here);
      case GREATER -> Value.known(new Node.Bool(order > 0), here);
      case GREATER_OR_EQUAL -> Value.known(new Node.Bool(order >= 0), here);
      case PLUS -> number(by.plus(x, y), binary, here);
      case MINUS -> number(by.minus(x, y), binary, here);
      case TIMES -> number(by.times(x, y), binary, here);
      case DIVIDE -> y.signum() == 0 ? invalid(binary, here) : number(by.by(x, y), binary, here);
      case MODULO -> number(by.modulo(x, y), binary, here);
      case OR, AND, EQUAL, NOT_EQUAL -> throw new IllegalStateException("not numeric");
    };
  }

  private static Value<Node> number(BigDecimal number, Expression.Binary binary, Origin here) {
    return Nodes.isPrintable(number)
        ? Value.known(new Node.Num(number), here)
        : Value.unknown(new Reason(Reason.Kind.BOUND, Evaluator.source(binary)), here);
  }

  private static String sign(Expression.Operator operator) {
    return switch (operator) {
      case LESS -> "<";
      case LESS_OR_EQUAL -> "<=";
      case GREATER -> ">";
      case GREATER_OR_EQUAL -> ">=";
      case PLUS -> "+";
      case MINUS -> "-";
      case TIMES -> "*";
      case DIVIDE -> "/";
      case MODULO -> "%";
      case OR -> "||";
      case AND -> "&&";
      case EQUAL -> "==";
      case NOT_EQUAL -> "!=";
    };
  }

  private static Value<Node> invalid(Expression expression, Origin here) {
    return Value.unknown(new Reason(Reason.Kind.INVALID, Evaluator.source(expression)), here);
  }
}
