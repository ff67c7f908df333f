package dev.postern.readers.terraform;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Names of files as `fileset` describes them: `*`, `?`, `[a-z]`, `{tf,json}`.
final class Globs {
  private Globs() {}

  static Optional<Pattern> pattern(String glob) {
    var regex = new StringBuilder();
    int braces = 0;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      switch (c) {
        case '*' -> regex.append("[^/]*+");
        case '?' -> regex.append("[^/]");
        case '{' -> {
          braces++;
          regex.append("(?:");
        }
        case '}' -> {
          braces--;
          regex.append(')');
        }
        case ',' -> regex.append(braces > 0 ? "|" : ",");
        case '[', ']', '-' -> regex.append(c);
        default -> regex.append(Pattern.quote(Character.toString(c)));
      }
    }
    try {
      // a star gives back nothing unless something must follow it
      return Optional.of(Pattern.compile(regex.toString().replace("*+", "*")));
    } catch (PatternSyntaxException _) {
      return Optional.empty();
    }
  }
}
