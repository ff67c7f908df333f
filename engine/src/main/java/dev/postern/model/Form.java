package dev.postern.model;

import java.util.BitSet;
import java.util.Optional;

/// What is known of the characters of a string that is not known: its length, and a regular
/// expression that the whole of it matches.
///
/// An expression that [FormParser] does not understand excludes nothing. The work of each question
/// is bounded by the size of the expression times the length of what is asked for.
public final class Form {
  /// Any string at all.
  public static final Form ANY = new Form(Optional.empty(), 0, Integer.MAX_VALUE);

  private final Optional<FormStates> states;
  private final int shortest;
  private final int longest;

  private Form(Optional<FormStates> states, int shortest, int longest) {
    this.states = states;
    this.shortest = shortest;
    this.longest = longest;
  }

  /// The strings of `shortest` to `longest` characters that match `pattern`, in Java's syntax, from
  /// their first character to their last.
  public static Form of(String pattern, int shortest, int longest) {
    return new Form(
        FormParser.parse(pattern).flatMap(FormStates::of), Math.max(0, shortest), longest);
  }

  /// Whether it can be this string; false only when it surely cannot.
  public boolean canBe(String text) {
    return text.length() >= shortest
        && text.length() <= longest
        && states.map(s -> s.accepts(new BitSet(), text)).orElse(true);
  }

  /// Whether it is one or more characters of which none is of `excluded`; false where that is not
  /// sure.
  public boolean isWithout(String excluded) {
    return !canBe("") && states.map(s -> excluded.chars().noneMatch(s::takes)).orElse(false);
  }

  /// Whether it can be one or more characters of `alphabet` followed by `end`, both ASCII; false
  /// only when it surely cannot.
  public boolean canEnd(String alphabet, String end) {
    var letters = new BitSet();
    alphabet.chars().forEach(letters::set);
    return end.length() < longest && states.map(s -> s.accepts(letters, end)).orElse(true);
  }
}
