package dev.postern.readers.hcl;

import dev.postern.text.Span;
import java.util.List;
import java.util.Optional;

/// Arguments and blocks in the order in which they are written.
///
/// @param span of a block: everything between its braces; of a file: the file
public record Body(List<Item> items, Span span) {

  public Body {
    items = List.copyOf(items);
  }

  /// The first argument called `name`; Terraform refuses a second one.
  public Optional<Attribute> attribute(String name) {
    for (Item item : items) {
      if (item instanceof Attribute attribute && attribute.name().equals(name)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  /// All arguments, in order.
  public List<Attribute> attributes() {
    return items.stream().filter(Attribute.class::isInstance).map(Attribute.class::cast).toList();
  }

  /// All blocks, in order.
  public List<Block> blocks() {
    return items.stream().filter(Block.class::isInstance).map(Block.class::cast).toList();
  }

  /// The blocks of one type, in order.
  public List<Block> blocks(String type) {
    return blocks().stream().filter(block -> block.type().equals(type)).toList();
  }
}
