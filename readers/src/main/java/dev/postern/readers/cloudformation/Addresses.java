package dev.postern.readers.cloudformation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// IP addresses as text.
final class Addresses {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";

  private Addresses() {}

  /// The 4 or 16 bytes of an address.
  static Optional<byte[]> parse(String text) {
    if (text.matches(OCTET + "(\\." + OCTET + "){3}")) {
      byte[] bytes = new byte[4];
      String[] parts = text.split("\\.", -1);
      for (int i = 0; i < 4; i++) {
        bytes[i] = (byte) Integer.parseInt(parts[i]);
      }
      return Optional.of(bytes);
    }
    int gap = text.indexOf("::");
    List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap));
    List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
    int count = head.size() + tail.size();
    boolean isWhole =
        text.contains(":")
            && !head.contains(-1)
            && !tail.contains(-1)
            && (gap < 0 ? count == 8 : count < 8);
    if (!isWhole) {
      return Optional.empty();
    }
    byte[] bytes = new byte[16];
    for (int i = 0; i < head.size(); i++) {
      put(bytes, i, head.get(i));
    }
    for (int i = 0; i < tail.size(); i++) {
      put(bytes, 8 - tail.size() + i, tail.get(i));
    }
    return Optional.of(bytes);
  }

  private static void put(byte[] bytes, int group, int value) {
    bytes[2 * group] = (byte) (value >> 8);
    bytes[2 * group + 1] = (byte) value;
  }

  /// The groups between colons, -1 for what is none.
  private static List<Integer> groups(String text) {
    var groups = new ArrayList<Integer>();
    if (!text.isEmpty()) {
      for (String group : text.split(":", -1)) {
        groups.add(group.matches("[0-9A-Fa-f]{1,4}") ? Integer.parseInt(group, 16) : -1);
      }
    }
    return groups;
  }

  /// The address of `width` (32 or 128) bits, the longest run of zero groups left out.
  static String show(BigInteger address, int width) {
    if (width == 32) {
      int bits = address.intValue();
      return (bits >>> 24)
          + "."
          + (bits >>> 16 & 255)
          + "."
          + (bits >>> 8 & 255)
          + "."
          + (bits & 255);
    }
    var groups = new ArrayList<String>();
    for (int i = 7; i >= 0; i--) {
      groups.add(Integer.toHexString(address.shiftRight(16 * i).intValue() & 0xffff));
    }
    int from = 0;
    int longest = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups.get(end).equals("0")) {
        end++;
      }
      if (end - i > longest) {
        from = i;
        longest = end - i;
      }
    }
    return longest == 1
        ? String.join(":", groups)
        : groups.stream().limit(from).collect(Collectors.joining(":"))
            + "::"
            + groups.stream().skip(from + longest).collect(Collectors.joining(":"));
  }
}
