package dev.postern.readers.hcl;

/// Says what is wrong with a character that means nothing in HCL.
final class Stray {
  private Stray() {}

  static String explain(String character) {
    return switch (character) {
      case "'" -> "strings stand in double quotes, not in `'`";
      case "`" -> "strings stand in double quotes, not in backticks";
      case "“", "”", "„", "‘", "’" -> "strings stand in `\"`, not in curly quotes";
      case ";" -> "arguments stand on lines of their own, not between `;`";
      case "&" -> "`&` is no operator, `&&` is";
      case "|" -> "`|` is no operator, `||` is";
      case "\u00A0" -> "a no-break space is not a space in HCL";
      default -> "this character means nothing in HCL";
    };
  }
}
