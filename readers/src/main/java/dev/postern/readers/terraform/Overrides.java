package dev.postern.readers.terraform;

import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Body;
import dev.postern.readers.hcl.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Merges a block of an override file into the block that it overrides: each argument replaces the
/// one of its name, the nested blocks of a type replace all of that type, and `lifecycle` is merged
/// argument by argument (Terraform language, "Override Files", "Merging Behavior").
final class Overrides {
  private Overrides() {}

  static Block merge(Block original, Block override) {
    return new Block(
        original.type(),
        original.typeSpan(),
        original.labels(),
        merge(original.body(), override.body()),
        original.header(),
        original.span());
  }

  private static Body merge(Body original, Body override) {
    Set<String> replaced = new HashSet<>();
    override.blocks().forEach(block -> replaced.add(made(block)));
    var items = new ArrayList<Item>();
    for (Item item : original.items()) {
      switch (item) {
        case Attribute attribute ->
            items.add(override.attribute(attribute.name()).orElse(attribute));
        case Block block -> {
          Optional<Block> other = override.blocks(block.type()).stream().findFirst();
          if (block.type().equals("lifecycle") && other.isPresent()) {
            items.add(merge(block, other.get()));
          } else if (!replaced.contains(made(block))) {
            items.add(block);
          }
        }
      }
    }
    for (Item item : override.items()) {
      boolean there =
          switch (item) {
            case Attribute attribute -> original.attribute(attribute.name()).isPresent();
            case Block block ->
                block.type().equals("lifecycle") && !original.blocks("lifecycle").isEmpty();
          };
      if (!there) {
        items.add(item);
      }
    }
    return new Body(items, original.span());
  }

  /// The type of the blocks that a block makes.
  private static String made(Block block) {
    return block.type().equals("dynamic") && block.labels().size() == 1
        ? block.labels().getFirst().text()
        : block.type();
  }
}
