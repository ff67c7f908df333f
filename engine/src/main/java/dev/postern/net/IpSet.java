package dev.postern.net;

import dev.postern.net.IpAddress.Family;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A set of IPv4 and IPv6 addresses, exact and immutable; equal sets are `equals`.
public final class IpSet {
  private static final IpSet NONE = new IpSet(none(Family.IPV4), none(Family.IPV6));
  private static final IpSet EVERY_IPV4 = new IpSet(Line.all(Family.IPV4.last()), NONE.v6);
  private static final IpSet EVERY_IPV6 = new IpSet(NONE.v4, Line.all(Family.IPV6.last()));
  private static final IpSet ALL = new IpSet(EVERY_IPV4.v4, EVERY_IPV6.v6);

  private static final List<IpAddress> WELL_KNOWN =
      Stream.of("8.8.8.8", "1.1.1.1", "2001:4860:4860::8888", "2606:4700:4700::1111")
          .map(text -> IpAddress.parse(text).orElseThrow())
          .toList();

  private final Line v4;
  private final Line v6;

  private IpSet(Line v4, Line v6) {
    this.v4 = v4;
    this.v6 = v6;
  }

  private static Line none(Family family) {
    return Line.none(family.last());
  }

  public static IpSet none() {
    return NONE;
  }

  /// Every address of both families.
  public static IpSet all() {
    return ALL;
  }

  public static IpSet everyIpv4() {
    return EVERY_IPV4;
  }

  public static IpSet everyIpv6() {
    return EVERY_IPV6;
  }

  public static IpSet of(Cidr block) {
    return between(block.network(), block.last());
  }

  public static IpSet of(IpAddress address) {
    return between(address, address);
  }

  /// The addresses of a CIDR block as EC2 wants it, with a prefix length; empty when it is none.
  public static Optional<IpSet> cidr(String text) {
    return Cidr.parse(text).map(IpSet::of);
  }

  /// The addresses of a CIDR block or of one address, as IAM conditions take both; empty when it is
  /// neither.
  public static Optional<IpSet> cidrOrAddress(String text) {
    return Cidr.parseLenient(text).map(IpSet::of);
  }

  /// The addresses from `first` to `last`, both inclusive, of one family; none when `last` comes
  /// before `first`.
  public static IpSet between(IpAddress first, IpAddress last) {
    if (first.family() != last.family()) {
      throw new IllegalArgumentException("two families: " + first + " and " + last);
    }
    if (first.compareTo(last) > 0) {
      return NONE;
    }
    Line line = Line.of(first.family().last(), first.bits(), last.bits());
    return switch (first.family()) {
      case IPV4 -> new IpSet(line, NONE.v6);
      case IPV6 -> new IpSet(NONE.v4, line);
    };
  }

  /// The addresses that are in at least one of `sets`.
  public static IpSet union(List<IpSet> sets) {
    return switch (sets.size()) {
      case 0 -> NONE;
      case 1 -> sets.getFirst();
      default -> {
        int middle = sets.size() / 2;
        yield union(sets.subList(0, middle)).union(union(sets.subList(middle, sets.size())));
      }
    };
  }

  public IpSet union(IpSet that) {
    return new IpSet(v4.union(that.v4), v6.union(that.v6));
  }

  public IpSet intersection(IpSet that) {
    return new IpSet(v4.intersection(that.v4), v6.intersection(that.v6));
  }

  public IpSet minus(IpSet that) {
    return new IpSet(v4.minus(that.v4), v6.minus(that.v6));
  }

  /// Every address of both families that is not in this set.
  public IpSet complement() {
    return ALL.minus(this);
  }

  public boolean isEmpty() {
    return v4.isEmpty() && v6.isEmpty();
  }

  public boolean contains(IpAddress address) {
    return line(address.family()).contains(address.bits());
  }

  /// Whether every address of `that` is in this set.
  public boolean containsAll(IpSet that) {
    return that.minus(this).isEmpty();
  }

  public boolean intersects(IpSet that) {
    return !intersection(that).isEmpty();
  }

