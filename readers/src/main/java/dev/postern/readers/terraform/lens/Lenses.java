package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Schemas;
import dev.postern.model.Text;
import dev.postern.model.TypeSchema;
import dev.postern.model.Unit;
import dev.postern.readers.source.Reading;
import dev.postern.readers.terraform.Terraform;
import dev.postern.readers.terraform.TerraformResource;
import dev.postern.text.Problem;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// Makes of Terraform's resource instances resources in CloudFormation's vocabulary.
///
/// A resource that CloudFormation has as a part of another (`aws_s3_bucket_versioning`) becomes a
/// part of it where it names one of the same configuration, else it stays by itself as
/// `terraform:TYPE`. A part that CloudFormation has as a resource (a `route` block) becomes one,
/// with the address of the block that it stands in. Types without a lens are `terraform:TYPE`.
public final class Lenses {
  private static final LensTable TABLE = LensTable.load();

  private final Schemas schemas;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final Companions companions = new Companions();

  private Lenses(Schemas schemas) {
    this.schemas = new PosternTypes(schemas);
  }

  /// The resources of a configuration in CloudFormation's vocabulary, and one of type
  /// `Postern::Terraform::Root` for what belongs to no resource.
  ///
  /// @param unit the root folder
  public static Reading apply(Terraform.Configuration configuration, Unit unit, Schemas schemas) {
    var lenses = new Lenses(schemas);
    lenses.read(configuration.resources());
    var resources = new ArrayList<Resource>();
    var references = new References(lenses.types(), lenses.schemas);
    lenses.drafts.forEach(draft -> resources.add(draft.resource(unit, references)));
    Root.of(configuration, unit).ifPresent(resources::add);
    var problems = new ArrayList<>(configuration.problems());
    problems.addAll(lenses.problems);
    return new Reading(resources, configuration.comments(), configuration.files(), problems);
  }

  /// The arguments of a resource that no property of its type is named after, which it keeps under
  /// their Terraform names: dotted paths in its properties. All, where the type has no schema.
  public static List<String> unmapped(Resource resource, Schemas schemas) {
    TypeSchema none =
        new TypeSchema(resource.type(), Map.of(), new TreeSet<>(), List.of(), Map.of());
    return Unmapped.of(resource, new PosternTypes(schemas).type(resource.type()).orElse(none));
  }

  private Map<String, String> types() {
    Map<String, String> types = new HashMap<>();
    drafts.forEach(draft -> types.putIfAbsent(draft.source().address(), draft.type()));
    return types;
  }

  private void read(List<TerraformResource> resources) {
    List<TerraformResource> parts = new ArrayList<>();
    for (TerraformResource resource : resources) {
      for (TerraformResource one : apart(resource)) {
        Optional<Lens> lens = lens(one.type());
        if (lens.isPresent() && lens.get().into().isPresent()) {
          parts.add(one);
        } else {
          add(one, lens);
        }
      }
    }
    parts.forEach(part -> join(part, lens(part.type()).orElseThrow()));
  }

  private Optional<Lens> lens(String type) {
    return TABLE.find(type).or(() -> CloudControl.lens(type, schemas));
  }

  /// The resources that CloudFormation takes for one.
  private List<TerraformResource> apart(TerraformResource resource) {
    return switch (resource.type()) {
      case "aws_security_group_rule" -> SecurityGroups.alone(resource);
      case "aws_security_group", "aws_default_security_group" ->
          List.of(with(resource, SecurityGroups.group(resource)));
      default ->
          lens(resource.type())
              .flatMap(Lens::each)
              .flatMap(argument ->
                  Optional.ofNullable(resource.body().entries().get(argument))
                      .map(value -> each(resource, argument, value)))
              .orElse(List.of(resource));
    };
  }

  private static TerraformResource with(TerraformResource resource, Node.Fields body) {
    return new TerraformResource(
        resource.address(),
        resource.type(),
        resource.block(),
        body,
        resource.when(),
        resource.symbolic());
  }

  private static List<TerraformResource> each(
      TerraformResource resource, String argument, Value<Node> value) {
    var all = new ArrayList<TerraformResource>();
    for (Parts.Element one : Parts.elements(value)) {
      SequencedMap<String, Value<Node>> body = new LinkedHashMap<>(resource.body().entries());
      body.put(argument, one.value());
      List<World> when = resource.when().stream().flatMap(w -> w.and(one.when()).stream()).toList();
      if (!when.isEmpty()) {
        all.add(
            new TerraformResource(
                resource.address(),
                resource.type(),
                resource.block(),
                new Node.Fields(body, resource.body().rest()),
                when,
                resource.symbolic()));
      }
    }
    return all;
  }

