package dev.postern.model;

import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// A string that may be known only in part: `"arn:aws:s3:::${var.name}/*"` is three parts, the
/// middle one unknown. Two texts are equal when they are sure to be the same string: equal literal
/// parts, and the same unknowns in the same places; origins do not count.
public final class Text implements Node, Value.Partial {

  /// A stretch of a text.
  public sealed interface Part {
    Origin origin();

    /// Known characters. When the origin is a span of the same length, offsets map one to one.
    record Literal(String text, Origin origin) implements Part {}

    /// Characters that are not known; equal reasons are the same characters.
    ///
    /// @param form what is sure of them all the same
    record Hole(Reason reason, Origin origin, Sensitivity sensitivity, Form form) implements Part {
      public Hole(Reason reason, Origin origin, Sensitivity sensitivity) {
        this(reason, origin, sensitivity, Form.ANY);
      }
    }

    /// A reference to a resource: what it prints is known only in part.
    ///
    /// @param target the address of the resource; `unit::address` where it is one of another unit
    /// @param attribute which attribute: `Ref`, or a `GetAtt` name of CloudFormation's (`Arn`), or
    ///   the source's own name where CloudFormation has none
    /// @param value what it will be, as far as the configuration tells
    record Reference(String target, String attribute, Optional<Text> value, Origin origin)
        implements Part {}

    /// A JSON document written by a function such as `jsonencode`, with its structure kept.
    record Json(Value<Node> document, Origin origin) implements Part {}
  }

  private final List<Part> parts;

  private Text(List<Part> parts) {
    this.parts = parts;
  }

  /// The text made of `parts`, adjacent literals kept apart where their origins differ.
  public static Text of(List<Part> parts) {
    return new Text(
        parts.stream()
            .filter(p -> !(p instanceof Part.Literal(var text, _)) || !text.isEmpty())
            .toList());
  }

  public static Text of(String text, Origin origin) {
    return of(List.of(new Part.Literal(text, origin)));
  }

  /// A text that no user wrote.
  static Text plain(String text) {
    Span nowhere = SourceFile.of("", "").all();
    return of(text, Origin.written(nowhere));
  }

  public static Text hole(Reason reason, Origin origin) {
    return of(List.of(new Part.Hole(reason, origin, Sensitivity.PLAIN)));
  }

  public static Text reference(
      String target, String attribute, Optional<Text> value, Origin origin) {
    return of(List.of(new Part.Reference(target, attribute, value, origin)));
  }

  public List<Part> parts() {
    return parts;
  }

  public Text concat(Text that) {
    var all = new ArrayList<>(parts);
    all.addAll(that.parts);
    return of(all);
  }

  /// The whole string, when it is known; references count with what they will print.
  public Optional<String> literal() {
    var all = new StringBuilder();
    for (Part part : flat()) {
      if (!(part instanceof Part.Literal(var text, _))) {
        return Optional.empty();
      }
      all.append(text);
    }
    return Optional.of(all.toString());
  }

  /// The known characters that it begins with.
  public String prefix() {
    var all = new StringBuilder();
    for (Part part : flat()) {
      if (!(part instanceof Part.Literal(var text, _))) {
        break;
      }
      all.append(text);
    }
    return all.toString();
  }

  /// The known characters that it ends with.
  public String suffix() {
    var all = new StringBuilder();
    for (Part part : flat().reversed()) {
      if (!(part instanceof Part.Literal(var text, _))) {
        break;
      }
      all.insert(0, text);
    }
    return all.toString();
  }

  /// The parts with adjacent known characters in one, at the place of the first of them.
  public List<Part> runs() {
    var all = new ArrayList<Part>();
    for (Part part : parts) {
      if (part instanceof Part.Literal(var text, _)
          && !all.isEmpty()
          && all.getLast() instanceof Part.Literal(var before, var origin)) {
        all.set(all.size() - 1, new Part.Literal(before + text, origin));
      } else {
        all.add(part);
      }
    }
    return all;
  }

  /// The references in it, in order.
  public List<Part.Reference> references() {
    return parts.stream()
        .filter(Part.Reference.class::isInstance)
        .map(Part.Reference.class::cast)
        .toList();
  }

  /// The reference that this text is, when it is nothing else.
  public Optional<Part.Reference> soleReference() {
    return parts.size() == 1 && parts.getFirst() instanceof Part.Reference r
        ? Optional.of(r)
        : Optional.empty();
  }

