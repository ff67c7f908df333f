package dev.postern.readers.hcl;

import dev.postern.text.Span;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/// A piece of a template. Strip markers (`~`) and the indentation of `<<-` heredocs are already
/// applied to the texts (HCL specification, "Templates", "Template literals").
public sealed interface Part {
  Span span();

  /// The characters as all strings of the language keep them: in Unicode's normal form C (HCL
  /// specification, "Unicode normalization").
  static String composed(String text) {
    // the combining characters begin at U+0300
    return text.chars().allMatch(c -> c < 0x300)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /// Text that stands for itself.
  ///
  /// INVARIANT: where `span.length() == text.length()` both are the same characters, so that an
  /// offset in the text is an offset in the file. Everything but escapes is cut that way: an escape
  /// is a literal of its own, and so is each line of a heredoc with its line end.
  record Literal(String text, Span span) implements Part {
    public Literal {
      text = composed(text);
    }
  }

  /// `${expression}`.
  record Interpolation(Expression expression, Span span) implements Part {}

  /// `%{if condition} then %{else} otherwise %{endif}`.
  record If(Expression condition, List<Part> then, List<Part> otherwise, Span span)
      implements Part {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /// `%{for key, value in collection} parts %{endfor}`.
  record For(Optional<String> key, String value, Expression collection, List<Part> parts, Span span)
      implements Part {
    public For {
      parts = List.copyOf(parts);
    }
  }
}
