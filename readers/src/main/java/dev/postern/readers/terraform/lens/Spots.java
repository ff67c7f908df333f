package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.PropertySchema;
import dev.postern.model.Schemas;
import dev.postern.model.TerraformSchemas;
import dev.postern.model.TerraformType;
import dev.postern.model.TerraformType.Argument;
import dev.postern.model.TerraformType.Shape;
import dev.postern.model.Text;
import dev.postern.model.TypeSchema;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Lenses backwards: which argument says a property.
///
/// A lens is not turned round but looked through: each argument is given its own path as its value,
/// and where that comes out in the model, there is its property. So reading and writing cannot
/// disagree.
public final class Spots {
  private static final LensTable TABLE = LensTable.load();
  private static final List<String> NOT_WRITTEN = List.of("id", "tags_all", "region", "timeouts");
  private static final String WHOLE = "whole";

  private final TypeSchema type;
  private final Schemas schemas;
  private final TerraformSchemas terraform;
  private final Map<List<String>, Spot> found = new LinkedHashMap<>();
  private Marks marks = new Marks(List.of());

  private Spots(TypeSchema type, Schemas schemas, TerraformSchemas terraform) {
    this.type = type;
    this.schemas = schemas;
    this.terraform = terraform;
  }

  /// The arguments that say properties of a resource of type `type` which is written as
  /// `terraformType`: its own first, then those of its parts; nothing where there is no lens.
  public static List<Spot> of(
      String terraformType, String type, Schemas schemas, TerraformSchemas terraform) {
    Optional<TypeSchema> schema = new PosternTypes(schemas).type(type);
    Optional<Lens> own = TABLE.find(terraformType);
    if (schema.isEmpty() || (own.isEmpty() && !terraformType.equals("aws_security_group_rule"))) {
      return List.of();
    }
    var spots = new Spots(schema.get(), schemas, terraform);
    spots.look(terraformType, type, Optional.empty());
    if (own.filter(lens -> lens.type().equals(type) && lens.into().isEmpty()).isPresent()) {
      TABLE.all().stream()
          .filter(lens -> lens.into().isPresent() && lens.type().equals(type))
          .forEach(part -> spots.look(part.terraform(), type, Optional.of(terraformType)));
    }
    return List.copyOf(spots.found.values());
  }

  private void look(String written, String type, Optional<String> whole) {
    Optional<TerraformType> known = terraform.resource(written);
    if (known.isEmpty()) {
      return;
    }
    for (Argument argument : known.get().arguments().values()) {
      boolean told = Marks.isWritten(argument) && !NOT_WRITTEN.contains(argument.name());
      if (told && !saysMore(written, argument.name())) {
        look(written, type, whole, argument, List.of());
        List<Marks.Leaf> met = List.copyOf(marks.leaves().values());
        met.stream()
            .filter(leaf -> met.size() > 1 && !found.containsKey(key(written, leaf)))
            .forEach(leaf -> look(written, type, whole, argument, leaf.path()));
      }
    }
  }

  /// Whether an argument says another property by being there.
  private static boolean saysMore(String written, String argument) {
    return TABLE.find(written).stream()
        .flatMap(lens -> lens.constants().stream())
        .anyMatch(constant -> constant.given().filter(argument::equals).isPresent());
  }

  /// @param only the path of the one argument to give; empty for all
  private void look(
      String written, String type, Optional<String> whole, Argument argument, List<String> only) {
    Block block = block(written, whole.isPresent() ? "part" : WHOLE);
    SequencedMap<String, Value<Node>> body = new LinkedHashMap<>();
    Optional<String> link = TABLE.find(written).flatMap(Lens::into).filter(_ -> whole.isPresent());
    var resources = new ArrayList<TerraformResource>();
    whole.ifPresent(by -> resources.add(resource(block(by, WHOLE), new LinkedHashMap<>())));
    Origin here = Origin.written(block.header());
    marks = new Marks(only);
    body.put(argument.name(), marks.of(List.of(argument.name()), argument.shape(), here));
    link.ifPresent(name -> body.put(name, Draft.reference(resources.getFirst())));
    if (written.equals("aws_security_group_rule")) {
      String direction = type.endsWith("Ingress") ? "ingress" : "egress";
      body.put("type", Parts.text(direction, here));
    }
    resources.add(resource(block, body));
    var configuration = Terraform.Configuration.of(resources, List.of(), List.of());
    Lenses.apply(configuration, new Unit("", Unit.Kind.TERRAFORM, List.of()), schemas)
        .resources()
        .stream()
        .filter(r -> r.type().equals(type) && r.address().endsWith("." + WHOLE))
        .forEach(r -> walk(r.properties(), List.of(), List.of(), written, link));
  }

  private static Block block(String type, String name) {
    String text = "resource \"%s\" \"%s\" {\n}\n".formatted(type, name);
    return Hcl.parse(SourceFile.of("main.tf", text)).body().blocks().getFirst();
  }

