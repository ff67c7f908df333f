package dev.postern.readers.writer;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.TerraformSchemas;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.terraform.lens.Spot;
import dev.postern.value.Value;
import java.util.List;
import java.util.Optional;

/// The blocks that are parts of a resource, as `aws_s3_bucket_versioning` is of a bucket.
///
/// @param own the block of the resource
/// @param spot an argument of the part
record Parts(Block own, Spot spot) {

  /// The way to the argument, from the part that is there or is to be.
  Way way(Resource resource, List<Spot> spots, List<Block> blocks, List<String> path) {
    List<Block> mine = blocks.stream().filter(this::isMine).toList();
    Optional<Block> doubtful = blocks.stream().filter(this::isDoubtful).findFirst();
    int elements = spot.element() ? Steps.elements(spots, spot, 0) : 0;
    Optional<Block> there = mine.stream().findFirst();
    Way way;
    if (elements > 0) {
      Optional<Value<Node>> element = Plain.at(resource.properties(), Steps.upTo(path, elements));
      there =
          element.flatMap(
              e -> mine.stream().filter(b -> b.header().equals(e.origin().place())).findFirst());
      way = new Way(resource, spots, spot, path, there);
      if (element.isPresent() && there.isEmpty()) {
        way.refuse("the element is written elsewhere", element.get().origin().place());
      }
    } else {
      way = new Way(resource, spots, spot, path, there);
      if (mine.size() > 1) {
        way.refuse("several blocks say this", mine.getLast().header());
      }
    }
    if (mine.isEmpty() && doubtful.isPresent()) {
      way.refuse("`" + spot.terraform() + "` may be of this resource", doubtful.get().header());
    }
    there.flatMap(Standing::repetition).ifPresent(r -> way.refuse(r.why(), r.at()));
    return way;
  }

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
