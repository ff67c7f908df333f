package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.ANY;
import static dev.postern.readers.terraform.Parameter.TEXT;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.value.Combinations;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `format` and `formatlist` (Terraform language, "format").
final class FormatFunctions {
  private static final int WORLDS = 64;

  private FormatFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("format", Function.repeating(FormatFunctions::format, TEXT, ANY));
    to.put("formatlist", Function.repeating(FormatFunctions::formatList, TEXT, ANY));
  }

  private static Value<Node> format(Arguments a) {
    if (hasUntypedNull(a)) {
      return untyped(a);
    }
    return formatted(a, a.value(0), a.values().subList(1, a.size()));
  }

  /// Whether a value is a bare `null`: Terraform does not know what it prints as, and so never
  /// knows the result.
  private static boolean hasUntypedNull(Arguments a) {
    return !(a.value(0) instanceof Value.Absent)
        && a.values().stream()
            .anyMatch(v -> v instanceof Value.Absent && a.typing().of(v) == Type.Simple.ANY);
  }

  private static Value<Node> untyped(Arguments a) {
    return Value.unknown(new Reason(Reason.Kind.UNSUPPORTED, Evaluator.source(a.call())), a.here());
  }

  private static Value<Node> formatted(
      Arguments a, Value<Node> template, List<Value<Node>> arguments) {
    Optional<String> known = Nodes.string(template);
    if (known.isEmpty()) {
      return a.hole(Nodes.whyUnknown(template, "format"));
    }
    Origin origin = template.origin();
    var parts = new ArrayList<Part>();
    int next = 0;
    int at = 0;
    boolean named = false;
    while (at < known.get().length()) {
      int percent = known.get().indexOf('%', at);
      if (percent < 0) {
        percent = known.get().length();
      }
      if (percent > at) {
        parts.add(literal(template, known.get(), at, percent, origin));
      }
      if (percent == known.get().length()) {
        break;
      }
      Optional<Verb> verb = Verb.at(known.get(), percent);
      if (verb.isEmpty()) {
        return a.invalid();
      }
      at = verb.get().end();
      if (verb.get().kind() == '%') {
        parts.add(new Part.Literal("%", origin));
        continue;
      }
      int place = verb.get().argument().orElse(next);
      named |= verb.get().argument().isPresent();
      next = place + 1;
      if (place < 0 || place >= arguments.size()) {
        return a.invalid();
      }
      Optional<List<Part>> piece = piece(a, verb.get(), arguments.get(place));
      if (piece.isEmpty()) {
        return a.invalid();
      }
      parts.addAll(piece.get());
    }
    Text text = Text.of(parts);
    boolean fits = named || next >= arguments.size();
    return !fits
        ? a.invalid()
        : PartialText.length(text) > Bounds.TEXT ? a.tooLarge() : a.known(text);
  }

  private static Part literal(Value<Node> template, String known, int from, int to, Origin origin) {
    Origin place =
        template.sole().orElse(null) instanceof Text text
                && text.parts().size() == 1
                && text.parts().getFirst() instanceof Part.Literal(_, var whole)
            ? PartialText.slice(whole, known.length(), from, to)
            : origin;
    return new Part.Literal(known.substring(from, to), place);
  }

  private static Optional<List<Part>> piece(Arguments a, Verb verb, Value<Node> argument) {
    if (verb.isPlain() && argument instanceof Value.Known<Node>(Text text, _, _)) {
      return Optional.of(text.parts());
    }
    Optional<Reason> open = Nodes.unknown(argument);
    if (open.isPresent()) {
      boolean whole = verb.isPlain() && argument instanceof Value.Unknown;
      Reason reason =
          whole ? open.get() : Derived.call(open.get(), "format", List.of(verb(verb, a), argument));
      return Optional.of(List.of(new Part.Hole(reason, argument.origin(), Sensitivity.PLAIN)));
    }
    return verb.print(argument).map(s -> List.of(new Part.Literal(s, argument.origin())));
  }

  private static Value<Node> verb(Verb verb, Arguments a) {
    return a.string(verb.source());
  }

  /// As `format` for each element of the lists among the arguments, which are equally long.
  private static Value<Node> formatList(Arguments a) {
    if (hasUntypedNull(a)) {
      return untyped(a);
    }
    int length = -1;
    Optional<Reason> rest = Optional.empty();
    for (Value<Node> argument : a.values()) {
      if (argument.sole().orElse(null) instanceof Node.Items(var items, var more)) {
        if (length >= 0 && items.size() != length && more.isEmpty() && rest.isEmpty()) {
          return a.invalid();
        }
        length = length < 0 ? items.size() : Math.min(length, items.size());
        rest = rest.or(() -> more);
      } else if (argument instanceof Value.Unknown<Node>(var why, _, _)
          && !a.typing().of(argument).isPrimitive()) {
        rest = Optional.of(why);
        length = 0;
      }
    }
    if (length < 0) {
      return a.list(List.of(format(a)));
    }
    if (rest.isPresent()) {
      // which element of one list meets which of another is not known
      return a.list(List.of(), rest);
    }
    var all = new ArrayList<Value<Node>>();
    for (int i = 0; i < length; i++) {
      all.add(row(a, i));
    }
    return a.list(Type.Simple.STRING, all, Optional.empty());
  }

  private static Value<Node> row(Arguments a, int i) {
    var arguments = new ArrayList<Value<Node>>();
    for (Value<Node> argument : a.values()) {
      arguments.add(
          argument.sole().orElse(null) instanceof Node.Items(var items, _)
              ? items.get(i)
              : argument);
    }
    return Combinations.of(arguments, WORLDS)
        .map(worlds ->
            Value.oneOf(
                worlds.stream()
                    .map(w ->
                        new Value.Case<>(
                            w.when(),
                            formatted(
                                a,
                                w.values().getFirst(),
                                w.values().subList(1, w.values().size()))))
                    .toList(),
                a.here()))
        .orElseGet(a::tooLarge);
  }
}
