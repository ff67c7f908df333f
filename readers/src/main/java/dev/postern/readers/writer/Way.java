package dev.postern.readers.writer;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.terraform.lens.Spot;
import dev.postern.text.Span;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way from a block down to an argument, as far as it is written.
final class Way {
  /// A block that is to be made.
  ///
  /// @param key tells it from others of its type
  record Missing(String type, String key) {}

  private final Resource resource;
  private final List<Spot> spots;
  private final Spot spot;
  private final List<String> path;
  private Optional<Block> block;
  private final List<Missing> missing = new ArrayList<>();
  private Optional<Writing.Refused> problem = Optional.empty();
  private int worth;

  Way(Resource resource, List<Spot> spots, Spot spot, List<String> path, Optional<Block> block) {
    this.resource = resource;
    this.spots = spots;
    this.spot = spot;
    this.path = path;
    this.block = block;
  }

  Spot spot() {
    return spot;
  }

  /// The innermost block that is there; empty where the part is not.
  Optional<Block> block() {
    return block;
  }

  /// The blocks that are to be made in it, the outer first.
  List<Missing> missing() {
    return missing;
  }

  /// Why this cannot be the way.
  Optional<Writing.Refused> problem() {
    return problem;
  }

  /// How much speaks for this way: 4 where the argument is written, 2 where a block or part is.
  int worth() {
    return worth;
  }

  /// Whether the argument is there.
  boolean isWritten() {
    return missing.isEmpty()
        && block.flatMap(b -> b.body().attribute(spot.argument().getLast())).isPresent();
  }

  void refuse(String why, Span at) {
    problem = problem.or(() -> Standing.refused(why, at));
  }

  /// Goes down.
  void down() {
    worth = block.isPresent() && spot.link().isPresent() ? 2 : 0;
    for (int depth = 1; depth < spot.argument().size(); depth++) {
      String type = spot.argument().get(depth - 1);
      int elements = Steps.elements(spots, spot, depth);
      boolean many =
          elements > (depth > 1 || spot.element() ? Steps.elements(spots, spot, depth - 1) : 0);
      List<String> whole = Steps.upTo(path, elements);
      if (missing.isEmpty() && block.isPresent()) {
        Optional<Block> next =
            next(block.get(), type, many ? Optional.of(whole) : Optional.empty());
        if (next.isPresent()) {
          block = next;
          worth = Math.max(worth, 2);
          continue;
        }
      }
      missing.add(new Missing(type, String.join("/", whole)));
    }
    if (isWritten()) {
      worth = 4;
    }
  }

  private Optional<Block> next(Block in, String type, Optional<List<String>> element) {
    in.body().blocks("dynamic").stream()
        .filter(b -> !b.labels().isEmpty() && b.labels().getFirst().text().equals(type))
        .findFirst()
        .ifPresent(b -> refuse("the block is made by `dynamic`", b.header()));
    in.body().attribute(type).ifPresent(a -> refuse("the blocks are written as a list", a.span()));
    List<Block> found = in.body().blocks(type);
    if (element.isEmpty()) {
      if (found.size() > 1) {
        refuse("several blocks say this", found.getLast().header());
      }
      return found.stream().findFirst();
    }
    Optional<Value<Node>> there = Plain.at(resource.properties(), element.get());
    Optional<Block> same =
        there.flatMap(
            v -> found.stream().filter(b -> b.header().equals(v.origin().place())).findFirst());
    if (there.isPresent() && same.isEmpty() && !found.isEmpty()) {
      if (found.size() == 1 && Plain.size(resource.properties(), Steps.outer(element.get())) == 1) {
        return Optional.of(found.getFirst());
      }
      refuse("the element is written elsewhere", there.get().origin().place());
    }
    return same;
  }
}
