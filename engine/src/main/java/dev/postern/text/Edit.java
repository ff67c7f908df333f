package dev.postern.text;

/// A change of one place in a file: `text` stands there instead. An empty span inserts.
public record Edit(Span at, String text) {
  /// Without the text, which may be a secret.
  @Override
  public String toString() {
    return at.toString();
  }
}
