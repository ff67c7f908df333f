package dev.postern.report;

import dev.postern.finding.Finding;
import dev.postern.finding.Status;

/// The glyphs and colours of a text report. Nothing is said by colour alone.
record Ink(boolean colour, boolean unicode) {

  /// What a piece of text is, for its colour.
  enum Tone {
    BAD("1;31"),
    DOUBTFUL("1;33"),
    MILD("1;36"),
    GOOD("1;32"),
    FRAME("34"),
    STRONG("1"),
    QUIET("2");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  static Ink of(Options options) {
    return new Ink(options.colour(), options.unicode());
  }

  String paint(Tone tone, String text) {
    return colour && !text.isBlank() ? "\u001b[" + tone.code + "m" + text + "\u001b[0m" : text;
  }

  /// What somebody else wrote, or our own words: made visible, and in ASCII where that is wanted.
  String said(String text) {
    String visible = Escape.visible(text);
    return unicode
        ? visible
        : visible.replace("→", "->").replace("≠", "!=").replace("…", "...").replace('•', '*');
  }

  static Tone tone(Finding finding) {
    if (finding.status() != Status.VIOLATED) {
      return finding.status() == Status.UNDECIDED ? Tone.DOUBTFUL : Tone.QUIET;
    }
    return switch (finding.severity()) {
      case CRITICAL, HIGH -> Tone.BAD;
      case MEDIUM -> Tone.DOUBTFUL;
      case LOW, INFO -> Tone.MILD;
    };
  }

  String open() {
    return unicode ? "╭─" : "+-";
  }

  String bar() {
    return unicode ? "│" : "|";
  }

  String tee() {
    return unicode ? "├─" : "+-";
  }

  String close() {
    return unicode ? "╰─" : "+-";
  }

  String gap() {
    return unicode ? "⋮" : ":";
  }

  String more() {
    return unicode ? "…" : "...";
  }

  /// One column of an underline: heavy under the subject, light under where its value comes from.
  String under(boolean heavy) {
    return unicode ? heavy ? "━" : "─" : heavy ? "^" : "-";
  }

  /// Beside the lines of a subject of many lines.
  String beside(boolean heavy) {
    return unicode ? heavy ? "┃" : "│" : "|";
  }

  /// Below the last of them.
  String below(boolean heavy) {
    return unicode ? heavy ? "┗━" : "└─" : heavy ? "^^" : "--";
  }
}
