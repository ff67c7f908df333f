package dev.postern.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Words that stand where a secret will be put: not secrets.
///
/// - empty, or one or two characters over and over: `xxxx`, `****`, `...`
/// - between marks: `<password>`, `[token]`, `__TOKEN__`, `@@TOKEN@@`
/// - an order to the reader: `CHANGE_ME`, `change-me`, `REPLACE_ME`, `replace-with-…`,
///   `insert-…-here`, `enter-…`, `put-…-here`, `fill in …`
/// - a possessive: `your-api-key`, `YOUR_TOKEN_HERE`
/// - any of the words [#ANYWHERE]: `dummy`, `example`, `todo`, `redacted`, …
/// - just one of the words [#ALONE]: `none`, `undefined`, `hidden`, …
///
/// `changeme`, `password`, `admin123` and the like in one small word are what people leave in
/// place, and what attackers try first: they are literals.
final class Placeholders {
  private static final Set<String> ANYWHERE =
      Words.set(
          """
          placeholder dummy example examples todo fixme tbd redacted fake mock mocked sanitized
          replaceme notset
          """);
  private static final Set<String> ALONE =
      Words.set(
          """
          none null nil na empty undefined unset unused unspecified ignored omitted removed
          hidden masked sample xxx
          """);
  private static final Set<String> ORDERS =
      Words.set(
          """
          change replace insert enter put fill set add provide update
          """);
  private static final Set<String> OBJECTS =
      Words.set(
          """
          me with this here your in it the before by value
          """);

  private Placeholders() {}

  /// Whether a whole value is a placeholder.
  static boolean is(String value) {
    String inner = value.strip();
    if (inner.isEmpty() || monotonous(inner) || marked(inner)) {
      return true;
    }
    if (Shape.of(inner) == Shape.RANDOM) {
      return false;
    }
    List<String> words = Words.of(inner);
    if (words.isEmpty()) {
      return false;
    }
    String first = words.getFirst();
    boolean ordered = words.size() > 1 && ORDERS.contains(first) && OBJECTS.contains(words.get(1));
    boolean possessive = first.equals("your") || (first.startsWith("your") && first.length() > 7);
    return inner.equals("CHANGEME")
        || ordered
        || possessive
        || (words.size() > 2 && words.getLast().equals("here"))
        || (words.size() == 1 && ALONE.contains(first))
        || words.stream().anyMatch(ANYWHERE::contains);
  }

  /// Whether what follows a token's prefix is a placeholder: `ghp_xxxxxxxx…`.
  static boolean isBody(String body) {
    return body.chars().distinct().limit(5).count() < 5 || marked(body) || is(body);
  }

  /// Whether a well-formed token says of itself that it is an example, as the keys in the [AWS
  /// documentation](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html)
  /// do.
  static boolean isExample(String body) {
    return body.contains("EXAMPLE") || body.contains("example") || body.contains("Example");
  }

  private static boolean monotonous(String value) {
    boolean wordless = value.chars().noneMatch(c -> Alphabet.WORD.has((char) c));
    long distinct = value.chars().map(Character::toLowerCase).distinct().limit(3).count();
    boolean repeated = distinct == 1 && value.length() > 2;
    return repeated
        || (wordless && distinct < 3)
        || value.toLowerCase(Locale.ROOT).contains("xxxx");
  }

  private static boolean marked(String value) {
    return (value.startsWith("<") && value.endsWith(">"))
        || (value.startsWith("[") && value.endsWith("]"))
        || (value.startsWith("__") && value.endsWith("__"))
        || (value.startsWith("@@") && value.endsWith("@@"));
  }
}
