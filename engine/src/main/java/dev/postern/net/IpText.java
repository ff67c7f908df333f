package dev.postern.net;

import java.util.Optional;

/// The spellings of addresses: RFC 4291 section 2.2 in, RFC 5952 out.
final class IpText {
  private static final int GROUPS = 8;
  private static final int MAX_LENGTH = 45;

  private IpText() {}

  static Optional<Wide> parse4(String text) {
    String[] parts = text.length() > MAX_LENGTH ? new String[0] : text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    long bits = 0;
    for (String part : parts) {
      int number = decimal(part, 255);
      if (number < 0) {
        return Optional.empty();
      }
      bits = bits << 8 | number;
    }
    return Optional.of(Wide.of(bits));
  }

  /// A number from 0 to `max` in decimal digits without leading zeros, or -1.
  static int decimal(String digits, int max) {
    if (digits.isEmpty()
        || digits.length() > 9
        || (digits.length() > 1 && digits.charAt(0) == '0')) {
      return -1;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return -1;
      }
    }
    int number = Integer.parseInt(digits);
    return number <= max ? number : -1;
  }

  static Optional<Wide> parse6(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return withoutIpv4Tail(text).flatMap(IpText::parseGroups);
  }

  /// `::ffff:1.2.3.4` as `::ffff:102:304`; a text without a dotted end as it is.
  private static Optional<String> withoutIpv4Tail(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      return Optional.of(text);
    }
    int start = text.lastIndexOf(':') + 1;
    return parse4(text.substring(start))
        .map(tail ->
            text.substring(0, start)
                + Long.toHexString(tail.low() >> 16)
                + ":"
                + Long.toHexString(tail.low() & 0xffff));
  }

  private static Optional<Wide> parseGroups(String text) {
    int gap = text.indexOf("::");
    int[] groups = new int[GROUPS];
    if (gap < 0) {
      return fill(groups, text, 0) == GROUPS ? Optional.of(join(groups)) : Optional.empty();
    }
    String tail = text.substring(gap + 2);
    int before = fill(groups, text.substring(0, gap), 0);
    int after = fill(new int[GROUPS], tail, 0);
    if (before < 0 || after < 0 || before + after >= GROUPS) {
      return Optional.empty();
    }
    fill(groups, tail, GROUPS - after);
    return Optional.of(join(groups));
  }

  /// Writes the groups of `text` from index `at` on; how many they were, or -1.
  private static int fill(int[] groups, String text, int at) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] parts = text.split(":", -1);
    if (at + parts.length > GROUPS) {
      return -1;
    }
    for (int i = 0; i < parts.length; i++) {
      if (!isGroup(parts[i])) {
        return -1;
      }
      groups[at + i] = Integer.parseInt(parts[i], 16);
    }
    return parts.length;
  }

  private static boolean isGroup(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))) {
        return false;
      }
    }
    return true;
  }

  private static Wide join(int[] groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < GROUPS / 2; i++) {
      high = high << 16 | groups[i];
      low = low << 16 | groups[i + GROUPS / 2];
    }
    return new Wide(high, low);
  }

  static String print4(long bits) {
    return (bits >> 24 & 255)
        + "."
        + (bits >> 16 & 255)
        + "."
        + (bits >> 8 & 255)
        + "."
        + (bits & 255);
  }

  /// Lower case, no leading zeros, `::` for the first longest run of at least two zero groups.
  static String print6(long high, long low) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS / 2; i++) {
      groups[i] = (int) (high >>> (48 - 16 * i)) & 0xffff;
      groups[i + GROUPS / 2] = (int) (low >>> (48 - 16 * i)) & 0xffff;
    }
    int gap = 0;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        gap = i;
        length = end - i;
      }
    }
    return length == 1
        ? hex(groups, 0, GROUPS)
        : hex(groups, 0, gap) + "::" + hex(groups, gap + length, GROUPS);
  }

  private static String hex(int[] groups, int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
