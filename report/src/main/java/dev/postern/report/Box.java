package dev.postern.report;

import dev.postern.report.Ink.Tone;
import java.util.List;

/// The box around a finding: a gutter of line numbers, and rows that hang on its bar.
final class Box {
  private static final int LABEL = 9;

  private final StringBuilder out;
  private final Ink ink;
  private final int digits;
  private final int width;

  /// A box whose line numbers have at most `digits`, in a terminal of `width` columns.
  Box(StringBuilder out, Ink ink, int digits, int width) {
    this.out = out;
    this.ink = ink;
    this.digits = digits;
    this.width = Math.max(60, width);
  }

  /// Columns for code.
  int room() {
    return width - digits - 3;
  }

  /// `╭─ main.tf:15:19 in aws_instance.web`.
  void open(String place, String after) {
    hang(ink.open(), ink.paint(Tone.STRONG, ink.said(place)) + "  " + ink.said(after));
  }

  /// `├─ variables.tf:3:13 the value of var.x`.
  void hop(String place, String after) {
    hang(ink.tee(), ink.said(place) + "  " + ink.said(after));
  }

  /// `15 │ code`; `code` is shown as it is.
  void code(int number, String code) {
    row(Integer.toString(number), code);
  }

  /// A row without a number.
  void row(String text) {
    row("", text);
  }

  /// Lines that are left out.
  void gap() {
    row(ink.gap(), "");
  }

  /// `├─ label paragraph`, wrapped at blanks, every paragraph on lines of its own.
  void section(String label, List<String> paragraphs) {
    int columns = Math.max(40, room() - LABEL - 1);
    lines(
        label,
        paragraphs.stream().flatMap(p -> Columns.wrap(ink.said(p), columns).stream()).toList());
  }

  /// As `section`, but commands, which stay whole so that they can be copied.
  void commands(String label, List<String> commands) {
    lines(label, commands.stream().map(ink::said).toList());
  }

  private void lines(String label, List<String> lines) {
    hang(
        ink.tee(),
        ink.paint(Tone.STRONG, label) + " ".repeat(LABEL - label.length()) + lines.getFirst());
    for (String line : lines.subList(1, lines.size())) {
      row("", " ".repeat(LABEL + 1) + line);
    }
  }

  /// `╰─ text`.
  void close(String text) {
    hang(ink.close(), ink.said(text));
  }

  private void row(String number, String text) {
    String gutter = " ".repeat(digits - number.length()) + number + " " + ink.bar();
    line(ink.paint(Tone.FRAME, gutter) + (text.isBlank() ? "" : " " + text.stripTrailing()));
  }

  private void hang(String corner, String text) {
    line(ink.paint(Tone.FRAME, " ".repeat(digits + 1) + corner) + " " + text.stripTrailing());
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
