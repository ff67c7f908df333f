package dev.postern.rules.form;

import dev.postern.readers.hcl.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// HCL expressions as JSON.
final class Printed {
  private Printed() {}

  /// A constant.
  static Optional<String> plainJson(Expression of) {
    return json(of, text -> text, _ -> Optional.empty());
  }

  /// What may stand in a heredoc: references to attributes, which are strings, as interpolations.
  static Optional<String> templateJson(Expression of) {
    return json(
        of,
        Configuration::escaped,
        e ->
            e instanceof Expression.Attr(Expression.Attr(var root, _, _), _, _)
                    && root instanceof Expression.Variable(String name, _)
                    && name.startsWith("aws_")
                ? Optional.of("\"${" + e.span().text() + "}\"")
                : isSimple(e) ? Optional.of(e.span().text()) : Optional.empty());
  }

  /// A value in the JSON syntax of Terraform, where every string is a template.
  static String syntaxJson(Expression of) {
    return json(
            of,
            Configuration::escaped,
            e -> Optional.of(isSimple(e) ? e.span().text() : string("${" + e.span().text() + "}")))
        .orElseThrow();
  }

  /// A template with interpolations that is written the same in JSON.
  private static boolean isSimple(Expression of) {
    return of instanceof Expression.Template template
        && template.style() == Expression.Style.QUOTED
        && template.span().text().indexOf('\\') < 0
        && template.span().text().indexOf('"', 1) == template.span().length() - 1;
  }

  /// @param text what of a string is written
  /// @param rest writes what JSON has no syntax for
  private static Optional<String> json(
      Expression of, Function<String, String> text, Function<Expression, Optional<String>> rest) {
    return switch (of) {
      case Expression.Template t when t.literal().isPresent() ->
          Optional.of(string(text.apply(t.literal().get())));
      case Expression.Numeral _, Expression.Bool _, Expression.Null _ ->
          Optional.of(of.span().text());
      case Expression.Unary(_, Expression.Numeral _, _) -> Optional.of(of.span().text());
      case Expression.Tuple(var elements, _) -> {
        List<String> items = new ArrayList<>();
        elements.forEach(e -> json(e, text, rest).ifPresent(items::add));
        yield items.size() == elements.size()
            ? Optional.of("[" + String.join(", ", items) + "]")
            : Optional.empty();
      }
      case Expression.ObjectOf(var entries, _) -> {
        List<String> items = new ArrayList<>();
        for (Expression.Entry entry : entries) {
          entry
              .key()
              .literal()
              .flatMap(key ->
                  json(entry.value(), text, rest)
                      .map(value -> string(text.apply(key)) + ": " + value))
              .ifPresent(items::add);
        }
        yield items.size() == entries.size()
            ? Optional.of("{" + String.join(", ", items) + "}")
            : rest.apply(of);
      }
      default -> rest.apply(of);
    };
  }

  static String string(String text) {
    var result = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> result.append('\\').append(c);
        case '\n' -> result.append("\\n");
        default -> {
          if (c < ' ') {
            result.append("\\u%04x".formatted((int) c));
          } else {
            result.append(c);
          }
        }
      }
    }
    return result.append('"').toString();
  }
}
