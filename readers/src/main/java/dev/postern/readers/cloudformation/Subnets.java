package dev.postern.readers.cloudformation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Divides an address block, as `Fn::Cidr` does.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html">Fn::Cidr</a>
final class Subnets {
  private static final int MOST = 256;

  private Subnets() {}

  /// The first `count` blocks with `hostBits` bits for hosts; nothing where the block is no block
  /// or too small.
  static Optional<List<String>> of(String block, int count, int hostBits) {
    int slash = block.indexOf('/');
    if (slash < 0 || !block.substring(slash + 1).matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    Optional<byte[]> address = Addresses.parse(block.substring(0, slash));
    int width = address.map(bytes -> bytes.length * 8).orElse(0);
    int length = Integer.parseInt(block.substring(slash + 1));
    int room = width - hostBits - length;
    boolean fits =
        address.isPresent()
            && count >= 1
            && count <= MOST
            && hostBits >= 1
            && hostBits <= width
            && room >= 0
            && (room >= 8 || count <= 1 << room);
    if (!fits) {
      return Optional.empty();
    }
    BigInteger step = BigInteger.ONE.shiftLeft(hostBits);
    BigInteger host = BigInteger.ONE.shiftLeft(width - length);
    BigInteger first = new BigInteger(1, address.get());
    first = first.subtract(first.mod(host));
    var blocks = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      BigInteger at = first.add(step.multiply(BigInteger.valueOf(i)));
      blocks.add(Addresses.show(at, width) + "/" + (width - hostBits));
    }
    return Optional.of(blocks);
  }
}
