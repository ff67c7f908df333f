package dev.postern.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Reads the regular expressions of Java (`java.util.regex.Pattern`) that are regular and common:
/// characters, classes, groups, alternatives, greedy and lazy quantifiers, `^` and `$`. Anything
/// else makes the whole expression not understood.
final class FormParser {
  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 40;
  private static final int MOST_TIMES = 1_000;

  /// All characters of Java.
  private static final int CHARACTERS = Character.MAX_VALUE + 1;

  private final String text;
  private int at;
  private boolean isWrong;

  private FormParser(String text) {
    this.text = text;
  }

  static Optional<FormPiece> parse(String pattern) {
    if (pattern.length() > LONGEST) {
      return Optional.empty();
    }
    var parser = new FormParser(pattern);
    FormPiece piece = parser.choice(0);
    return parser.isWrong || parser.at < pattern.length() ? Optional.empty() : Optional.of(piece);
  }

  private boolean isMore() {
    return at < text.length() && !isWrong;
  }

  private boolean accept(char c) {
    boolean isThere = isMore() && text.charAt(at) == c;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private char next() {
    isWrong |= at >= text.length();
    return isWrong ? 0 : text.charAt(at++);
  }

  private FormPiece choice(int depth) {
    isWrong |= depth > DEEPEST;
    var choices = new ArrayList<FormPiece>();
    do {
      var row = new ArrayList<FormPiece>();
      while (isMore() && text.charAt(at) != '|' && text.charAt(at) != ')') {
        row.add(quantified(piece(depth)));
      }
      choices.add(new FormPiece.Row(row));
    } while (accept('|'));
    return choices.size() == 1 ? choices.getFirst() : new FormPiece.Choice(choices);
  }

  private FormPiece piece(int depth) {
    char c = next();
    return switch (c) {
      case '(' -> group(depth);
      case '[' -> new FormPiece.Characters(bracket());
      case '.' -> new FormPiece.Characters(allBut(set("\n\r\u0085\u2028\u2029")));
      case '^' -> new FormPiece.Edge(true);
      case '$' -> new FormPiece.Edge(false);
      case '\\' -> new FormPiece.Characters(escaped());
      case '*', '+', '?', '{' -> wrong();
      default -> new FormPiece.Characters(set(String.valueOf(c)));
    };
  }

  private FormPiece wrong() {
    isWrong = true;
    return new FormPiece.Row(List.of());
  }

  private FormPiece group(int depth) {
    if (accept('?') && !accept(':')) {
      return wrong();
    }
    FormPiece inner = choice(depth + 1);
    isWrong |= !accept(')');
    return inner;
  }

  private FormPiece quantified(FormPiece piece) {
    FormPiece result = piece;
    if (accept('*')) {
      result = new FormPiece.Repeat(piece, 0, 0, true);
    } else if (accept('+')) {
      result = new FormPiece.Repeat(piece, 1, 1, true);
    } else if (accept('?')) {
      result = new FormPiece.Repeat(piece, 0, 1, false);
    } else if (accept('{')) {
      int least = number();
      boolean isRange = accept(',');
      boolean isOpen = isRange && isMore() && text.charAt(at) == '}';
      int most = isRange && !isOpen ? number() : least;
      isWrong |= !accept('}') || most < least;
      result = new FormPiece.Repeat(piece, least, most, isOpen);
    } else {
      return piece;
    }
    boolean _ = accept('?');
    return result;
  }

  private int number() {
    int from = at;
    int number = 0;
    while (isMore() && isDigit(text.charAt(at)) && number <= MOST_TIMES) {
      number = number * 10 + (next() - '0');
    }
    isWrong |= at == from || number > MOST_TIMES;
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// What follows `[`.
  private BitSet bracket() {
    boolean isNegated = accept('^');
    var set = new BitSet();
    boolean isFirst = true;
    while (isMore() && (isFirst || text.charAt(at) != ']')) {
      isFirst = false;
      char c = next();
      isWrong |= c == '[' || c == ']' || (c == '&' && isMore() && text.charAt(at) == '&');
      BitSet one = c == '\\' ? escaped() : set(String.valueOf(c));
      boolean isRange =
          one.cardinality() == 1
              && at + 1 < text.length()
              && text.charAt(at) == '-'
              && text.charAt(at + 1) != ']';
      if (isRange) {
        at++;
        char last = next();
        BitSet to = last == '\\' ? escaped() : set(String.valueOf(last));
        isWrong |= last == '[' || one.cardinality() != 1 || to.cardinality() != 1;
        isWrong |= one.nextSetBit(0) > to.nextSetBit(0);
        if (!isWrong) {
          set.set(one.nextSetBit(0), to.nextSetBit(0) + 1);
        }
      } else {
        set.or(one);
      }
    }
    isWrong |= !accept(']');
    return isNegated ? allBut(set) : set;
  }

  /// What follows a backslash.
  private BitSet escaped() {
    char c = next();
    BitSet set =
        switch (Character.toLowerCase(c)) {
          case 'd' -> range('0', '9');
          case 'w' -> word();
          case 's' -> set(" \t\n\u000B\f\r");
          default -> set(String.valueOf(c));
        };
    boolean isClass = "dws".indexOf(Character.toLowerCase(c)) >= 0;
    boolean isLetter = (c | 32) >= 'a' && (c | 32) <= 'z';
    isWrong |= !isClass && (isLetter || isDigit(c));
    return isClass && Character.isUpperCase(c) ? allBut(set) : set;
  }

  private static BitSet word() {
    BitSet set = range('a', 'z');
    set.or(range('A', 'Z'));
    set.or(range('0', '9'));
    set.set('_');
    return set;
  }

  private static BitSet range(char first, char last) {
    var set = new BitSet();
    set.set(first, last + 1);
    return set;
  }

  private static BitSet set(String characters) {
    var set = new BitSet();
    characters.chars().forEach(set::set);
    return set;
  }

  private static BitSet allBut(BitSet set) {
    var rest = (BitSet) set.clone();
    rest.flip(0, CHARACTERS);
    return rest;
  }
}
