package dev.postern.readers.hcl;

import dev.postern.text.Span;
import java.util.List;

/// `type "label" "label" { body }`.
///
/// @param header from the type to the last label
/// @param span from the type to the closing brace
public record Block(
    String type, Span typeSpan, List<Label> labels, Body body, Span header, Span span)
    implements Item {

  public Block {
    labels = List.copyOf(labels);
  }

  /// A label, quoted or bare.
  ///
  /// @param text without quotes and escapes
  /// @param span with its quotes
  public record Label(String text, Span span) {}
}
