package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.readers.hcl.Block;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.Optional;

/// Data sources: those that can be known without asking AWS, and the others as what they are,
/// unknown.
final class DataSources {
  private DataSources() {}

  /// @param body the arguments
  static Value<Node> value(Block block, String address, Node.Fields body) {
    Origin here = Origin.written(block.header());
    return Value.known(
        new Node.Fields(body.entries(), Optional.of(new Reason(Reason.Kind.EXTERNAL, address))),
        here);
  }
}
