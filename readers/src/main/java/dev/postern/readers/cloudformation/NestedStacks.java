package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Unit;
import dev.postern.readers.source.Paths;
import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.Span;
import dev.postern.text.Spelling;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The stacks that a template nests and whose templates lie beside it. Each is read when the first
/// of its outputs is asked for, with the parameters that it is handed.
///
/// A template is found by the path in `TemplateURL`, as `aws cloudformation package` takes it, or
/// by `aws:asset:path`, which CDK writes beside it.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html">nested
///   stacks</a>
final class NestedStacks {
  private static final int DEEPEST = 10;
  private static final Map<String, String> LOCATIONS =
      Map.of(
          "AWS::CloudFormation::Stack", "TemplateURL",
          "AWS::Serverless::Application", "Location");

  private final Map<String, Declared> declared = new LinkedHashMap<>();
  private final Map<String, Optional<Resources>> read = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Unit unit;
  private final Inputs inputs;
  private final Stack stack;
  private final Functions functions;
  private final Problems problems;
  private final Work work;

  NestedStacks(
      Unit unit, Inputs inputs, Stack stack, Functions functions, Problems problems, Work work) {
    this.unit = unit;
    this.inputs = inputs;
    this.stack = stack;
    this.functions = functions;
    this.problems = problems;
    this.work = work;
  }

  void declare(Declared resource) {
    if (LOCATIONS.containsKey(resource.type())) {
      declared.put(resource.id(), resource);
    }
  }

  /// The path that the template of a resource is written with, where it is one of a file.
  static Optional<String> path(Tree resource) {
    if (!(resource instanceof Mapping body)) {
      return Optional.empty();
    }
    String type = body.find("Type").orElse(body) instanceof Scalar s ? s.text() : "";
    return inside(body, "Properties", LOCATIONS.getOrDefault(type, ""))
        .filter(tree -> Call.of(tree).isEmpty())
        .or(() -> inside(body, "Metadata", "aws:asset:path"))
        .flatMap(tree -> tree instanceof Scalar s ? Optional.of(s.text()) : Optional.empty())
        .filter(path -> LOCATIONS.containsKey(type) && Includes.isLocal(path));
  }

  private static Optional<Tree> inside(Mapping body, String outer, String key) {
    return body.find(outer).orElse(body) instanceof Mapping fields
        ? fields.find(key)
        : Optional.empty();
  }

  /// The output of a nested stack; nothing where no stack of this name is read.
  Optional<Value<Node>> output(String id, String output, Span use) {
    return stack(id).map(nested -> nested.outputs().value(output, use));
  }

  /// The resources of the nested stack of this name.
  Optional<Resources> stack(String id) {
    Declared resource = declared.get(id);
    if (resource == null) {
      return Optional.empty();
    }
    Optional<Resources> known = read.get(id);
    if (known != null) {
      return known;
    }
    if (!open.add(id)) {
      problems.error("nested stack `" + id + "` is handed its own outputs", resource.header());
      return Optional.empty();
    }
    Optional<Resources> found = template(resource).map(template -> nested(resource, template));
    open.remove(id);
    read.put(id, found);
    return found;
  }

  private Optional<Document> template(Declared resource) {
    String what = "nested stack `" + resource.id() + "` ";
    Span at = resource.header();
    Optional<String> written =
        path(resource.body()).or(() -> computed(resource)).or(() -> packaged(resource));
    if (written.isEmpty()) {
      problems.error(what + "has its template elsewhere; what it makes is not reviewed", at);
      return Optional.empty();
    }
    String path = Paths.resolve(Paths.folder(at.file().path()), written.get());
    Optional<Document> document = inputs.beside().document(path).filter(NestedStacks::isMap);
    if (document.isEmpty()) {
      problems.error(what + "has no template at `%s`".formatted(written.get()), at);
    } else if (stack.open().contains(path)) {
      problems.error(what + "is nested in itself", at);
    } else if (stack.open().size() >= DEEPEST) {
      problems.error(what + "is nested deeper than " + DEEPEST + " templates", at);
    } else if (work.stack(at)) {
      return document;
    }
    return Optional.empty();
  }

  private static boolean isMap(Document document) {
    return !document.roots().isEmpty() && document.roots().getFirst() instanceof Mapping;
  }

  private Optional<String> computed(Declared resource) {
    return property(resource, LOCATIONS.getOrDefault(resource.type(), ""))
        .flatMap(Value::sole)
        .flatMap(node -> node instanceof Text text ? text.literal() : Optional.empty())
        .filter(Includes::isLocal);
  }

  /// Where the template lies that is uploaded under the key at the end of the URL.
  private Optional<String> packaged(Declared resource) {
    return property(resource, LOCATIONS.getOrDefault(resource.type(), ""))
        .flatMap(Value::sole)
        .flatMap(node -> node instanceof Text text ? Optional.of(text.parts()) : Optional.empty())
        .flatMap(parts ->
            parts.getLast() instanceof Text.Part.Literal(var end, _)
                ? inputs.packaged().entrySet().stream()
                    .filter(file -> end.endsWith("/" + file.getKey()))
                    .map(Map.Entry::getValue)
                    .min(Comparator.naturalOrder())
                : Optional.empty());
  }

  private Resources nested(Declared resource, Document document) {
    document.problems().forEach(problems::add);
    var template = new Template((Mapping) document.roots().getFirst());
    List<String> names = template.entries("Parameters").stream().map(Tree.Entry::key).toList();
    var handed = new LinkedHashMap<String, Value<Node>>();
    property(resource, "Parameters")
        .ifPresent(all -> {
          checkNames(all, resource, names);
          names.forEach(name -> handed.put(name, all.flatMap(node -> field(node, name, all))));
        });
    var open = new LinkedHashSet<>(stack.open());
    open.add(document.file().path());
    var inner =
        new Stack(
            stack.prefix() + resource.id() + "/",
            Optional.of(handed),
            functions.names()::variable,
            open);
    return new Resources(template, unit, inputs, inner, problems, work);
  }

  private static Value<Node> field(Node node, String name, Value<Node> all) {
    return node instanceof Node.Fields fields
        ? fields.field(name, all.origin())
        : Value.unknown(new Reason(Reason.Kind.INVALID, "Parameters"), all.origin());
  }

  private void checkNames(Value<Node> handed, Declared resource, List<String> names) {
    var written = new LinkedHashSet<String>();
    for (Value.Case<Node> each : handed.cases()) {
      if (each.value() instanceof Value.Known<Node>(Node.Fields fields, _, _)) {
        written.addAll(fields.entries().keySet());
      }
    }
    for (String name : written) {
      if (!names.contains(name)) {
        problems.warning(
            "template of `%s` has no parameter `%s`%s"
                .formatted(resource.id(), name, Spelling.hint(name, names)),
            resource.header());
      }
    }
  }

  private Optional<Value<Node>> property(Declared resource, String key) {
    return resource.body() instanceof Mapping body
        ? inside(body, "Properties", key).map(tree -> functions.values().of(tree, resource.scope()))
        : Optional.empty();
  }
}
