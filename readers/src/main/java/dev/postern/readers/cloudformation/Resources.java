package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Schemas;
import dev.postern.model.Unit;
import dev.postern.readers.cloudformation.sam.Serverless;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.Span;
import dev.postern.text.Spelling;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

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
  private final Loops loops;
  private final Optional<Schemas> schemas;
  private final Functions functions;

  Resources(Template template, Unit unit, Inputs inputs, Problems problems) {
    this.template = template;
    this.unit = unit;
    this.problems = problems;
    this.schemas = inputs.schemas();
    var work = new Work(problems);
    loops = new Loops(problems, work);
    List<Parameter> declared = template.entries("Parameters").stream().map(Parameter::of).toList();
    var parameters = new Parameters(declared, inputs, Interests.of(template, declared), problems);
    functions = new Functions(template, inputs, parameters, loops, work, problems);
  }

  List<Resource> read() {
    checkSections();
    var declared = new ArrayList<Declared>();
    declare(template.entries("Resources"), Scope.TOP, Optional.empty(), declared);
    declared.forEach(functions.names()::declare);
    var resources = new ArrayList<Resource>();
    declared.forEach(each -> resource(each).ifPresent(resources::add));
    List<Resource> all = template.isServerless() ? translated(resources) : resources;
    all.add(new Remainder(template, functions.values()).resource(unit));
    return all;
  }

  private List<Resource> translated(List<Resource> resources) {
    var globals = new LinkedHashMap<String, Value<Node>>();
    for (Entry entry : template.entries("Globals")) {
      globals.put(entry.key(), functions.values().of(entry.value(), Scope.TOP));
    }
    BiFunction<String, Span, Value<Node>> pseudo =
        (name, at) -> functions.names().ref(name, at, Scope.TOP);
    var all = new ArrayList<Resource>();
    for (Resource made : Serverless.translate(resources, globals, pseudo, problems::add)) {
      all.add(as(made, decoded(made.type(), made.properties())));
    }
    return all;
  }

  private static Resource as(Resource from, Value<Node> properties) {
    return new Resource(
        from.unit(),
        from.address(),
        from.type(),
        from.sourceType(),
        from.header(),
        from.whole(),
        properties,
        from.attributes(),
        from.when(),
        from.symbolic());
  }

  private Value<Node> decoded(String type, Value<Node> properties) {
    return schemas
        .flatMap(s -> s.type(type))
        .map(s -> new JsonProperties(s, problems).decode(properties))
        .orElse(properties);
  }

  private void checkSections() {
    for (Entry section : template.root().entries()) {
      if (!Template.SECTIONS.contains(section.key())) {
        String hint = Spelling.hint(section.key(), Template.SECTIONS);
        problems.warning("no section `" + section.key() + "`" + hint, section.keySpan());
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

  private void declare(
      List<Entry> entries, Scope scope, Optional<Reason> symbolic, List<Declared> to) {
    for (Entry entry : entries) {
      if (Call.isLoop(entry.key())) {
        Loops.Turns turns = loops.turns(entry, scope, functions.values());
        Optional<Reason> unknown = symbolic.isPresent() ? symbolic : turns.unknown();
        turns.turns().forEach(turn -> declare(turns.body(), turn.scope(), unknown, to));
      } else if (entry.key().equals("Fn::Transform")) {
        functions.transform(entry.value(), entry.keySpan());
      } else {
        String id = Values.key(entry.key(), entry.keySpan(), scope);
        to.add(new Declared(id, entry.keySpan(), entry.value(), scope, symbolic));
      }
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
    List<World> when = when(body, declared);
    return when.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Resource(
                unit,
                declared.id(),
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
