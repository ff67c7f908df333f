package dev.postern.readers.hcl;

import java.util.Optional;

/// The escapes of strings and templates (HCL specification, "Template literals").
final class Escapes {
  private Escapes() {}

  /// What the escape stands for; nothing when it is none.
  static Optional<String> decode(String escape) {
    if (escape.equals("$${") || escape.equals("%%{")) {
      return Optional.of(escape.substring(1));
    }
    return switch (escape.substring(1)) {
      case "n" -> Optional.of("\n");
      case "r" -> Optional.of("\r");
      case "t" -> Optional.of("\t");
      case "\"" -> Optional.of("\"");
      case "\\" -> Optional.of("\\");
      default -> unicode(escape);
    };
  }

  /// `\` with `u` and four, or `U` and eight hexadecimal digits.
  private static Optional<String> unicode(String escape) {
    boolean isShort = escape.startsWith("\\u") && escape.length() == 6;
    boolean isLong = escape.startsWith("\\U") && escape.length() == 10;
    if (!isShort && !isLong) {
      return Optional.empty();
    }
    long code = Long.parseLong(escape, 2, escape.length(), 16);
    boolean isCharacter = code <= Character.MAX_CODE_POINT && (code < 0xD800 || code > 0xDFFF);
    return isCharacter ? Optional.of(Character.toString((int) code)) : Optional.empty();
  }
}