  private void add(TerraformResource resource, Optional<Lens> lens) {
    if (lens.isEmpty()) {
      draft(resource, "terraform:" + resource.type(), resource.when(), resource.body());
      return;
    }
    draft(resource, lens.get().type(), resource.when(), properties(resource, lens.get()));
    split(resource, lens.get(), Draft.reference(resource));
  }

  private void draft(
      TerraformResource resource, String type, List<World> when, Node.Fields properties) {
    var draft = new Draft(resource, type, when, properties);
    drafts.add(draft);
    companions.add(draft);
  }

  private Node.Fields properties(TerraformResource resource, Lens lens) {
    Set<String> without = new LinkedHashSet<>(lens.splits().keySet());
    lens.into().ifPresent(without::add);
    Origin header = Origin.written(resource.block().header());
    Node.Fields written =
        new Shaping(lens, type(lens.type()), problems::add)
            .properties(resource.body(), without, header);
    return with(written, lens, resource.body(), header);
  }

  /// The constants that `body` calls for, beside what is written.
  private static Node.Fields with(Node.Fields written, Lens lens, Node.Fields body, Origin origin) {
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>(written.entries());
    for (Lens.Constant constant : lens.constants()) {
      boolean said =
          constant
              .given()
              .map(argument -> body.entries().get(argument))
              .map(value -> !(value instanceof Value.Absent<Node>))
              .orElse(constant.given().isEmpty());
      if (said) {
        all.putIfAbsent(constant.property(), constant(constant.text(), origin));
      }
    }
    return new Node.Fields(all, written.rest());
  }

  private static Value<Node> constant(String text, Origin origin) {
    boolean bool = text.equals("true") || text.equals("false");
    return bool
        ? Value.known(new Node.Bool(text.equals("true")), origin)
        : Value.known(Text.of(text, origin), origin);
  }

  private Optional<TypeSchema> type(String name) {
    return schemas.type(name);
  }

  /// The resources that stand in arguments of this one.
  ///
  /// @param whole refers to the resource that they belong to
  private void split(TerraformResource resource, Lens lens, Value<Node> whole) {
    lens.splits()
        .forEach((argument, split) -> {
          Value<Node> value = resource.body().entries().get(argument);
          if (value != null) {
            Lens inner = inner(lens, argument, split);
            Parts.elements(value).forEach(element -> split(resource, inner, split, element, whole));
          }
        });
  }

  private void split(
      TerraformResource resource,
      Lens lens,
      Lens.Split split,
      Parts.Element element,
      Value<Node> whole) {
    var shaping = new Shaping(lens, type(split.type()), problems::add);
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>();
    all.put(split.back(), shaping.property(split.back(), whole));
    Value<Node> value = element.value();
    Optional<Reason> rest = Optional.empty();
    if (split.value().isPresent()) {
      all.put(split.value().get(), shaping.property(split.value().get(), value));
    } else if (value instanceof Value.Known<Node>(Node.Fields block, var origin, _)) {
      all.putAll(shaping.properties(block, Set.of(), origin).entries());
      rest = block.rest();
    } else if (value instanceof Value.Unknown<Node>(var reason, _, _)) {
      rest = Optional.of(reason);
    }
    List<World> when =
        resource.when().stream().flatMap(w -> w.and(element.when()).stream()).toList();
    if (!when.isEmpty()) {
      Node.Fields own = new Node.Fields(all, rest);
      drafts.add(
          new Draft(
              resource, split.type(), when, with(own, lens, resource.body(), value.origin())));
    }
  }

  /// The table has a line for the block under `TYPE/argument` where names differ.
  private static Lens inner(Lens lens, String argument, Lens.Split split) {
    return TABLE
        .find(lens.terraform() + "/" + argument)
        .orElseGet(() -> Lens.plain(lens.terraform() + "/" + argument, split.type()));
  }

  private void join(TerraformResource part, Lens lens) {
    Origin header = Origin.written(part.block().header());
    Value<Node> link = part.body().field(lens.into().orElseThrow(), header);
    Optional<Draft> whole = companions.whole(part, lens.type(), link);
    if (whole.isPresent()) {
      Node.Fields properties = properties(part, lens);
      whole.get().add(part.type(), Companions.present(part, whole.get(), properties));
      split(part, lens, link);
    } else {
      drafts.add(new Draft(part, "terraform:" + part.type(), part.when(), part.body()));
    }
  }
}
