package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Schemas;
import dev.postern.model.Unit;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.Span;
import dev.postern.text.Spelling;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The resources of one template.
final class Resources {
  private static final List<String> KEYS =
      List.of(
          "Condition",
          "CreationPolicy",
          "DeletionPolicy",
          "DependsOn",
          "Metadata",
          "Properties",
          "Type",
          "UpdatePolicy",
          "UpdateReplacePolicy");

  private final Template template;
  private final Unit unit;
  private final Problems problems;
  private final Inputs inputs;
  private final Optional<Schemas> schemas;
  private final Functions functions;
  private final KeyPlaces keys;
  private final Stack stack;
  private final NestedStacks nested;
  private final List<Declared> declared;
  private final Outputs outputs;
  private final Set<String> strange = new HashSet<>();

  Resources(
      Template template, Unit unit, Inputs inputs, Stack stack, Problems problems, Work work) {
    this.template = template;
    this.unit = unit;
    this.problems = problems;
    this.inputs = inputs;
    this.schemas = inputs.schemas();
    keys = new KeyPlaces(template.root());
    this.stack = stack;
    List<Parameter> all =
        Rules.narrowed(
            template, template.entries("Parameters").stream().map(Parameter::of).toList());
    var parameters = new Parameters(all, inputs, stack, Interests.of(template, all), problems);
    functions = new Functions(template, inputs, stack, parameters, work, problems);
    nested = new NestedStacks(unit, inputs, stack, functions, problems, work);
    declared = functions.declarations().of(template.entries("Resources"));
    declared.forEach(nested::declare);
    declared.forEach(functions.names()::declare);
    functions.names().nest(nested);
    outputs =
        new Outputs(
            functions.declarations().of(template.entries("Outputs")), functions.values(), problems);
  }

  Outputs outputs() {
    return outputs;
  }

  /// What the stack and those nested in it export.
  List<Outputs.Export> exports() {
    var all = new ArrayList<>(outputs.exports());
    declared.forEach(d -> nested.stack(d.id()).ifPresent(n -> all.addAll(n.exports())));
    return all;
  }

  List<Resource> read() {
    checkSections();
    var resources = new ArrayList<Resource>();
    declared.forEach(each -> resource(each).ifPresent(resources::add));
    resources.forEach(this::check);
    var all = new ArrayList<>(resources);
    if (template.isServerless()) {
      all = new ArrayList<>(translated(resources));
      all.stream().filter(r -> !r.type().equals(r.sourceType())).forEach(this::check);
    }
    all.addAll(inside(resources));
    all.add(new Remainder(template, functions.values()).resource(unit, stack));
    return all;
  }

  /// What nested stacks make, in the worlds in which they are there.
  private List<Resource> inside(List<Resource> resources) {
    var all = new ArrayList<Resource>();
    for (Resource outer : resources) {
      String id = outer.address().substring(stack.prefix().length());
      nested
          .stack(id)
          .ifPresent(n -> n.read().forEach(inner -> within(outer, inner).ifPresent(all::add)));
    }
    return all;
  }

