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
    if (Plain.leadsPast(resource.properties(), path)) {
      refuse("the list is shorter", resource.header());
    }
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
    List<String> plain = Steps.plain(path);
    List<Spot> exact =
        spots.stream()
            .filter(spot -> spot.property().equals(plain))
            .sorted(Spots.plainFirst())
            .toList();
    if (!exact.isEmpty()) {
      best(exact, path, own).ifPresent(place -> write(place, value, path));
      return;
    }
    List<Map.Entry<String, Value<Node>>> inner = Steps.parts(value);
    if (inner.isEmpty() || spots.stream().noneMatch(s -> Steps.isBelow(s.property(), plain))) {
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
  private record Place(Spot spot, Optional<Block> block, Optional<New> added) {}

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
    Optional<Way> best = Optional.empty();
    int most = -1;
    for (Spot spot : exact) {
      Way way =
          spot.link().isPresent()
              ? new Parts(own, spot).way(resource, spots, blocks, path)
              : new Way(resource, spots, spot, path, Optional.of(own));
      way.down();
      int worth = way.worth() + (parted == spot.link().isPresent() ? 1 : 0);
      if (worth > most) {
        most = worth;
        best = Optional.of(way);
      }
    }
    Way way = best.orElseThrow();
    refused = refused.or(way::problem);
    return way.problem().isPresent() ? Optional.empty() : Optional.of(place(way));
  }

  private Place place(Way way) {
    if (way.isWritten()) {
      return new Place(way.spot(), way.block(), Optional.empty());
    }
    New added =
        way.block()
            .map(b -> changes.computeIfAbsent(b.header(), _ -> new Change(b, new New())).added())
            .orElseGet(() -> part(way.spot()));
    for (Way.Missing block : way.missing()) {
      added = added.block(block.type(), block.key());
    }
    return new Place(way.spot(), way.block(), Optional.of(added));
  }

  private New part(Spot spot) {
    String key =
        "\"" + spot.terraform() + "\" \"" + Parts.freeName(blocks, spot.terraform(), name) + "\"";
    New part = parts.computeIfAbsent(key, _ -> new New());
    String link = spot.link().orElseThrow();
    String whole = Parts.reference(terraform, resource.sourceType(), name, link);
    part.put(link, _ -> whole);
    return part;
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
      Optional<Span> fixed = fixed(path);
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
  private Optional<Span> fixed(List<String> path) {
    return Plain.at(resource.properties(), path)
        .filter(v ->
            v instanceof Value.Known<Node>(var node, _, _)
                && !(node instanceof Node.Items(var items, _) && items.isEmpty()))
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