  /// How many addresses there are.
  public BigInteger size() {
    return v4.size().add(v6.size());
  }

  /// The members of one family.
  public IpSet only(Family family) {
    return switch (family) {
      case IPV4 -> new IpSet(v4, NONE.v6);
      case IPV6 -> new IpSet(NONE.v4, v6);
    };
  }

  Line line(Family family) {
    return switch (family) {
      case IPV4 -> v4;
      case IPV6 -> v6;
    };
  }

  /// The fewest blocks that hold exactly these addresses, IPv4 first, ascending.
  public List<Cidr> cidrs() {
    var found = new ArrayList<Cidr>();
    for (Family family : Family.values()) {
      line(family).intervals().forEach(interval -> addCover(family, interval, found));
    }
    return found;
  }

  private static void addCover(Family family, Line.Interval interval, List<Cidr> found) {
    Wide from = interval.from();
    while (true) {
      int free = Math.min(from.trailingZeros(), family.bits());
      while (from.or(Wide.ones(free)).compareTo(interval.to()) > 0) {
        free--;
      }
      found.add(new Cidr(IpAddress.of(family, from), family.bits() - free));
      Wide end = from.or(Wide.ones(free));
      if (end.equals(interval.to())) {
        return;
      }
      from = end.next();
    }
  }

  /// The members that packets from the Internet can carry: those in no special-purpose block of the
  /// IANA registries, which are private, loopback, link-local, shared, documentation, multicast and
  /// reserved addresses.
  public IpSet publicPart() {
    return intersection(SpecialPurpose.PUBLIC);
  }

  /// The members that another machine can have as its address: all but those of `0.0.0.0/8`, the
  /// loopback addresses and multicast groups.
  public IpSet senders() {
    return minus(SpecialPurpose.NO_SENDERS);
  }

  /// Whether the set is to be called the Internet: at least 2^24 public IPv4 addresses (a /8) or
  /// 2^96 public IPv6 addresses (a /32), the limits at which S3 calls a source public
  /// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html).
  public boolean isTheInternet() {
    return hasPublic(24, 96);
  }

  /// Whether the set is less than the Internet, yet has at least 2^16 public IPv4 addresses (a /16)
  /// or 2^88 public IPv6 addresses (a /40).
  public boolean isBroad() {
    return hasPublic(16, 88) && !isTheInternet();
  }

  private boolean hasPublic(int bitsOfIpv4, int bitsOfIpv6) {
    IpSet reachable = publicPart();
    return reachable.v4.size().bitLength() > bitsOfIpv4
        || reachable.v6.size().bitLength() > bitsOfIpv6;
  }

  /// A public member to show as an example: a well-known one if there is one, else the first that
  /// is not the network address of its block; empty when no member is public.
  public Optional<IpAddress> witness() {
    IpSet reachable = publicPart();
    return WELL_KNOWN.stream().filter(reachable::contains).findFirst().or(reachable::firstHost);
  }

  /// The first member, IPv4 before IPv6.
  public Optional<IpAddress> first() {
    return Stream.of(Family.values())
        .filter(family -> !line(family).isEmpty())
        .map(family -> IpAddress.of(family, line(family).intervals().getFirst().from()))
        .findFirst();
  }

  private Optional<IpAddress> firstHost() {
    return first()
        .map(address -> {
          IpAddress next = IpAddress.of(address.family(), address.bits().next());
          return (address.low() & 255) == 0 && contains(next) ? next : address;
        });
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpSet that && v4.equals(that.v4) && v6.equals(that.v6);
  }

  @Override
  public int hashCode() {
    return 31 * v4.hashCode() + v6.hashCode();
  }

  /// The number of members in words: `1 address`, `4 294 967 296 addresses`, `2^96 addresses`.
  public String sizeInWords() {
    return IpWords.count(size());
  }

  /// As shown to users: `every IPv4 address but 10.0.0.0/8`, `203.0.113.0/24`, `9 ranges, 2 304
  /// addresses`.
  @Override
  public String toString() {
    return IpWords.of(this);
  }
}
