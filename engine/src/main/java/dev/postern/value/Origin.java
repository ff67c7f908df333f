package dev.postern.value;

import dev.postern.text.Span;
import java.time.LocalDate;
import java.util.Optional;

/// Where a value comes from: the last hop first, the place that decides last.
public sealed interface Origin {

  /// Written here by the user.
  record Written(Span span) implements Origin {}

  /// Used at `use`, where it stands for `from`.
  ///
  /// @param name what `use` names, as the user wrote it: `var.admin_cidrs`, `AdminCidr`
  record Through(Span use, String name, Origin from) implements Origin {}

  /// Not written; AWS does this by itself.
  ///
  /// @param page the AWS page that says so
  /// @param since since when it is so
  /// @param at the place that leaves it out
  record AwsDefault(String page, LocalDate since, Span at) implements Origin {}

  /// The place to show first: where the value is used.
  default Span place() {
    return switch (this) {
      case Written(var span) -> span;
      case Through(var use, _, _) -> use;
      case AwsDefault(_, _, var at) -> at;
    };
  }

  /// The place to change: the end of the chain of uses.
  default Span source() {
    return switch (this) {
      case Written(var span) -> span;
      case Through(_, _, var from) -> from.source();
      case AwsDefault(_, _, var at) -> at;
    };
  }

  /// The next hop, if there is one.
  default Optional<Origin> next() {
    return this instanceof Through(_, _, var from) ? Optional.of(from) : Optional.empty();
  }

  static Origin written(Span span) {
    return new Written(span);
  }
}
