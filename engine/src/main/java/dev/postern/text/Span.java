package dev.postern.text;

/// A stretch of characters in one file: `start` inclusive, `end` exclusive, offsets as in
/// [SourceFile].
public record Span(SourceFile file, int start, int end) {

  public Span {
    if (start < 0 || end < start || end > file.text().length()) {
      throw new IllegalArgumentException("no span " + start + ".." + end + " in " + file);
    }
  }

  public int line() {
    return file.line(start);
  }

  public int column() {
    return file.column(start);
  }

  public int endLine() {
    return file.line(end);
  }

  /// The column after the last character, on [#endLine()].
  public int endColumn() {
    return file.column(end);
  }

  public int length() {
    return end - start;
  }

  public String text() {
    return file.text().substring(start, end);
  }

  /// From the start of this span to the end of `that`, which lies in the same file and not before.
  public Span to(Span that) {
    return new Span(file, start, Math.max(end, that.end));
  }

  /// Where it begins, as users click on it: `path:line:column`.
  @Override
  public String toString() {
    return file.path() + ":" + line() + ":" + column();
  }
}
