package dev.postern.net;

import java.util.List;
import java.util.stream.Collectors;

/// A set of ports, 0 to 65535, exact and immutable; equal sets are `equals`.
///
/// For ICMP a port stands for a type and a code: see [#icmp(int, int)].
public final class PortSet {
  static final int LAST = 65_535;

  /// As `from` and `to`: not restricted, as EC2 writes it.
  static final int ANY = -1;

  private static final int MAX_LISTED = 5;
  private static final Wide LAST_POINT = Wide.of(LAST);
  private static final PortSet NONE = new PortSet(Line.none(LAST_POINT));
  private static final PortSet ALL = new PortSet(Line.all(LAST_POINT));

  private final Line line;

  /// The ports from `from` to `to`, both inclusive, 0 to 65535.
  public record Range(int from, int to) {
    @Override
    public String toString() {
      return from == to ? Integer.toString(from) : from + "-" + to;
    }
  }

  private PortSet(Line line) {
    this.line = line;
  }

  public static PortSet none() {
    return NONE;
  }

  public static PortSet all() {
    return ALL;
  }

  public static PortSet of(int port) {
    return of(port, port);
  }

  /// The ports from `from` to `to`, both inclusive, as far as there are such ports.
  public static PortSet of(int from, int to) {
    int first = Math.max(from, 0);
    int last = Math.min(to, LAST);
    return first > last ? NONE : new PortSet(Line.of(LAST_POINT, Wide.of(first), Wide.of(last)));
  }

  /// The messages of ICMP or ICMPv6 with this type and code, each 0 to 255 or -1 for any: message
  /// (type, code) is port 256 · type + code, as it stands in the first two bytes of the header (RFC
  /// 792, RFC 4443).
  public static PortSet icmp(int type, int code) {
    if (type == ANY) {
      return ALL;
    }
    return code == ANY ? of(type << 8, type << 8 | 255) : of(type << 8 | code);
  }

  public PortSet union(PortSet that) {
    return new PortSet(line.union(that.line));
  }

  public PortSet intersection(PortSet that) {
    return new PortSet(line.intersection(that.line));
  }

  public PortSet minus(PortSet that) {
    return new PortSet(line.minus(that.line));
  }

  public PortSet complement() {
    return ALL.minus(this);
  }

  public boolean isEmpty() {
    return line.isEmpty();
  }

  public boolean isAll() {
    return line.isAll();
  }

  public boolean contains(int port) {
    return port >= 0 && port <= LAST && line.contains(Wide.of(port));
  }

  public boolean containsAll(PortSet that) {
    return that.line.minus(line).isEmpty();
  }

  public boolean intersects(PortSet that) {
    return !line.intersection(that.line).isEmpty();
  }

  /// How many ports there are: 0 to 65536.
  public int size() {
    return line.size().intValueExact();
  }

  /// The stretches of the set, ascending, none touching the next.
  public List<Range> ranges() {
    return line.intervals().stream()
        .map(interval -> new Range((int) interval.from().low(), (int) interval.to().low()))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PortSet that && line.equals(that.line);
  }

  @Override
  public int hashCode() {
    return line.hashCode();
  }

  /// As shown to users: `22`, `20-25, 80`, `every port`, `every port but 22`.
  @Override
  public String toString() {
    if (isEmpty()) {
      return "no port";
    }
    if (isAll()) {
      return "every port";
    }
    PortSet missing = complement();
    if (size() > missing.size() && missing.ranges().size() <= MAX_LISTED) {
      return "every port but " + missing.list();
    }
    return ranges().size() <= MAX_LISTED
        ? list()
        : ranges().size() + " ranges, " + size() + " ports";
  }

  private String list() {
    return ranges().stream().map(Range::toString).collect(Collectors.joining(", "));
  }
}
