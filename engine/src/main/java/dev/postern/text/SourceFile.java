package dev.postern.text;

import java.util.Arrays;

/// One text that was read, with the table of its lines.
///
/// Offsets are UTF-16 code units from 0; lines and columns count from 1, columns in UTF-16 code
/// units (SARIF's `utf16CodeUnits`). A line ends at `\n`, `\r\n` or a lone `\r`. Two files are
/// equal only when they are the same object, so spans compare cheaply.
public final class SourceFile {
  private final String path;
  private final String text;
  private volatile int[] starts = {};

  private SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
  }

  /// A file known to users as `path` (relative to where the review started, `/` separated).
  public static SourceFile of(String path, String text) {
    return new SourceFile(path, text);
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  /// The whole file.
  public Span all() {
    return new Span(this, 0, text.length());
  }

  /// The characters from `start` (inclusive) to `end` (exclusive), cut to the file.
  public Span span(int start, int end) {
    int from = Math.clamp(start, 0, text.length());
    return new Span(this, from, Math.clamp(end, from, text.length()));
  }

  public int lineCount() {
    return starts().length;
  }

  /// The line that holds `offset`, from 1.
  public int line(int offset) {
    int at = Arrays.binarySearch(starts(), offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /// The column of `offset` in its line, from 1.
  public int column(int offset) {
    return offset - starts()[line(offset) - 1] + 1;
  }

  /// The offset at which line `line` (from 1) begins.
  public int lineStart(int line) {
    return starts()[line - 1];
  }

  /// The text of line `line` (from 1) without its line end.
  public String lineText(int line) {
    return lineSpan(line).text();
  }

  /// Line `line` (from 1) without its line end.
  public Span lineSpan(int line) {
    int start = starts()[line - 1];
    int end = line < starts().length ? starts()[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return span(start, end);
  }

  private int[] starts() {
    int[] known = starts;
    if (known.length == 0) {
      known = lineStarts(text);
      starts = known;
    }
    return known;
  }

  private static int[] lineStarts(String text) {
    int[] found = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    return Arrays.copyOf(found, count);
  }

  @Override
  public String toString() {
    return path;
  }
}
