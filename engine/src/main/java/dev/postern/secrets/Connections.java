package dev.postern.secrets;

import static dev.postern.secrets.Confidence.HIGH;
import static dev.postern.secrets.Confidence.LOW;

import java.util.List;
import java.util.Set;

/// Passwords in the user part of URLs (RFC 3986, 3.2.1): `postgres://user:password@host`, also with
/// an empty user as Redis has it. Passwords that stand as `Password=…` in a connection string are
/// found as assignments.
final class Connections {
  private static final int LONGEST = 1024;
  private static final Set<String> USERS = Set.of("user", "username", "usr", "name", "login");
  private static final Set<String> PASSWORDS =
      Set.of("pass", "password", "passwd", "pwd", "secret", "token");
  private static final String STOPS = "/?# \t\r\n\"'`<>\\|,;";

  private Connections() {}

  static void find(CharSequence text, List<Hit> into) {
    int length = text.length();
    for (int i = 0; i + 3 < length; i++) {
      if (text.charAt(i) == ':' && Formats.startsWith(text, i, "://")) {
        i = authority(text, i + 3, into) - 1;
      }
    }
  }

  /// Reads on to the end of the authority, which is the answer.
  private static int authority(CharSequence text, int from, List<Hit> into) {
    int limit = Math.min(text.length(), from + LONGEST);
    int colon = -1;
    int at = -1;
    int end = from;
    for (; end < limit && !stops(text, end); end++) {
      char c = text.charAt(end);
      if (c == ':' && colon < 0) {
        colon = end;
      }
      if (c == '@') {
        at = end;
      }
    }
    if (colon >= 0 && at > colon + 1) {
      judge(text.subSequence(from, colon).toString(), text, colon + 1, at, into);
    }
    return Math.max(end, from);
  }

  private static boolean stops(CharSequence text, int at) {
    char c = text.charAt(at);
    boolean placeholder = c == '<' || c == '>';
    return !placeholder && STOPS.indexOf(c) >= 0;
  }

  private static void judge(String user, CharSequence text, int from, int to, List<Hit> into) {
    String password = text.subSequence(from, to).toString();
    boolean stands =
        References.isVariable(password)
            || password.contains("${")
            || password.startsWith("$")
            || password.contains("{{")
            || (password.startsWith("{") && password.endsWith("}"))
            || (password.startsWith("%") && password.length() < 3)
            || Placeholders.is(password);
    if (stands) {
      return;
    }
    boolean generic = USERS.contains(user) && PASSWORDS.contains(password);
    boolean random = Shape.of(password) == Shape.RANDOM;
    into.add(new Hit(Kind.CONNECTION_PASSWORD, from, to, generic ? LOW : HIGH, "", random));
  }
}
