package dev.postern.readers.terraform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression in the syntax of RE2 (<https://github.com/google/re2/wiki/Syntax>), matched
/// with a bound on work, since Java's matcher goes back where RE2 does not.
final class Regex {
  private static final int MOST_STEPS = 1_000_000;
  private static final int LONGEST = 20_000;

  private final Pattern pattern;
  private final Map<String, Integer> names;

  private Regex(Pattern pattern, Map<String, Integer> names) {
    this.pattern = pattern;
    this.names = names;
  }

  /// What becomes of a pattern.
  sealed interface Compiled {
    record Right(Regex regex) implements Compiled {}

    record Wrong() implements Compiled {}
  }

  /// One match.
  ///
  /// @param groups empty for a group that took no part
  /// @param names numbers of the named groups, from 1, by name, sorted
  record Match(String whole, List<Optional<String>> groups, Map<String, Integer> names) {}

  static Compiled of(String re2) {
    var names = new LinkedHashMap<String, Integer>();
    Optional<String> java = RegexSyntax.translate(re2, names);
    if (java.isEmpty()) {
      return new Compiled.Wrong();
    }
    try {
      return new Compiled.Right(new Regex(Pattern.compile(java.get(), Pattern.UNIX_LINES), names));
    } catch (PatternSyntaxException _) {
      return new Compiled.Wrong();
    }
  }

  /// The type of a match: a string, or the groups as a tuple or, when they have names, an object.
  Type type() {
    int count = pattern.matcher("").groupCount();
    if (count == 0) {
      return Type.Simple.STRING;
    }
    if (names.isEmpty()) {
      return new Type.Tuple(Collections.nCopies(count, Type.Simple.STRING));
    }
    var attributes = new LinkedHashMap<String, Type>();
    names.keySet().forEach(name -> attributes.put(name, Type.Simple.STRING));
    return Type.Structure.of(attributes);
  }

  /// The first match, or all; nothing where finding them is too much work.
  Optional<List<Match>> find(String text, boolean all) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var found = new ArrayList<Match>();
    try {
      Matcher matcher = pattern.matcher(new Metered(text));
      while (matcher.find()) {
        found.add(match(matcher, text));
        if (!all) {
          break;
        }
      }
      return Optional.of(found);
    } catch (Exhausted _) {
      return Optional.empty();
    }
  }

  private Match match(Matcher matcher, String text) {
    var groups = new ArrayList<Optional<String>>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      groups.add(
          matcher.start(i) < 0
              ? Optional.empty()
              : Optional.of(text.substring(matcher.start(i), matcher.end(i))));
    }
    return new Match(text.substring(matcher.start(), matcher.end()), groups, names);
  }

  /// Every match replaced, `$1` and `${name}` filled in.
  Optional<String> replace(String text, String by) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var result = new StringBuilder();
    int from = 0;
    try {
      Matcher matcher = pattern.matcher(new Metered(text));
      while (matcher.find()) {
        result.append(text, from, matcher.start());
        expand(match(matcher, text), by, result);
        from = matcher.end();
        if (result.length() > Bounds.TEXT) {
          return Optional.empty();
        }
      }
      return Optional.of(result.append(text.substring(from)).toString());
    } catch (Exhausted _) {
      return Optional.empty();
    }
  }

  /// Go's `Regexp.Expand`: a name is the longest run of letters, digits and underscores.
  private static void expand(Match match, String by, StringBuilder to) {
    for (int i = 0; i < by.length(); i++) {
      char c = by.charAt(i);
      if (c != '$' || i + 1 == by.length()) {
        to.append(c);
      } else if (by.charAt(i + 1) == '$') {
        to.append('$');
        i++;
      } else {
        boolean braces = by.charAt(i + 1) == '{';
        int start = braces ? i + 2 : i + 1;
        int end = start;
        while (end < by.length() && isWord(by.charAt(end))) {
          end++;
        }
        boolean complete = end > start && (!braces || (end < by.length() && by.charAt(end) == '}'));
        if (complete) {
          to.append(group(match, by.substring(start, end)));
          i = braces ? end : end - 1;
        } else {
          to.append(c);
        }
      }
    }
  }

  private static boolean isWord(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private static String group(Match match, String name) {
    Integer number = match.names().get(name);
    if (name.chars().allMatch(Character::isDigit) && name.length() < 4) {
      number = Integer.parseInt(name);
    }
    if (number == null) {
      return "";
    }
    if (number == 0) {
      return match.whole();
    }
    return number <= match.groups().size() ? match.groups().get(number - 1).orElse("") : "";
  }

  /// Thrown inside this class only, to leave the matcher.
  private static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted() {
      super("too many steps", null, false, false);
    }
  }

  /// A text that can be looked at only so often.
  private static final class Metered implements CharSequence {
    private final String text;
    private int steps;

    Metered(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > MOST_STEPS) {
        throw new Exhausted();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
