package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.NUMBER;
import static dev.postern.readers.terraform.Parameter.STRING;
import static dev.postern.readers.terraform.Parameter.TEXT;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.net.Cidr;
import dev.postern.net.IpAddress;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// IP network functions (Terraform language, "IP Network Functions").
final class NetworkFunctions {
  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);

  private NetworkFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("cidrhost", Function.of(NetworkFunctions::host, STRING, NUMBER));
    to.put("cidrnetmask", Function.of(NetworkFunctions::netmask, STRING));
    to.put("cidrsubnet", Function.of(NetworkFunctions::subnet, STRING, NUMBER, NUMBER));
    to.put("cidrsubnets", Function.repeating(NetworkFunctions::subnets, TEXT, NUMBER));
  }

  private static BigInteger number(IpAddress address) {
    return unsigned(address.high()).multiply(WORD).add(unsigned(address.low()));
  }

  private static BigInteger unsigned(long word) {
    BigInteger number = BigInteger.valueOf(word);
    return word < 0 ? number.add(WORD) : number;
  }

  private static IpAddress address(IpAddress.Family family, BigInteger number) {
    return new IpAddress(family, number.shiftRight(64).longValue(), number.longValue());
  }

  private static Value<Node> host(Arguments a) {
    Optional<Cidr> block = Cidr.parse(a.string(0));
    if (block.isEmpty() || a.number(1).stripTrailingZeros().scale() > 0) {
      return a.invalid();
    }
    IpAddress network = block.get().network();
    BigInteger size = BigInteger.ONE.shiftLeft(network.family().bits() - block.get().prefix());
    BigInteger wanted = a.number(1).toBigInteger();
    BigInteger at = wanted.signum() < 0 ? size.add(wanted) : wanted;
    return at.signum() < 0 || at.compareTo(size) >= 0
        ? a.invalid()
        : a.string(address(network.family(), number(network).add(at)).toString());
  }

  private static Value<Node> netmask(Arguments a) {
    Optional<Cidr> block = Cidr.parse(a.string(0));
    if (block.isEmpty() || block.get().network().family() != IpAddress.Family.IPV4) {
      return a.invalid();
    }
    long mask = -1L << (32 - block.get().prefix()) & 0xFFFF_FFFFL;
    return a.string(new IpAddress(IpAddress.Family.IPV4, 0, mask).toString());
  }

  /// The network number is set into the address as it is, whatever bits it has (so Terraform does
  /// with negative numbers).
  private static Value<Node> subnet(Arguments a) {
    Optional<Cidr> block = Cidr.parse(a.string(0));
    Optional<Integer> bits = a.integer(1);
    if (block.isEmpty() || bits.isEmpty() || a.number(2).stripTrailingZeros().scale() > 0) {
      return a.invalid();
    }
    IpAddress network = block.get().network();
    int width = network.family().bits();
    long prefix = (long) block.get().prefix() + bits.get();
    BigInteger number = a.number(2).toBigInteger();
    boolean counted = bits.get() >= 0 && bits.get() < 64;
    if (prefix < 0
        || prefix > width
        || number.bitLength() > 64
        || (counted && number.abs().compareTo(BigInteger.ONE.shiftLeft(bits.get())) >= 0)) {
      return a.invalid();
    }
    BigInteger all = number(network).or(number.shiftLeft(width - (int) prefix)).abs();
    return a.string(address(network.family(), all) + "/" + prefix);
  }

  /// Blocks one after the other, each at the next multiple of its size.
  private static Value<Node> subnets(Arguments a) {
    Optional<Reason> open = PartialText.printed(a.text(0)).unknown();
    if (open.isPresent()) {
      return unknown(a, a.derived(open.get()));
    }
    Optional<Cidr> block = Cidr.parse(a.string(0));
    if (block.isEmpty()) {
      return a.invalid();
    }
    IpAddress network = block.get().network();
    int width = network.family().bits();
    BigInteger next = number(network);
    BigInteger end = next.add(BigInteger.ONE.shiftLeft(width - block.get().prefix()));
    List<Value<Node>> all = new ArrayList<>();
    for (int i = 1; i < a.size(); i++) {
      int bits = a.integer(i).orElse(0);
      long prefix = (long) block.get().prefix() + bits;
      if (bits < 1 || prefix > width) {
        return a.invalid();
      }
      BigInteger size = BigInteger.ONE.shiftLeft(width - (int) prefix);
      BigInteger start = next.add(size).subtract(BigInteger.ONE).divide(size).multiply(size);
      next = start.add(size);
      if (next.compareTo(end) > 0) {
        return a.invalid();
      }
      all.add(a.string(address(network.family(), start) + "/" + prefix));
    }
    return a.list(all);
  }

  /// As many blocks as are asked for, whatever the block is that they divide.
  private static Value<Node> unknown(Arguments a, Reason whole) {
    List<Value<Node>> all = new ArrayList<>();
    for (int i = 0; i < a.size() - 1; i++) {
      all.add(a.known(Text.hole(new Reason(whole.kind(), whole.what() + "[" + i + "]"), a.here())));
    }
    return a.list(all);
  }
}
