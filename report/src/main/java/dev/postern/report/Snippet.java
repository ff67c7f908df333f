package dev.postern.report;

import dev.postern.finding.Frame;
import dev.postern.finding.Secrets;
import dev.postern.report.Ink.Tone;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The code of one frame: the subject underlined inside its block, with the fact beside it.
///
/// @param heavy whether this is the place of the finding, not a hop of its value
/// @param bare whether only the lines of the subject are shown
record Snippet(Secrets secrets, Ink ink, Frame frame, boolean heavy, boolean bare, Tone tone) {
  private static final String TAB = "    ";
  private static final int FARTHEST_OPENER = 200;
  private static final int MOST_BETWEEN = 4;
  private static final int MOST_LINES = 8;
  private static final int LEAST_FACT = 32;
  private static final int WINDOW = 400;

  /// The largest line number that is shown.
  int lastLine() {
    return Math.min(lastLine(frame.span()) + (heavy && !bare ? 1 : 0), file().lineCount());
  }

  /// The line of the last character of `span`.
  static int lastLine(Span span) {
    boolean endsWithBreak = span.length() > 0 && span.endColumn() == 1;
    return Math.max(span.line(), span.endLine() - (endsWithBreak ? 1 : 0));
  }

  private SourceFile file() {
    return frame.span().file();
  }

  void draw(Box box) {
    int first = frame.span().line();
    int last = lastLine(frame.span());
    if (file().text().isEmpty()) {
      facts(box.room()).forEach(box::row);
    } else if (first < last) {
      drawMany(box, first, last);
    } else {
      drawOne(box, first);
    }
  }

  private void drawOne(Box box, int line) {
    OptionalInt opener = bare ? OptionalInt.empty() : opener(line);
    opener.ifPresent(from -> drawBefore(box, from, line));
    var cut = cut(box, line);
    box.code(line, cut.text());
    String underline = ink.under(heavy).repeat(cut.length());
    underline(box, cut.start(), cut.length(), ink.paint(tone, underline));
    opener.stream()
        .filter(_ -> heavy)
        .flatMap(from -> closer(from, line).stream())
        .forEach(after -> box.code(after, whole(after, box.room())));
  }

  private void drawBefore(Box box, int opener, int line) {
    box.code(opener, whole(opener, box.room()));
    int from = opener + 1;
    if (line - from > MOST_BETWEEN) {
      box.gap();
      from = line - 2;
    }
    for (int i = from; i < line; i++) {
      box.code(i, whole(i, box.room()));
    }
  }

  /// The nearest line above that is indented less: it opens the block of `line`.
  private OptionalInt opener(int line) {
    int inner = indent(line);
    for (int i = line - 1; i >= Math.max(1, line - FARTHEST_OPENER); i--) {
      int above = indent(i);
      if (above < inner && above < file().lineSpan(i).length()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /// The line after `line`, where it closes the block that `opener` opens.
  private OptionalInt closer(int opener, int line) {
    if (line == file().lineCount()) {
      return OptionalInt.empty();
    }
    String next = file().lineText(line + 1).strip();
    boolean closes = !next.isEmpty() && "}])".indexOf(next.charAt(0)) >= 0;
    return closes && indent(line + 1) == indent(opener)
        ? OptionalInt.of(line + 1)
        : OptionalInt.empty();
  }

  /// How many blanks a line begins with.
  private int indent(int line) {
    Span whole = file().lineSpan(line);
    int at = whole.start();
    while (at < whole.end() && Character.isWhitespace(file().text().charAt(at))) {
      at++;
    }
    return at - whole.start();
  }

  private void drawMany(Box box, int first, int last) {
    String mark = ink.paint(tone, ink.beside(heavy)) + " ";
    boolean all = last - first < MOST_LINES;
    for (int i = first; i <= last; i++) {
      if (all || i < first + 4 || i > last - 2) {
        box.code(i, mark + whole(i, box.room() - 2));
      } else if (i == first + 4) {
        box.gap();
      }
    }
    var fact = facts(box.room() - 3);
    box.row(ink.paint(tone, ink.below(heavy)) + " " + fact.getFirst());
    fact.subList(1, fact.size()).forEach(line -> box.row("   " + line));
  }

  private void underline(Box box, int start, int length, String underline) {
    String blank = " ".repeat(start);
    int beside = box.room() - start - length - 1;
    int width = Columns.width(ink.said(frame.fact()));
    if (width <= beside || beside >= LEAST_FACT) {
      var fact = facts(Math.max(1, beside));
      box.row(blank + underline + " " + fact.getFirst());
      String hanging = blank + " ".repeat(length + 1);
      fact.subList(1, fact.size()).forEach(line -> box.row(hanging + line));
    } else {
      box.row(blank + underline);
      int indent = Math.clamp(box.room() - (long) width, Math.min(4, start), start);
      facts(box.room() - indent).forEach(line -> box.row(" ".repeat(indent) + line));
    }
  }

  private List<String> facts(int columns) {
    return Columns.wrap(ink.said(frame.fact()), columns);
  }

  /// A line as it is shown: its text, and which of its columns are the subject.
  private record Cut(String text, int start, int length) {}

  private Cut cut(Box box, int line) {
    Span whole = file().lineSpan(line);
    int from = Math.min(frame.span().start(), whole.end());
    int to = Math.clamp(frame.span().end(), from, whole.end());
    String before = shown(Math.max(whole.start(), from - WINDOW), from);
    String subject = shown(from, Math.min(to, from + WINDOW));
    String after = shown(to, Math.min(whole.end(), to + WINDOW));
    String more = ink.more();
    int room = box.room() - 1;
    if (from - whole.start() > WINDOW || Columns.width(before) + Columns.width(subject) > room) {
      int most = Math.max(room / 4, room - Columns.width(subject) - 2 * more.length());
      before = more + Columns.tail(before, most - more.length());
    }
    int start = Columns.width(before);
    String visible = Columns.head(subject, room - start);
    String rest = subject.substring(visible.length()) + after;
    int left = room + 1 - start - Columns.width(visible);
    String end =
        Columns.width(rest) <= left ? rest : Columns.head(rest, left - more.length()) + more;
    return new Cut(before + visible + end, start, Math.max(1, Columns.width(visible)));
  }

  private String whole(int line, int columns) {
    Span whole = file().lineSpan(line);
    String shown = shown(whole.start(), Math.min(whole.end(), whole.start() + WINDOW));
    String more = ink.more();
    return Columns.width(shown) <= columns
        ? shown
        : Columns.head(shown, columns - more.length()) + more;
  }

  private String shown(int from, int to) {
    return ink.said(secrets.masked(file().span(from, to)).replace("\t", TAB));
  }

  /// The lines of `span` with their secrets masked: at most eight, of each at most 400 characters,
  /// of the first those around the start of `span`.
  static List<String> lines(Secrets secrets, Span span) {
    var lines = new ArrayList<String>();
    if (!span.file().text().isEmpty()) {
      int last = Math.min(lastLine(span), span.line() + MOST_LINES - 1);
      for (int i = span.line(); i <= last; i++) {
        Span whole = span.file().lineSpan(i);
        int near = i == span.line() ? span.start() + 1 - WINDOW / 2 : whole.start();
        int from = Math.clamp(near, whole.start(), Math.max(whole.start(), whole.end() - WINDOW));
        int to = Math.min(whole.end(), from + WINDOW);
        lines.add(secrets.masked(span.file().span(from, to)));
      }
    }
    return lines;
  }
}
