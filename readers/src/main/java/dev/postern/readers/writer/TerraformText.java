package dev.postern.readers.writer;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Schemas;
import dev.postern.model.TerraformSchemas;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Expression;
import dev.postern.readers.terraform.lens.Spot;
import dev.postern.readers.terraform.lens.Spots;
import dev.postern.text.Edit;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a property into the blocks of Terraform that say it: those of the resource and those of
/// its parts.
final class TerraformText {
  private final Resource resource;
  private final List<Resource> resources;
  private final List<SourceFile> files;
  private final TerraformSchemas terraform;
  private final List<Spot> spots;
  private final List<Edit> edits = new ArrayList<>();
  private final Map<Span, Change> changes = new LinkedHashMap<>();
  private final Map<String, New> parts = new LinkedHashMap<>();
  private Optional<Writing.Refused> refused = Optional.empty();
  private List<Block> blocks = List.of();
  private String name = "";

  /// What is added to a block.
  private record Change(Block block, New added) {}

  TerraformText(
      Resource resource,
      List<SourceFile> files,
      List<Resource> resources,
      Schemas schemas,
      TerraformSchemas terraform) {
    this.resource = resource;
    this.resources = resources;
    this.files = files;
    this.terraform = terraform;
    this.spots = Spots.of(resource.sourceType(), resource.type(), schemas, terraform);
  }

  Writing set(List<String> path, Node value) {
    refused = Standing.refusal(resource, resources);
    if (refused.isPresent()) {
      return refused.get();
    }
    blocks = Standing.blocks(files, resource.header().file());
    Optional<Block> found =
        blocks.stream().filter(b -> b.header().equals(resource.header())).findFirst();
    if (found.isEmpty()) {
      return new Writing.Refused("the block of `" + resource + "` is not there", resource.header());
    }
    Block own = found.get();
    refused = Standing.repetition(own);
    name = own.labels().getLast().text();
    blocks.stream()
        .filter(b -> texts(b).equals(texts(own)) && !b.header().equals(own.header()))
        .findFirst()
        .ifPresent(b -> refuse("another block overrides this", b.header()));
    if (refused.isEmpty()) {
      assign(path, value, own);
    }
    return refused.<Writing>map(r -> r).orElseGet(() -> new Writing.Edits(all(own)));
  }

  private List<Edit> all(Block own) {
    var all = new ArrayList<>(edits);
    changes
        .values()
        .forEach(change -> all.addAll(new BlockText(change.block()).insert(change.added())));
    var after = new StringBuilder();
    parts.forEach((header, part) ->
        after
            .append("\n\nresource ")
            .append(header)
            .append(" {\n")
            .append(part.text("  ", 0, false))
            .append('}'));
    if (!after.isEmpty()) {
      Span end = own.span().file().span(own.span().end(), own.span().end());
      all.add(new Edit(end, after.toString().replace("\n", new BlockText(own).newline())));
    }
    return all;
  }

  private static List<String> texts(Block block) {
    return block.labels().stream().map(Block.Label::text).toList();
  }

  private void refuse(String why, Span at) {
    refused = refused.or(() -> Standing.refused(why, at));
  }

  private void assign(List<String> path, Node value, Block own) {
    List<String> plain = Paths.plain(path);
    List<Spot> exact =
        spots.stream()
            .filter(spot -> spot.property().equals(plain))
            .sorted(Spots.plainFirst())
            .toList();
    if (!exact.isEmpty()) {
      best(exact, path, own).ifPresent(place -> write(place, value, path));
      return;
    }
    List<Map.Entry<String, Value<Node>>> inner = Paths.parts(value);
    if (inner.isEmpty() || spots.stream().noneMatch(s -> Paths.isBelow(s.property(), plain))) {
      refuse(
          "no argument of `%s` is `%s`".formatted(resource.sourceType(), String.join(".", path)),
          resource.header());
    }
    for (var part : inner) {
      if (refused.isEmpty()) {
        Optional<Node> node = part.getValue().sole();
        var down = new ArrayList<>(path);
        down.add(part.getKey());
        node.ifPresentOrElse(
            n -> assign(down, n, own), () -> refuse("the value is not known", resource.header()));
      }
    }
  }

