package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What a function takes in one place, and how much of it has to be known before the function can
/// say anything.
enum Parameter {
  /// Anything, as it is: also null and what is not known.
  ANY,
  /// Anything but null, and nothing in it unknown.
  KNOWN,
  /// A string, wholly known.
  STRING,
  /// A string, which may have holes.
  TEXT,
  NUMBER,
  BOOL,
  /// A list, tuple or set, of which elements may be unknown and more may be there.
  LIST,
  /// A [#LIST] whose elements the function looks at: none of them differs between worlds.
  SCALARS,
  /// A list of strings, or what converts to one.
  STRINGS,
  BOOLS,
  /// A list whose elements are of one type.
  ELEMENTS,
  SET,
  /// A map or object, of which values may be unknown and more may be there.
  MAP,
  /// A map of lists of strings.
  LISTS;

  /// What an argument is converted to.
  private Type type() {
    return switch (this) {
      case STRINGS -> Type.list(Type.Simple.STRING);
      case BOOLS -> Type.list(Type.Simple.BOOL);
      case ELEMENTS -> Type.list(Type.Simple.ANY);
      case SET -> Type.set(Type.Simple.ANY);
      case LISTS -> Type.map(Type.list(Type.Simple.STRING));
      case ANY, KNOWN, STRING, TEXT, NUMBER, BOOL, LIST, SCALARS, MAP -> Type.Simple.ANY;
    };
  }

  /// Whether the function looks at the elements of the list.
  boolean looks() {
    return switch (this) {
      case SCALARS, STRINGS, BOOLS, ELEMENTS, SET -> true;
      case ANY, KNOWN, STRING, TEXT, NUMBER, BOOL, LIST, MAP, LISTS -> false;
    };
  }

  /// The argument in the form that the function expects.
  sealed interface Checked {
    record Right(Value<Node> value) implements Checked {}

    /// The result depends on something that is not known.
    record Open(Reason why) implements Checked {}

    record Wrong() implements Checked {}
  }

  Checked check(Value<Node> argument, Typing typing) {
    if (argument instanceof Value.Unknown && !takes(typing.of(argument))) {
      return new Checked.Wrong();
    }
    Checked checked = check(argument);
    if (!(checked instanceof Checked.Right(var value))) {
      return checked;
    }
    if (argument instanceof Value.Unknown && typing.of(argument) instanceof Type.Collection given) {
      value.sole().ifPresent(node -> typing.mark(node, given));
    }
    if (type() == Type.Simple.ANY) {
      return checked;
    }
    Value<Node> converted = new Conversion(typing).convert(value, type());
    return Nodes.isError(converted) ? new Checked.Wrong() : new Checked.Right(converted);
  }

  /// Whether a value of this type may be one of the parameter's.
  private boolean takes(Type given) {
    return switch (this) {
      case ANY, KNOWN -> true;
      case STRING, TEXT -> Conversion.isPossible(given, Type.Simple.STRING);
      case NUMBER -> Conversion.isPossible(given, Type.Simple.NUMBER);
      case BOOL -> Conversion.isPossible(given, Type.Simple.BOOL);
      case LIST, SCALARS -> !given.isPrimitive() && !given.is(Type.Kind.MAP);
      case MAP -> !given.isPrimitive() && !given.is(Type.Kind.LIST) && !given.is(Type.Kind.SET);
      case STRINGS, BOOLS, ELEMENTS, SET, LISTS -> Conversion.isPossible(given, type());
    };
  }

  private Checked check(Value<Node> argument) {
    return switch (argument) {
      case Value.Absent<Node> _ -> this == ANY ? new Checked.Right(argument) : new Checked.Wrong();
      case Value.Unknown<Node>(var reason, var origin, var sensitivity) ->
          unknown(argument, reason, origin, sensitivity);
      case Value.Known<Node>(var node, var origin, _) -> known(argument, node, origin);
      case Value.Default<Node>(var node, var origin) -> known(argument, node, origin);
      case Value.OneOf<Node> _ -> throw new IllegalStateException("an argument of several worlds");
    };
  }

  private Checked unknown(
      Value<Node> argument, Reason reason, Origin origin, Sensitivity sensitivity) {
    return switch (this) {
      case ANY -> new Checked.Right(argument);
      case TEXT -> {
        Text hole = Text.of(List.of(new Text.Part.Hole(reason, origin, sensitivity)));
        yield new Checked.Right(new Value.Known<>(hole, origin, sensitivity));
      }
      case LIST, SCALARS, STRINGS, BOOLS, ELEMENTS, SET ->
          new Checked.Right(
              new Value.Known<>(
                  new Node.Items(List.of(), Optional.of(reason)), origin, sensitivity));
      case MAP, LISTS ->
          new Checked.Right(
              new Value.Known<>(
                  new Node.Fields(new LinkedHashMap<>(), Optional.of(reason)),
                  origin,
                  sensitivity));
      case KNOWN, STRING, NUMBER, BOOL -> new Checked.Open(reason);
    };
  }

  private Checked known(Value<Node> argument, Node node, Origin origin) {
    return switch (this) {
      case ANY -> new Checked.Right(argument);
      case KNOWN ->
          Nodes.unknown(argument)
              .<Checked>map(Checked.Open::new)
              .orElseGet(() -> new Checked.Right(argument));
      case STRING -> string(argument, node, origin);
      case TEXT ->
          Nodes.text(node, origin)
              .<Checked>map(text -> new Checked.Right(argument.map(_ -> text)))
              .orElseGet(Checked.Wrong::new);
      case NUMBER -> scalar(argument, node, Nodes.number(node).map(Node.Num::new));
      case BOOL -> scalar(argument, node, Nodes.bool(node).map(Node.Bool::new));
      case LIST, SCALARS, STRINGS, BOOLS, ELEMENTS, SET ->
          node instanceof Node.Items ? new Checked.Right(argument) : new Checked.Wrong();
      case MAP, LISTS ->
          node instanceof Node.Fields ? new Checked.Right(argument) : new Checked.Wrong();
    };
  }

  private static Checked string(Value<Node> argument, Node node, Origin origin) {
    Optional<Text> text = Nodes.text(node, origin).map(PartialText::printed);
    if (text.isEmpty()) {
      return new Checked.Wrong();
    }
    return text.get()
        .unknown()
        .<Checked>map(Checked.Open::new)
        .orElseGet(() -> new Checked.Right(argument.map(_ -> text.get())));
  }

  private static Checked scalar(Value<Node> argument, Node node, Optional<? extends Node> found) {
    if (found.isPresent()) {
      Node scalar = found.get();
      return new Checked.Right(argument.map(_ -> scalar));
    }
    return node instanceof Text text && text.unknown().isPresent()
        ? new Checked.Open(text.unknown().get())
        : new Checked.Wrong();
  }
}
