package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.model.Unit;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.terraform.TerraformResource;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A resource to which its companions may still add.
final class Draft {
  private final TerraformResource source;
  private final String type;
  private final List<World> when;
  private final SequencedMap<String, Value<Node>> properties;
  private Optional<Reason> rest;

  Draft(TerraformResource source, String type, List<World> when, Node.Fields properties) {
    this.source = source;
    this.type = type;
    this.when = when;
    this.properties = new LinkedHashMap<>(properties.entries());
    this.rest = properties.rest();
  }

  TerraformResource source() {
    return source;
  }

  String type() {
    return type;
  }

  /// Adds what a companion says; what stands there already goes before it, and what cannot be told
  /// apart from it stays under the companion's type.
  ///
  /// @param from the companion's Terraform type
  void add(String from, Node.Fields more) {
    more.entries()
        .forEach((name, value) -> {
          Value<Node> before = properties.get(name);
          Optional<Value<Node>> both =
              before == null ? Optional.of(value) : Parts.join(before, value);
          properties.put(both.isPresent() ? name : from + "." + name, both.orElse(value));
        });
    rest = rest.or(more::rest);
  }

  Resource resource(Unit unit, References references) {
    Block block = source.block();
    Origin header = Origin.written(block.header());
    return new Resource(
        unit,
        source.address(),
        type,
        block.labels().getFirst().text(),
        block.header(),
        block.span(),
        references.named(Value.known(new Node.Fields(properties, rest), header)),
        Meta.attributes(block),
        when,
        source.symbolic());
  }

  /// A text that refers to the resource that `source` is.
  static Value<Node> reference(TerraformResource source) {
    Origin header = Origin.written(source.block().header());
    return Value.known(Text.reference(source.address(), "Ref", Optional.empty(), header), header);
  }
}
