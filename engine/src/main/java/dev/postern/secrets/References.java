package dev.postern.secrets;

import java.util.Locale;
import java.util.Set;

/// Values that only say where something is: references to secrets, names and paths, addresses.
final class References {
  private static final Set<String> STARTS =
      Words.set(
          """
          arn: ssm: secretsmanager: vault: op:// file: fileb: alias/ key/ projects/ keyvault
          @Microsoft.KeyVault / ./ ../ ~/ {{ ${ #{ $( <% { [ env: resolve: secret/ kv/ pass:
          s3:// http:// https:// urn: com.amazonaws aws/ s3: kms: iam:
          """);
  private static final Set<String> ENDINGS =
      Words.set(
          """
          .pem .key .json .txt .yaml .yml .cfg .conf .ini .env .p12 .pfx .jks .crt .cer .pub
          .tpl .sh .py .js .ts .zip .html .com .net .org .internal .local .handler
          """);
  private static final Set<String> CONSTANTS =
      Words.set(
          """
          true false yes no on off enabled disabled required optional
          """);
  private static final Alphabet VARIABLE = Alphabet.of("A-Z0-9_");
  private static final Alphabet LETTERS = Alphabet.of("A-Za-z_");
  private static final Alphabet HOST = Alphabet.of("a-z0-9.-");

  private References() {}

  /// Whether a value under a secret's name is one of these, a type word or a boolean.
  static boolean is(String value) {
    return CONSTANTS.contains(value.toLowerCase(Locale.ROOT))
        || STARTS.stream().anyMatch(value::startsWith)
        || ENDINGS.stream().anyMatch(value::endsWith)
        || isVariable(value)
        || isTag(value)
        || isVersion(value)
        || value.contains("${")
        || value.contains("{{")
        || value.startsWith("-----BEGIN CERTIFICATE")
        || value.startsWith("ssh-");
  }

  /// `$NAME`, `$name`, `%NAME%`: a shell expands it.
  static boolean isVariable(String value) {
    int length = value.length();
    if (length < 2) {
      return false;
    }
    String name = value.substring(1);
    char first = value.charAt(0);
    return (first == '$' && (VARIABLE.covers(name) || LETTERS.covers(name)))
        || (first == '%' && value.charAt(length - 1) == '%')
        || (first == '%' && name.startsWith("("));
  }

  /// `1.2.3`, `^1.0.0-beta`, `~> 5.0`, and addresses such as `10.0.0.1`.
  private static boolean isVersion(String value) {
    int start = 0;
    while (start < value.length() && "^~<>=v ".indexOf(value.charAt(start)) >= 0) {
      start++;
    }
    int major = Alphabet.DIGITS.run(value, start, 5);
    int minor = Alphabet.DIGITS.run(value, Math.min(value.length(), major + 1), 5);
    return major > start
        && minor > major + 1
        && value.charAt(major) == '.'
        && (minor == value.length() || value.charAt(minor) == '.' || start > 0);
  }

  /// `!Ref Name`, `!Sub`: a tag of YAML.
  private static boolean isTag(String value) {
    int end = value.startsWith("!") ? LETTERS.run(value, 1, 32) : 0;
    return end > 1 && (end == value.length() || value.charAt(end) == ' ');
  }

  /// Whether it reads as a name or an address rather than as a made-up secret: an email, a host, a
  /// path such as `prod/db/password`, or several words such as `my-db-secret` or `MyDbSecret`.
  static boolean isName(String value) {
    boolean path = value.indexOf('/') > 0 && Shape.of(value) != Shape.RANDOM;
    boolean email = value.indexOf('@') > 0 && value.indexOf('.', value.indexOf('@')) > 0;
    int dot = value.lastIndexOf('.');
    boolean domain = dot > 0 && LETTERS.covers(value.substring(dot + 1));
    boolean host = domain && HOST.covers(value) && Shape.of(value) != Shape.RANDOM;
    return path || email || host || (Shape.of(value) == Shape.WORDS && Words.of(value).size() > 1);
  }
}