  private static Optional<Resource> within(Resource outer, Resource inner) {
    List<World> when =
        outer.when().stream()
            .flatMap(o -> inner.when().stream().flatMap(i -> o.and(i).stream()))
            .distinct()
            .toList();
    return when.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Resource(
                inner.unit(),
                inner.address(),
                inner.type(),
                inner.sourceType(),
                inner.header(),
                inner.whole(),
                inner.properties(),
                inner.attributes(),
                when,
                inner.symbolic().or(outer::symbolic)));
  }

  /// What a macro of the user's own takes is known to that macro alone.
  private void check(Resource resource) {
    if (!template.hasOwnMacro()) {
      schemas
          .flatMap(s -> s.type(resource.type()))
          .ifPresent(schema -> SchemaCheck.check(schema, resource, keys, problems));
    }
  }

  private void checkType(String type, Span at) {
    boolean isStrange =
        type.startsWith("AWS::")
            && !type.startsWith("AWS::Serverless::")
            && !type.endsWith("::MODULE")
            && schemas.filter(s -> !s.known(type)).isPresent();
    if (isStrange && strange.add(type)) {
      String hint = Spelling.hint(type, schemas.orElseThrow().types());
      problems.warning("AWS has no resource type `" + type + "`" + hint, at);
    }
  }

  private List<Resource> translated(List<Resource> resources) {
    List<Resource> all =
        new Translation(template, functions, stack, inputs, keys, problems).of(resources);
    return template.hasOwnMacro()
        ? all
        : new Transformed(all, stack.prefix()).checked(functions.names(), problems);
  }

  private Value<Node> decoded(String type, Value<Node> properties) {
    return JsonProperties.decoded(schemas, type, properties, problems);
  }

  private void checkSections() {
    for (Entry section : template.root().entries()) {
      if (!Template.SECTIONS.contains(section.key())) {
        String hint = Spelling.hint(section.key(), Template.SECTIONS);
        problems.warning("no section `" + section.key() + "`" + hint, section.keySpan());
      }
    }
    for (String macro : template.transforms()) {
      if (!macro.startsWith("AWS::")) {
        problems.error(
            "macro `" + macro + "` is code that is not here; what it makes is not read",
            template.section("Transform").orElseThrow().span());
      }
    }
    Optional<Entry> written = template.root().entry("Resources");
    if (written.isEmpty()) {
      Span start = template.root().span();
      problems.error(
          "template has no `Resources`", start.file().span(start.start(), start.start() + 1));
    } else if (!(written.get().value() instanceof Mapping)) {
      problems.error("`Resources` is no map", written.get().keySpan());
    }
  }

  private Optional<Resource> resource(Declared declared) {
    if (!(declared.body() instanceof Mapping body)) {
      problems.error("resource `" + declared.id() + "` is no map", declared.header());
      return Optional.empty();
    }
    String type = declared.type();
    if (type.isEmpty()) {
      problems.error("resource `" + declared.id() + "` has no `Type`", declared.header());
      return Optional.empty();
    }
    checkType(type, body.find("Type").orElse(body).span());
    List<World> when = when(body, declared);
    return when.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Resource(
                unit,
                stack.prefix() + declared.id(),
                type,
                type,
                declared.header(),
                whole(declared),
                properties(body, type, declared),
                attributes(body, declared),
                when,
                declared.symbolic()));
  }

  private static Span whole(Declared declared) {
    Span body = declared.body().span();
    boolean follows = body.start() >= declared.header().end();
    return follows ? declared.header().to(body) : declared.header();
  }

  private List<World> when(Mapping body, Declared declared) {
    Optional<Tree> condition = body.find("Condition");
    if (condition.isEmpty()) {
      return List.of(World.ANY);
    }
    if (!(condition.get() instanceof Scalar name)) {
      problems.error("`Condition` of a resource is a name", condition.get().span());
      return List.of(World.ANY);
    }
    return functions
        .conditions()
        .worlds(Values.key(name.text(), name.span(), declared.scope()), name.span());
  }

  private Value<Node> properties(Mapping body, String type, Declared declared) {
    Optional<Tree> written = body.find("Properties");
    Value<Node> value =
        written
            .map(tree -> functions.values().of(tree, declared.scope()))
            .filter(v -> !(v instanceof Value.Absent))
            .orElseGet(() ->
                Value.known(
                    Node.Fields.of(new LinkedHashMap<>()), Origin.written(declared.header())));
    boolean isMap =
        value.cases().stream()
            .noneMatch(c ->
                c.value() instanceof Value.Known<Node>(var node, _, _)
                    && !(node instanceof Node.Fields));
    return isMap
        ? decoded(type, value)
        : problems.invalid(
            "properties of `" + declared.id() + "` are no map",
            "Properties",
            written.orElse(body).span());
  }

  private Value<Node> attributes(Mapping body, Declared declared) {
    var all = new LinkedHashMap<String, Value<Node>>();
    for (Entry entry : body.entries()) {
      boolean isKnown =
          KEYS.contains(entry.key()) || (isCustom(declared) && entry.key().equals("Version"));
      if (!isKnown && !template.hasMacro()) {
        String hint = Spelling.hint(entry.key(), KEYS);
        problems.warning("resource has no attribute `" + entry.key() + "`" + hint, entry.keySpan());
      }
      if (!entry.key().equals("Type") && !entry.key().equals("Properties")) {
        all.put(entry.key(), functions.values().of(entry.value(), declared.scope()));
      }
    }
    return Value.known(Node.Fields.of(all), Origin.written(declared.header()));
  }

  /// Resources of the user's own code, which also take a `Version`.
  private static boolean isCustom(Declared declared) {
    String type = declared.type();
    return type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource");
  }
}
