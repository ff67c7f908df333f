package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.TerraformType;
import dev.postern.model.TerraformType.Argument;
import dev.postern.model.TerraformType.Mode;
import dev.postern.model.TerraformType.Shape;
import dev.postern.model.Text;
import dev.postern.model.Unit;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Hcl;
import dev.postern.readers.terraform.Terraform;
import dev.postern.readers.terraform.TerraformResource;
import dev.postern.text.SourceFile;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One resource of a type with every argument that a user can write, each with its path as its
/// value.
final class Samples {
  private final List<String> paths = new ArrayList<>();
  private final Block block;

  private Samples(String type) {
    SourceFile file = SourceFile.of("main.tf", "resource \"%s\" \"x\" {\n}\n".formatted(type));
    block = Hcl.parse(file).body().blocks().getFirst();
  }

  record Sample(TerraformResource resource, List<String> paths) {}

  static Sample of(TerraformType type) {
    var samples = new Samples(type.name());
    Node.Fields body = samples.fields("", type.arguments());
    var resource =
        new TerraformResource(
            type.name() + ".x",
            type.name(),
            samples.block,
            body,
            List.of(World.ANY),
            Optional.empty());
    return new Sample(resource, List.copyOf(samples.paths));
  }

  static TerraformResource empty(String type) {
    var samples = new Samples(type);
    return new TerraformResource(
        type + ".whole",
        type,
        samples.block,
        Node.Fields.of(Map.of()),
        List.of(World.ANY),
        Optional.empty());
  }

  /// The sample, which names the resource `whole`.
  static TerraformResource linked(Sample sample, Lens lens, String whole) {
    TerraformResource part = sample.resource();
    Origin here = Origin.written(part.block().header());
    var body = new LinkedHashMap<>(part.body().entries());
    body.put(
        lens.into().orElseThrow(),
        Value.known(Text.reference(whole + ".whole", "Ref", Optional.empty(), here), here));
    return new TerraformResource(
        part.address(),
        part.type(),
        part.block(),
        Node.Fields.of(body),
        part.when(),
        part.symbolic());
  }

  static List<Resource> lensed(List<TerraformResource> resources) {
    var configuration = Terraform.Configuration.of(resources, List.of(), List.of());
    return Lenses.apply(configuration, new Unit(".", Unit.Kind.TERRAFORM, List.of()), Shown.SCHEMAS)
        .resources();
  }

  private Node.Fields fields(String at, Map<String, Argument> arguments) {
    var all = new LinkedHashMap<String, Value<Node>>();
    arguments.forEach((name, argument) -> {
      boolean skipped =
          argument.mode() == Mode.COMPUTED
              || (at.isEmpty() && List.of("id", "tags_all", "region", "timeouts").contains(name));
      String path = at.isEmpty() ? name : at + "." + name;
      if (!skipped && path.chars().filter(c -> c == '.').count() < 6) {
        all.put(name, value(path, argument.shape()));
      }
    });
    return Node.Fields.of(all);
  }

  private Value<Node> value(String path, Shape shape) {
    Origin here = Origin.written(block.header());
    return switch (shape) {
      case Shape.Scalar _ -> {
        paths.add(path);
        yield Value.known(Text.of("<" + path + ">", here), here);
      }
      case Shape.ListOf(var element) -> Parts.known(List.of(value(path, element)), here);
      case Shape.SetOf(var element) -> Parts.known(List.of(value(path, element)), here);
      case Shape.MapOf(var element) -> Parts.known(Map.of("key", value(path, element)), here);
      case Shape.Block(_, var arguments) ->
          Parts.known(List.of(Value.known(fields(path, arguments), here)), here);
    };
  }
}