  /// Where an argument is or is to be.
  ///
  /// @param block the innermost block that is there; empty where a new part is to be written
  /// @param added what is to be written into it: empty where the argument is there
  private record Place(Spot spot, Optional<Block> block, Optional<New> added, int worth) {}

  /// The argument that says it already, else the one in the block or part that is there, else the
  /// first. S3 has its bucket's settings in parts since version 4 of the provider.
  ///
  /// @see <a
  ///   href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-4-upgrade">version
  ///   4</a>
  private Optional<Place> best(List<Spot> exact, List<String> path, Block own) {
    boolean parted =
        resource.sourceType().equals("aws_s3_bucket")
            && exact.stream().anyMatch(s -> s.link().isPresent());
    Optional<Walk> best = Optional.empty();
    for (Spot spot : exact) {
      Walk walk =
          spot.link().isPresent() ? part(spot, path, own) : new Walk(spot, path, Optional.of(own));
      walk.down();
      int bonus = parted == spot.link().isPresent() ? 1 : 0;
      walk.worth += bonus;
      if (best.isEmpty() || walk.worth > best.get().worth) {
        best = Optional.of(walk);
      }
    }
    Walk walk = best.orElseThrow();
    if (walk.problem.isPresent()) {
      refused = refused.or(() -> walk.problem);
      return Optional.empty();
    }
    return Optional.of(walk.place());
  }

  private Walk part(Spot spot, List<String> path, Block own) {
    var family = new Parts(resource, own, spot);
    List<Block> mine = blocks.stream().filter(family::isMine).toList();
    Optional<Block> doubtful = blocks.stream().filter(family::isDoubtful).findFirst();
    int elements = spot.element() ? Paths.elements(spots, spot, 0) : 0;
    Optional<Block> there = mine.stream().findFirst();
    Walk walk;
    if (elements > 0) {
      Optional<Value<Node>> element = Plain.at(resource.properties(), Paths.upTo(path, elements));
      there =
          element.flatMap(
              e -> mine.stream().filter(b -> b.header().equals(e.origin().place())).findFirst());
      walk = new Walk(spot, path, there);
      if (element.isPresent() && there.isEmpty()) {
        walk.refuse("the element is written elsewhere", element.get().origin().place());
      }
    } else {
      walk = new Walk(spot, path, there);
      if (mine.size() > 1) {
        walk.refuse("several blocks say this", mine.getLast().header());
      }
    }
    if (mine.isEmpty() && doubtful.isPresent()) {
      walk.refuse("`" + spot.terraform() + "` may be of this resource", doubtful.get().header());
    }
    there.flatMap(Standing::repetition).ifPresent(r -> walk.refuse(r.why(), r.at()));
    return walk;
  }

  /// The way from a block down to an argument.
  private final class Walk {
    private final Spot spot;
    private final List<String> path;
    private Optional<Block> block;
    private final List<String[]> missing = new ArrayList<>();
    private Optional<Writing.Refused> problem = Optional.empty();
    private int worth;

    Walk(Spot spot, List<String> path, Optional<Block> block) {
      this.spot = spot;
      this.path = path;
      this.block = block;
    }

    void refuse(String why, Span at) {
      problem = problem.or(() -> Standing.refused(why, at));
    }

    void down() {
      worth = block.isPresent() && spot.link().isPresent() ? 2 : 0;
      for (int depth = 1; depth < spot.argument().size(); depth++) {
        String type = spot.argument().get(depth - 1);
        int elements = Paths.elements(spots, spot, depth);
        boolean many =
            elements > (depth > 1 || spot.element() ? Paths.elements(spots, spot, depth - 1) : 0);
        List<String> whole = Paths.upTo(path, elements);
        if (missing.isEmpty() && block.isPresent()) {
          Optional<Block> next =
              next(block.get(), type, many ? Optional.of(whole) : Optional.empty());
          if (next.isPresent()) {
            block = next;
            worth = Math.max(worth, 2);
            continue;
          }
        }
        missing.add(new String[] {type, String.join("/", whole)});
      }
      if (missing.isEmpty()
          && block.flatMap(b -> b.body().attribute(spot.argument().getLast())).isPresent()) {
        worth = 4;
      }
    }