  private static TerraformResource resource(Block block, SequencedMap<String, Value<Node>> body) {
    String type = block.labels().getFirst().text();
    return new TerraformResource(
        type + "." + block.labels().getLast().text(),
        type,
        block,
        Node.Fields.of(body),
        List.of(World.ANY),
        Optional.empty());
  }

  private void walk(
      Value<Node> value,
      List<String> at,
      List<String> pair,
      String written,
      Optional<String> link) {
    switch (value.sole().orElse(null)) {
      case Text text -> {
        Marks.Leaf leaf = marks.leaves().get(text.toString());
        if (leaf != null) {
          add(written, leaf, at, pair, link);
        }
      }
      case Node.Items(var items, _) ->
          items.forEach(item -> walk(item, plus(at, step(item)), pair, written, link));
      case Node.Fields(var entries, _) ->
          entries.forEach(
              (name, inner) -> walk(inner, plus(at, name), keys(entries, name), written, link));
      case null, default -> {}
    }
  }

  /// The name of the property beside `name` that holds the key of a map.
  private static List<String> keys(Map<String, Value<Node>> entries, String name) {
    return entries.entrySet().stream()
        .filter(e -> !e.getKey().equals(name) && isText(e.getValue(), "key"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// `Key=k`, where the table names the element that it is about.
  private String step(Value<Node> item) {
    return item.sole().orElse(null) instanceof Node.Fields(var entries, _)
        ? entries.entrySet().stream()
            .filter(e -> !isText(e.getValue(), "key"))
            .flatMap(e ->
                e.getValue().sole().orElse(null) instanceof Text text
                        && !marks.leaves().containsKey(text.toString())
                        && text.literal().isPresent()
                    ? Stream.of(e.getKey() + "=" + text)
                    : Stream.of())
            .findFirst()
            .orElse("0")
        : "0";
  }

  private static boolean isText(Value<Node> value, String word) {
    return value.sole().orElse(null) instanceof Text text && text.toString().equals(word);
  }

  /// The path one step on.
  static List<String> plus(List<String> path, String step) {
    var all = new ArrayList<>(path);
    all.add(step);
    return all;
  }

  private void add(
      String written, Marks.Leaf leaf, List<String> at, List<String> pair, Optional<String> link) {
    String last = at.getLast();
    List<String> property = at;
    Spot.Form form = new Spot.Form.Same();
    switch (leaf.shape()) {
      case Shape.MapOf _ when !pair.isEmpty() && at.size() > 2 -> {
        property = at.subList(0, at.size() - 2);
        form = new Spot.Form.Pairs(pair.getFirst(), last);
      }
      case Shape.MapOf _ when last.equals("key") -> property = at.subList(0, at.size() - 1);
      case Shape.ListOf _, Shape.SetOf _ -> {
        if (last.equals("0")) {
          property = at.subList(0, at.size() - 1);
        } else {
          form = new Spot.Form.InList();
        }
      }
      case Shape.Scalar _ -> {
        if (last.equals("0")) {
          property = at.subList(0, at.size() - 1);
          form = new Spot.Form.OutOfList();
        }
      }
      case Shape.MapOf _, Shape.Block _ -> {}
    }
    if (!isProperty(property)) {
      return;
    }
    Optional<Lens> lens = TABLE.find(written);
    String dotted = String.join(".", leaf.path());
    Map<String, String> words = new LinkedHashMap<>();
    lens.map(l -> l.renames().get(dotted))
        .ifPresent(target -> target.words().forEach((there, here) -> words.put(here, there)));
    boolean element =
        link.isPresent() && lens.filter(l -> l.renames().containsKey(".")).isPresent();
    found.putIfAbsent(
        key(written, leaf),
        new Spot(written, leaf.path(), leaf.shape(), property, form, words, link, element));
  }

  private static List<String> key(String written, Marks.Leaf leaf) {
    var key = new ArrayList<>(leaf.path());
    key.addFirst(written);
    return key;
  }

  /// Whether the schema has it; what no property is named after keeps the argument's name.
  private boolean isProperty(List<String> path) {
    Map<String, PropertySchema> here = type.properties();
    for (String step : path) {
      if (!step.equals("0") && !step.contains("=")) {
        PropertySchema property = here.get(step);
        if (property == null) {
          return false;
        }
        boolean tag = property.isTags();
        here = Blocks.inside(tag ? Blocks.TAG : property.shape(), Optional.of(type));
      }
    }
    return true;
  }

  /// Arguments of the property's own name first.
  public static Comparator<Spot> plainFirst() {
    return Comparator.comparing(spot ->
        TABLE
            .find(spot.terraform())
            .map(l -> l.renames().containsKey(String.join(".", spot.argument())))
            .orElse(false));
  }
}
