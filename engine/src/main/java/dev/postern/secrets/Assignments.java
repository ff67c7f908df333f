package dev.postern.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names with values inside a text: `KEY=value`, `export KEY=value`, `key: value`, `key = "value"`,
/// `"key": "value"`, `Password=value;` in connection strings, `--password value` in commands; and
/// names whose value stands a few lines further: `name: DB_PASSWORD`, `value: …`, or the default of
/// a variable or parameter.
///
/// One pass: a separator looks back for its name, and only where the name claims a secret ahead for
/// the value, each look no further than a bound.
final class Assignments {
  private static final Alphabet KEY = Alphabet.of("A-Za-z0-9_.-");
  private static final int LONGEST_KEY = 64;

  /// How many lines a name waits for its value.
  private static final int WAIT = 12;

  private static final String COMPARED = "=!<>~+*:";

  private final CharSequence text;
  private final List<Hit> hits = new ArrayList<>();
  private Claim waiting = Claim.NONE;
  private int patience;

  private Assignments(CharSequence text) {
    this.text = text;
  }

  static void find(CharSequence text, List<Hit> into) {
    var pass = new Assignments(text);
    pass.run();
    into.addAll(pass.hits);
  }

  private void run() {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      int next =
          switch (text.charAt(i)) {
            case '\n' -> line(i + 1);
            case '=', ':' -> separator(i);
            case '-' -> flag(i);
            default -> i + 1;
          };
      i = Math.max(i, next - 1);
    }
  }

  private int line(int start) {
    if (patience > 0 && --patience == 0) {
      waiting = Claim.NONE;
    }
    if (Formats.startsWith(text, start, "variable \"")) {
      int from = start + "variable \"".length();
      await(KeyNames.of(text.subSequence(from, KEY.run(text, from, LONGEST_KEY))));
    }
    return start;
  }

  private void await(Claim claim) {
    waiting = claim;
    patience = WAIT;
  }

  /// What the value after a separator is; the answer is where to go on.
  private int separator(int at) {
    char c = text.charAt(at);
    boolean arrow = c == '=' && charAt(at + 1) == '>';
    boolean compared =
        COMPARED.indexOf(charAt(at - 1)) >= 0 && !(c == '=' && charAt(at - 1) == ':');
    if (compared || charAt(at + 1) == '=' || (c == ':' && charAt(at + 1) == ':')) {
      return at + 1;
    }
    int keyEnd = beforeQuotes(at);
    int keyStart = KEY.runBack(text, keyEnd, LONGEST_KEY);
    boolean inArn = c == ':' && keyEnd == at && charAt(keyStart - 1) == ':';
    if (keyStart == keyEnd || inArn) {
      return at + 1;
    }
    String key = text.subSequence(keyStart, keyEnd).toString();
    Claim claim = KeyNames.of(key);
    return switch (role(key)) {
      case NAMES -> {
        Written named = Written.after(text, at + (arrow ? 2 : 1));
        await(KeyNames.of(text.subSequence(named.start(), named.end())));
        yield at + 1;
      }
      case HOLDS -> value(waiting, at, arrow, c);
      case PLAIN -> value(claim, at, arrow, c);
    };
  }

  private enum Role {
    NAMES,
    HOLDS,
    PLAIN
  }

  private static Role role(String key) {
    return switch (key) {
      case "name", "Name", "key", "Key", "ParameterKey", "ParameterName" -> Role.NAMES;
      case "value", "Value", "default", "Default", "ParameterValue" -> Role.HOLDS;
      default -> Role.PLAIN;
    };
  }

  private int value(Claim claim, int at, boolean arrow, char separator) {
    if (claim == Claim.NONE) {
      forget(at);
      return at + 1;
    }
    Written value = Written.after(text, at + (arrow ? 2 : 1));
    if (claim == Claim.AUTHORIZATION && !value.quoted()) {
      value = value.to(Written.after(text, value.end()));
    }
    if (value.opensBlock(text)) {
      await(claim);
      return at + 1;
    }
    boolean code = separator == '=' && value.spaced();
    boolean loose = separator == ':' && !value.spaced() && !value.quoted();
    if (loose || !value.isLiteral(text, code, claim)) {
      return value.quoted() ? at + 1 : Math.max(at + 1, value.end());
    }
    Optional<Hit> hit = NamedValues.judge(claim, text, value.start(), value.end());
    hit.ifPresent(hits::add);
    return hit.isPresent() || !value.quoted() ? Math.max(at + 1, value.end()) : at + 1;
  }

  /// Stops waiting where something else begins.
  private void forget(int at) {
    if (waiting != Claim.NONE && Written.after(text, at + 1).opensBlock(text)) {
      waiting = Claim.NONE;
    }
  }

  /// `--password value`, and `"--password", "value"` in a list of arguments.
  private int flag(int at) {
    boolean begins = charAt(at + 1) == '-' && !KEY.has(charAt(at - 1));
    if (!begins) {
      return at + 1;
    }
    int end = KEY.run(text, at + 2, LONGEST_KEY);
    Claim claim = KeyNames.of(text.subSequence(at, end));
    int from = end;
    while (from < end + 4 && " \t\"',".indexOf(charAt(from)) >= 0 && from < text.length()) {
      from++;
    }
    if (claim == Claim.NONE || from == end || charAt(from) == '-') {
      return Math.max(at + 1, end);
    }
    boolean quoted = "\"'".indexOf(text.charAt(from - 1)) >= 0;
    Written value = Written.after(text, quoted ? from - 1 : from);
    if (value.isLiteral(text, false, claim)) {
      NamedValues.judge(claim, text, value.start(), value.end()).ifPresent(hits::add);
    }
    return Math.max(at + 1, end);
  }

  /// The end of a name before a separator, past spaces, a quote and a bracket.
  private int beforeQuotes(int at) {
    int end = at;
    while (end > 0 && at - end < 40 && (charAt(end - 1) == ' ' || charAt(end - 1) == '\t')) {
      end--;
    }
    int spaces = end;
    while (end > 0 && spaces - end < 3 && "\"'`]\\".indexOf(charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private char charAt(int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : '\n';
  }
}
