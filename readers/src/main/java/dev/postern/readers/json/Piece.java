package dev.postern.readers.json;

import dev.postern.text.Span;

/// A piece of a string that its own language puts together: text, or a hole that it computes.
public sealed interface Piece<T> {

  Span span();

  /// Text as it is after the escapes of the outer language are taken away. Positions in it are
  /// exact where the span holds the very same text, and else those of the whole span.
  record Literal<T>(String text, Span span) implements Piece<T> {
    /// Without the text, which may be a secret.
    @Override
    public String toString() {
      return span.toString();
    }
  }

  /// Something computed, such as `${aws_s3_bucket.b.arn}`; what it is matters only to the caller.
  record Hole<T>(T value, Span span) implements Piece<T> {}
}
