package dev.postern.policy.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A condition operator.
///
/// @param ifExists whether it also holds where the request has no such key
/// @see <a
///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">operators</a>
public record Operator(Quantifier quantifier, Base base, boolean ifExists) {

  /// How the values of a key with several values are taken.
  public enum Quantifier {
    NONE,
    /// Holds where the key is absent.
    FOR_ALL_VALUES,
    FOR_ANY_VALUE
  }

  /// What is compared, and how.
  public enum Base {
    STRING_EQUALS,
    STRING_NOT_EQUALS,
    STRING_EQUALS_IGNORE_CASE,
    STRING_NOT_EQUALS_IGNORE_CASE,
    STRING_LIKE,
    STRING_NOT_LIKE,
    NUMERIC_EQUALS,
    NUMERIC_NOT_EQUALS,
    NUMERIC_LESS_THAN,
    NUMERIC_LESS_THAN_EQUALS,
    NUMERIC_GREATER_THAN,
    NUMERIC_GREATER_THAN_EQUALS,
    DATE_EQUALS,
    DATE_NOT_EQUALS,
    DATE_LESS_THAN,
    DATE_LESS_THAN_EQUALS,
    DATE_GREATER_THAN,
    DATE_GREATER_THAN_EQUALS,
    BOOL,
    BINARY_EQUALS,
    IP_ADDRESS,
    NOT_IP_ADDRESS,
    ARN_EQUALS,
    ARN_NOT_EQUALS,
    ARN_LIKE,
    ARN_NOT_LIKE,
    NULL;

    /// Whether it holds for all values but the listed ones, and for absent keys.
    public boolean negated() {
      return switch (this) {
        case STRING_NOT_EQUALS,
            STRING_NOT_EQUALS_IGNORE_CASE,
            STRING_NOT_LIKE,
            NUMERIC_NOT_EQUALS,
            DATE_NOT_EQUALS,
            NOT_IP_ADDRESS,
            ARN_NOT_EQUALS,
            ARN_NOT_LIKE ->
            true;
        case STRING_EQUALS,
            STRING_EQUALS_IGNORE_CASE,
            STRING_LIKE,
            NUMERIC_EQUALS,
            NUMERIC_LESS_THAN,
            NUMERIC_LESS_THAN_EQUALS,
            NUMERIC_GREATER_THAN,
            NUMERIC_GREATER_THAN_EQUALS,
            DATE_EQUALS,
            DATE_LESS_THAN,
            DATE_LESS_THAN_EQUALS,
            DATE_GREATER_THAN,
            DATE_GREATER_THAN_EQUALS,
            BOOL,
            BINARY_EQUALS,
            IP_ADDRESS,
            ARN_EQUALS,
            ARN_LIKE,
            NULL ->
            false;
      };
    }

    /// Whether `*` and `?` in its values are wildcards.
    public boolean wildcards() {
      return switch (this) {
        case STRING_LIKE, STRING_NOT_LIKE, ARN_EQUALS, ARN_NOT_EQUALS, ARN_LIKE, ARN_NOT_LIKE ->
            true;
        case STRING_EQUALS,
            STRING_NOT_EQUALS,
            STRING_EQUALS_IGNORE_CASE,
            STRING_NOT_EQUALS_IGNORE_CASE,
            NUMERIC_EQUALS,
            NUMERIC_NOT_EQUALS,
            NUMERIC_LESS_THAN,
            NUMERIC_LESS_THAN_EQUALS,
            NUMERIC_GREATER_THAN,
            NUMERIC_GREATER_THAN_EQUALS,
            DATE_EQUALS,
            DATE_NOT_EQUALS,
            DATE_LESS_THAN,
            DATE_LESS_THAN_EQUALS,
            DATE_GREATER_THAN,
            DATE_GREATER_THAN_EQUALS,
            BOOL,
            BINARY_EQUALS,
            IP_ADDRESS,
            NOT_IP_ADDRESS,
            NULL ->
            false;
      };
    }
  }

  /// The operator of a name such as `ForAllValues:StringLikeIfExists`, in any case.
  static Optional<Operator> parse(String name) {
    String rest = name.toLowerCase(Locale.ROOT);
    Quantifier quantifier = Quantifier.NONE;
    if (rest.startsWith("forallvalues:")) {
      quantifier = Quantifier.FOR_ALL_VALUES;
    } else if (rest.startsWith("foranyvalue:")) {
      quantifier = Quantifier.FOR_ANY_VALUE;
    }
    rest = rest.substring(rest.indexOf(':') + 1);
    boolean ifExists = rest.endsWith("ifexists");
    String base = ifExists ? rest.substring(0, rest.length() - "ifexists".length()) : rest;
    Quantifier found = quantifier;
    return Arrays.stream(Base.values())
        .filter(b -> b.name().replace("_", "").equalsIgnoreCase(base))
        .findFirst()
        .map(b -> new Operator(found, b, ifExists));
  }
}
