package dev.postern.net;

import dev.postern.net.IpAddress.Family;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sets of addresses in words.
final class IpWords {
  private static final int MAX_LISTED = 3;
  private static final int MAX_DIGITS = 15;

  private IpWords() {}

  static String of(IpSet set) {
    if (set.isEmpty()) {
      return "no address";
    }
    return set.equals(IpSet.all())
        ? "every address"
        : Stream.of(Family.values())
            .filter(family -> !set.line(family).isEmpty())
            .map(family -> of(set, family))
            .collect(Collectors.joining(" and "));
  }

  private static String of(IpSet set, Family family) {
    Line line = set.line(family);
    String every = "every " + (family == Family.IPV4 ? "IPv4" : "IPv6") + " address";
    if (line.isAll()) {
      return every;
    }
    Line missing = line.complement();
    if (line.size().compareTo(missing.size()) > 0 && missing.intervals().size() <= MAX_LISTED) {
      return every + " but " + list(family, missing.intervals());
    }
    var intervals = line.intervals();
    return intervals.size() <= MAX_LISTED
        ? list(family, intervals)
        : intervals.size() + " ranges, " + count(line.size());
  }

  private static String list(Family family, List<Line.Interval> intervals) {
    return intervals.stream()
        .map(interval -> interval(family, interval))
        .collect(Collectors.joining(", "));
  }

  private static String interval(Family family, Line.Interval interval) {
    IpAddress from = IpAddress.of(family, interval.from());
    IpAddress to = IpAddress.of(family, interval.to());
    var blocks = IpSet.between(from, to).cidrs();
    return blocks.size() == 1 ? blocks.getFirst().toString() : from + "-" + to;
  }

  /// Digits in groups of three up to fifteen of them, then powers of two.
  static String count(BigInteger size) {
    String digits = size.toString();
    if (digits.length() > MAX_DIGITS) {
      boolean power = size.bitCount() == 1;
      return (power ? "2^" : "more than 2^") + (size.bitLength() - 1) + " addresses";
    }
    var text = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      text.append(i > 0 && (digits.length() - i) % 3 == 0 ? " " : "").append(digits.charAt(i));
    }
    return text + (size.equals(BigInteger.ONE) ? " address" : " addresses");
  }
}
