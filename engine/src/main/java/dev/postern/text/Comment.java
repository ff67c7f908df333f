package dev.postern.text;

/// A comment in a source file: suppressions are read from these.
///
/// @param text what it says, without the comment marks and outer blanks
public record Comment(Span span, String text) {
  /// Without the text, which may be a secret.
  @Override
  public String toString() {
    return span.toString();
  }
}
