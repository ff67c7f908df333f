package dev.postern.readers.writer;

import dev.postern.model.Resource;
import dev.postern.model.TerraformSchemas;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.terraform.lens.Spot;
import java.util.List;

/// The blocks that are parts of a resource, as `aws_s3_bucket_versioning` is of a bucket.
///
/// @param own the block of the resource
/// @param spot an argument of the part
record Parts(Resource resource, Block own, Spot spot) {

  /// Whether a block names the resource by a reference.
  boolean isMine(Block block) {
    return isPart(block) && link(block).startsWith(address() + ".");
  }

  /// Whether it cannot be told that a block is a part of another resource.
  boolean isDoubtful(Block block) {
    return isPart(block)
        && !isMine(block)
        && !link(block).matches("[a-z0-9_]+\\.[A-Za-z0-9_-]+\\.[a-z_]+");
  }

  private boolean isPart(Block block) {
    return block.labels().getFirst().text().equals(spot.terraform());
  }

  private String address() {
    return own.labels().getFirst().text() + "." + own.labels().getLast().text();
  }

  private String link(Block block) {
    return block
        .body()
        .attribute(spot.link().orElseThrow())
        .map(a ->
            a.value() instanceof Expression.Template template
                ? template.wrapped().map(e -> e.span().text()).orElse("")
                : a.value().span().text())
        .orElse("");
  }

  /// A name that no block of this type has.
  static String freeName(List<Block> blocks, String type, String name) {
    String free = name;
    for (int i = 2; isTaken(blocks, type, free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  private static boolean isTaken(List<Block> blocks, String type, String name) {
    return blocks.stream()
        .anyMatch(b ->
            b.labels().getFirst().text().equals(type) && b.labels().getLast().text().equals(name));
  }

  /// How the argument `link` of a part refers to its resource.
  static String reference(TerraformSchemas terraform, String type, String name, String link) {
    boolean same = terraform.resource(type).flatMap(t -> t.argument(link)).isPresent();
    String attribute =
        link.endsWith("arn") ? "arn" : link.endsWith("name") ? same ? link : "name" : "id";
    return type + "." + name + "." + attribute;
  }
}
