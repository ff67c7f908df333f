package dev.postern.net;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// An IP protocol by its IANA number, or all of them.
///
/// @param number 0 to 255 (https://www.iana.org/assignments/protocol-numbers), or -1 for all
public record Protocol(int number) {
  public static final Protocol ALL = new Protocol(-1);
  public static final Protocol ICMP = new Protocol(1);
  public static final Protocol TCP = new Protocol(6);
  public static final Protocol UDP = new Protocol(17);
  public static final Protocol ICMPV6 = new Protocol(58);

  static final int LAST = 255;

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("all", -1),
          Map.entry("icmp", 1),
          Map.entry("igmp", 2),
          Map.entry("tcp", 6),
          Map.entry("egp", 8),
          Map.entry("udp", 17),
          Map.entry("dccp", 33),
          Map.entry("rsvp", 46),
          Map.entry("gre", 47),
          Map.entry("esp", 50),
          Map.entry("ah", 51),
          Map.entry("icmpv6", 58),
          Map.entry("eigrp", 88),
          Map.entry("ospf", 89),
          Map.entry("ipip", 94),
          Map.entry("etherip", 97),
          Map.entry("pim", 103),
          Map.entry("vrrp", 112),
          Map.entry("l2tp", 115),
          Map.entry("sctp", 132),
          Map.entry("udplite", 136));
  private static final Map<Integer, String> NAMES =
      NUMBERS.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  public Protocol {
    if (number < -1 || number > LAST) {
      throw new IllegalArgumentException("no protocol number: " + number);
    }
  }

  /// A protocol as CloudFormation, Terraform and EC2 spell it: a name in any case, a number, or
  /// `-1`; empty for any other text
  /// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html).
  public static Optional<Protocol> parse(String text) {
    if (text.equals("-1")) {
      return Optional.of(ALL);
    }
    int number = IpText.decimal(text, LAST);
    return number >= 0
        ? Optional.of(new Protocol(number))
        : Optional.ofNullable(NUMBERS.get(name(text))).map(Protocol::new);
  }

  /// Terraform's network ACLs know `icmpv6` by its IANA keyword too.
  private static String name(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    return name.equals("ipv6-icmp") ? "icmpv6" : name;
  }

  /// Whether its packets have ports.
  public boolean hasPorts() {
    return equals(TCP) || equals(UDP);
  }

  /// Whether its packets have a type and a code, which stand for a port here.
  public boolean isIcmp() {
    return equals(ICMP) || equals(ICMPV6);
  }

  /// The name, or `protocol 99` where there is none.
  @Override
  public String toString() {
    return NAMES.getOrDefault(number, "protocol " + number);
  }
}