    private Optional<Block> next(Block in, String type, Optional<List<String>> element) {
      in.body().blocks("dynamic").stream()
          .filter(b -> !b.labels().isEmpty() && b.labels().getFirst().text().equals(type))
          .findFirst()
          .ifPresent(b -> refuse("the block is made by `dynamic`", b.header()));
      in.body()
          .attribute(type)
          .ifPresent(a -> refuse("the blocks are written as a list", a.span()));
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
        if (found.size() == 1
            && Plain.size(resource.properties(), Paths.outer(element.get())) == 1) {
          return Optional.of(found.getFirst());
        }
        refuse("the element is written elsewhere", there.get().origin().place());
      }
      return same;
    }

    Place place() {
      if (block.isPresent()
          && missing.isEmpty()
          && block.get().body().attribute(spot.argument().getLast()).isPresent()) {
        return new Place(spot, block, Optional.empty(), worth);
      }
      New added =
          block
              .map(b -> changes.computeIfAbsent(b.header(), _ -> new Change(b, new New())).added())
              .orElseGet(() -> part());
      for (String[] step : missing) {
        added = added.block(step[0], step[1]);
      }
      return new Place(spot, block, Optional.of(added), worth);
    }

    private New part() {
      String key =
          "\"" + spot.terraform() + "\" \"" + Parts.freeName(blocks, spot.terraform(), name) + "\"";
      New part = parts.computeIfAbsent(key, _ -> new New());
      String link = spot.link().orElseThrow();
      String whole = Parts.reference(terraform, resource.sourceType(), name, link);
      part.put(link, _ -> whole);
      return part;
    }
  }

  private void write(Place place, Node value, List<String> path) {
    Spot spot = place.spot();
    Optional<String> text = Literals.of(spot, value, "");
    String name = spot.argument().getLast();
    if (text.isEmpty()) {
      refuse("`%s` cannot take this value".formatted(name), resource.header());
      return;
    }
    if (place.added().isPresent()) {
      Optional<Span> fixed = fixed(path, place);
      fixed.ifPresent(at -> refuse("`" + String.join(".", path) + "` is decided here", at));
      if (!place
          .added()
          .get()
          .put(name, indent -> Literals.of(spot, value, indent).orElseThrow())) {
        refuse("`" + name + "` is said twice", resource.header());
      }
      return;
    }
    Block block = place.block().orElseThrow();
    Attribute attribute = block.body().attribute(name).orElseThrow();
    String indent = new BlockText(block).margin(attribute.span().start());
    replace(attribute, spot, Literals.of(spot, value, indent).orElseThrow());
  }

  /// The place that decides a property whose argument is not written.
  private Optional<Span> fixed(List<String> path, Place place) {
    return Plain.at(resource.properties(), path)
        .filter(v ->
            v instanceof Value.Known<Node>(var node, _, _)
                && !(node instanceof Node.Items(var items, _) && items.isEmpty()))
        .filter(_ -> place.block().isPresent())
        .map(v -> v.origin().place());
  }

  private void replace(Attribute attribute, Spot spot, String text) {
    Expression before = attribute.value();
    Standing.elsewhere(before).ifPresent(r -> refuse(r.why(), r.at()));
    if (spot.form() instanceof Spot.Form.InList
        && before instanceof Expression.Tuple(var elements, _)
        && elements.size() > 1) {
      refuse("`" + spot.argument().getLast() + "` is a list of several", before.span());
    }
    String old = before.span().text();
    if (!old.equals(text)) {
      edits.add(new Edit(before.span(), old.endsWith("\n") ? text + "\n" : text));
    }
  }
}
