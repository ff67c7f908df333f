package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.text.Problem;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The resources of a template while SAM makes more of them, by logical id.
final class Stack {
  private static final List<String> TAGGED =
      List.of(
          "AWS::ApiGateway::ApiKey",
          "AWS::ApiGateway::DomainName",
          "AWS::ApiGateway::DomainNameV2",
          "AWS::ApiGateway::RestApi",
          "AWS::ApiGateway::Stage",
          "AWS::ApiGateway::UsagePlan",
          "AWS::IAM::Role",
          "AWS::IoT::TopicRule",
          "AWS::Lambda::Function",
          "AWS::SNS::Topic",
          "AWS::SQS::Queue",
          "AWS::StepFunctions::StateMachine");

  private final SequencedMap<String, Resource> made = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> owners = new LinkedHashMap<>();
  private final Map<String, Resource> written = new LinkedHashMap<>();
  private final Surroundings around;
  private final String prefix;
  private final Pattern pattern;
  private final Consumer<Problem> problems;

  /// @param written the resources as the template has them, globals merged
  Stack(List<Resource> written, Surroundings around, Consumer<Problem> problems) {
    written.forEach(resource -> this.written.putIfAbsent(resource.address(), resource));
    this.around = around;
    this.prefix = around.prefix();
    this.pattern = new Pattern(around);
    this.problems = problems;
  }

  /// The id of what SAM makes once for the whole template.
  String shared(String name) {
    return prefix + name;
  }

  /// What the template calls a resource of this stack.
  String local(Resource resource) {
    return resource.address().substring(prefix.length());
  }

  Surroundings around() {
    return around;
  }

  Pattern pattern() {
    return pattern;
  }

  void tell(Problem problem) {
    problems.accept(problem);
  }

  Optional<Resource> written(String id) {
    return Optional.ofNullable(written.get(id));
  }

  Optional<Resource> made(String id) {
    return Optional.ofNullable(made.get(id));
  }

  /// The resource of the template that a value refers to, by `Ref` or an attribute.
  Optional<Resource> target(Value<Node> value) {
    return value
        .sole()
        .flatMap(node ->
            node instanceof Text text
                ? text.soleReference().flatMap(reference -> written(reference.target()))
                : Optional.empty());
  }

  void keep(Resource resource) {
    made.putIfAbsent(resource.address(), resource);
  }

  /// Makes a resource for another, at whose place it stands and with which it exists.
  void add(Resource from, String id, String type, Props properties) {
    add(from, id, type, properties, from.when());
  }

  void add(Resource from, String id, String type, Props properties, List<World> when) {
    if (written.containsKey(id) && !id.equals(from.address())) {
      tell(
          Problem.error(
              "`%s` has the name of what SAM makes for `%s`"
                  .formatted(id.substring(prefix.length()), local(from)),
              written.get(id).header()));
    }
    owners.put(id, from.address());
    made.put(
        id,
        new Resource(
            from.unit(),
            id,
            type,
            from.sourceType(),
            from.header(),
            from.whole(),
            properties.value(),
            from.attributes(),
            when,
            from.symbolic()));
  }

  /// Changes the properties of a resource that is made already or was written in plain
  /// CloudFormation.
  void change(String id, UnaryOperator<Props> change) {
    Resource before = made.containsKey(id) ? made.get(id) : written.get(id);
    if (before != null) {
      made.put(id, as(before, id, before.type(), Props.changed(before.properties(), change)));
    }
  }

  /// Lets `name`, as in `Fn.Alias`, stand for the resource of this id.
  void name(String name, String id) {
    names.put(name, id);
  }

  /// Gives the tags of a SAM resource, and no others, to all that was made for it and can be
  /// tagged.
  void propagate(Resource from, Props sam) {
    Optional<Value<Node>> tags = sam.tags("");
    for (Resource resource : List.copyOf(made.values())) {
      boolean isOf = from.address().equals(owners.get(resource.address()));
      if (isOf && tags.isPresent() && TAGGED.contains(resource.type())) {
        change(resource.address(), all -> all.with("Tags", tags));
      }
    }
  }

  List<Resource> resources() {
    var references = new References(names);
    return made.values().stream()
        .map(r ->
            names.isEmpty() ? r : as(r, r.address(), r.type(), references.renamed(r.properties())))
        .toList();
  }

  static Resource as(Resource from, String id, String type, Value<Node> properties) {
    return new Resource(
        from.unit(),
        id,
        type,
        from.sourceType(),
        from.header(),
        from.whole(),
        properties,
        from.attributes(),
        from.when(),
        from.symbolic());
  }

  /// The worlds that are in either, disjoint.
  static List<World> union(List<World> some, List<World> others) {
    if (some.contains(World.ANY) || others.contains(World.ANY)) {
      return List.of(World.ANY);
    }
    var all = new ArrayList<>(some);
    for (World other : others) {
      List<World> left = List.of(other);
      for (World before : some) {
        List<World> outside = World.outside(List.of(before));
        left =
            left.stream().flatMap(l -> outside.stream().flatMap(o -> l.and(o).stream())).toList();
      }
      all.addAll(left);
    }
    return all;
  }

  /// The resource where one of the worlds holds too.
  static Resource within(Resource from, List<World> worlds) {
    List<World> both =
        from.when().stream()
            .flatMap(own -> worlds.stream().flatMap(world -> own.and(world).stream()))
            .toList();
    return new Resource(
        from.unit(),
        from.address(),
        from.type(),
        from.sourceType(),
        from.header(),
        from.whole(),
        from.properties(),
        from.attributes(),
        both,
        from.symbolic());
  }

  /// The value where `when` holds, and nothing elsewhere.
  static Value<Node> within(List<World> when, Value<Node> value) {
    if (when.contains(World.ANY)) {
      return value;
    }
    var cases = new ArrayList<Value.Case<Node>>();
    when.forEach(world -> cases.add(new Value.Case<>(world, value)));
    World.outside(when)
        .forEach(world -> cases.add(new Value.Case<>(world, Value.absent(value.origin()))));
    return Value.oneOf(cases, value.origin());
  }
}
