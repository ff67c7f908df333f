package dev.postern.readers.plan;

import dev.postern.readers.tree.Tree;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import java.util.Optional;

/// Where a value comes from.
///
/// @param name `var.x`, or the attribute of another resource
/// @param use the place that names it
/// @param given the constant or default that the variable has
/// @param next the variable that it takes its value from in turn
record Source(String name, Tree use, Optional<Tree> given, Optional<Source> next) {

  /// The way of a value through variables, to the constant that it is, or to the name of the
  /// variable that was given it.
  ///
  /// @param place where the value is used
  Origin origin(Span place, Tree.Scalar value) {
    Origin from =
        next.map(n -> n.origin(inner(use), value))
            .orElseGet(() ->
                Origin.written(
                    given.flatMap(g -> in(g, value)).map(Tree::span).orElseGet(() -> inner(use))));
    return new Origin.Through(place, name, from);
  }

  /// Whether the value is what was given in the end.
  boolean gives(Tree.Scalar value) {
    return next.map(n -> n.gives(value))
        .orElseGet(() -> given.flatMap(g -> in(g, value)).isPresent());
  }

  /// A value itself, or as an item of a list.
  private static Optional<Tree> in(Tree given, Tree.Scalar value) {
    return switch (given) {
      case Tree.Scalar scalar -> Optional.of(given).filter(_ -> scalar.text().equals(value.text()));
      case Tree.Sequence(var items, _, _) ->
          items.stream().filter(item -> Trail.same(item, value)).findFirst();
      case Tree.Mapping _, Tree.Unreadable _ -> Optional.empty();
    };
  }

  /// Without its quotes.
  private static Span inner(Tree text) {
    Span span = text.span();
    return span.length() < 2 ? span : span.file().span(span.start() + 1, span.end() - 1);
  }
}