  @Override
  public Optional<Reason> unknown() {
    return flat().stream()
        .<Reason>mapMulti((part, to) -> {
          switch (part) {
            case Part.Literal _ -> {}
            case Part.Json _ -> to.accept(new Reason(Reason.Kind.UNSUPPORTED, "jsonencode"));
            case Part.Hole(var reason, _, _, _) -> to.accept(reason);
            case Part.Reference(var target, var attribute, _, _) ->
                to.accept(new Reason(Reason.Kind.APPLY, target + "." + attribute));
          }
        })
        .findFirst();
  }

  /// What is sure of the characters of a text that is wholly unknown.
  public Form form() {
    List<Part> all = flat();
    return all.size() == 1 && all.getFirst() instanceof Part.Hole(_, _, _, var form)
        ? form
        : Form.ANY;
  }

  /// Whether it is the string `that`.
  public Truth isString(String that) {
    return literal()
        .map(known -> Truth.of(known.equals(that)))
        .orElseGet(() -> couldBe(that) ? Truth.UNKNOWN : Truth.FALSE);
  }

  /// Whether it is one of these strings, ignoring case.
  public Truth isOneOfIgnoringCase(String... those) {
    Truth any = Truth.FALSE;
    for (String that : those) {
      Truth is =
          literal()
              .map(known -> Truth.of(known.equalsIgnoreCase(that)))
              .orElseGet(() ->
                  lower(prefix(), that) && lowerEnd(suffix(), that) ? Truth.UNKNOWN : Truth.FALSE);
      any = any.or(is);
    }
    return any;
  }

  private static boolean lower(String prefix, String that) {
    return that.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  private static boolean lowerEnd(String suffix, String that) {
    return that.regionMatches(true, that.length() - suffix.length(), suffix, 0, suffix.length());
  }

  public Truth startsWith(String start) {
    String known = prefix();
    if (known.startsWith(start)) {
      return Truth.TRUE;
    }
    boolean open = literal().isEmpty() && start.startsWith(known);
    return open ? Truth.UNKNOWN : Truth.FALSE;
  }

  public Truth endsWith(String end) {
    String known = suffix();
    if (known.endsWith(end)) {
      return Truth.TRUE;
    }
    boolean open = literal().isEmpty() && end.endsWith(known);
    return open ? Truth.UNKNOWN : Truth.FALSE;
  }

  private boolean couldBe(String that) {
    String start = prefix();
    String end = suffix();
    return that.length() >= Math.max(start.length(), end.length())
        && that.startsWith(start)
        && that.endsWith(end)
        && form().canBe(that);
  }

  /// The parts with references replaced by what they print, where that is known.
  public List<Part> flat() {
    var all = new ArrayList<Part>();
    for (Part part : parts) {
      if (part instanceof Part.Reference(_, _, var value, _) && value.isPresent()) {
        all.addAll(value.get().flat());
      } else {
        all.add(part);
      }
    }
    return all;
  }

  @Override
  public boolean equals(Object that) {
    return that instanceof Text text && identity().equals(text.identity());
  }

  @Override
  public int hashCode() {
    return identity().hashCode();
  }

  private List<Object> identity() {
    var all = new ArrayList<Object>();
    for (Part part : flat()) {
      switch (part) {
        case Part.Literal(var text, _) -> {
          if (!all.isEmpty() && all.getLast() instanceof String before) {
            all.set(all.size() - 1, before + text);
          } else {
            all.add(text);
          }
        }
        case Part.Hole(var reason, _, _, _) -> all.add(reason);
        case Part.Reference(var target, var attribute, _, _) -> all.add(List.of(target, attribute));
        case Part.Json(var document, _) -> all.add(document);
      }
    }
    return all;
  }

  /// As the user would write it; never shows what is secret.
  @Override
  public String toString() {
    return parts.stream().map(Text::show).collect(Collectors.joining());
  }

  private static String show(Part part) {
    return switch (part) {
      case Part.Literal(var text, _) -> text;
      case Part.Hole(var reason, _, _, _) -> "${" + reason.what() + "}";
      case Part.Reference(var target, var attribute, var value, _) ->
          value.map(Objects::toString).orElse("${" + target + "." + attribute + "}");
      case Part.Json _ -> "(json)";
    };
  }
}
