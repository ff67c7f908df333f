package dev.postern.rules.form;

import static dev.postern.rules.form.TemplateNode.call;
import static dev.postern.rules.form.TemplateNode.fields;
import static dev.postern.rules.form.TemplateNode.list;
import static dev.postern.rules.form.TemplateNode.ref;
import static dev.postern.rules.form.TemplateNode.text;

import dev.postern.rules.form.TemplateNode.Fields;
import dev.postern.rules.form.TemplateNode.Items;
import dev.postern.rules.form.TemplateNode.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Every form of a CloudFormation template.
public final class TemplateForms {
  /// The path of the template that exports what another one imports.
  public static final String EXPORTING = "shared.yaml";

  private static final String LITERAL = "a property of a resource is or holds a literal";
  private static final String TEXT = "a property of a resource is or holds a string";
  private static final String LIST = "a property of a resource is or holds a list";
  private static final String RESOURCE = "always";
  private static final Fields HOLDS =
      fields("Holds", call("Fn::Equals", list(text("a"), text("a"))));
  private static final Fields NOTHING = ref("AWS::NoValue");

  private TemplateForms() {}

  public static List<Form> all() {
    return Stream.of(syntax(), values(), structure()).flatMap(List::stream).toList();
  }

  private static List<Form> syntax() {
    return List.of(
        new Form("json", RESOURCE, text -> Map.of("example.json", json(text))),
        new Form("json-in-yaml", RESOURCE, text -> Map.of("example.yaml", json(text))),
        written("long-functions-in-blocks", TemplateText::block),
        written("short-functions-in-flow", TemplateText::flow),
        written("literal-blocks", TemplateText::literalBlock),
        written("aliases", TemplateAliases::of),
        whole("reordered", RESOURCE, t -> (Fields) reversed(t)),
        whole("strings-for-scalars", LITERAL, TemplateForms::strings));
  }

  private static String json(String text) {
    return TemplateText.json(TemplateNode.template(text));
  }

  private static Form written(String name, Function<TemplateNode, String> printed) {
    return new Form(
        name, RESOURCE, text -> Map.of("example.yaml", printed.apply(TemplateNode.template(text))));
  }

  /// Applies where it changes something.
  static Form whole(String name, String when, UnaryOperator<Fields> change) {
    return new Form(
        name,
        when,
        text -> {
          Fields template = TemplateNode.template(text);
          Fields changed = change.apply(template);
          String after = TemplateText.flow(changed);
          return after.equals(TemplateText.flow(template))
              ? Map.of()
              : Map.of("example.yaml", after);
        });
  }

  private static TemplateNode reversed(TemplateNode node) {
    return switch (node) {
      case Word word -> word;
      case Items(var all) -> new Items(all.stream().map(TemplateForms::reversed).toList());
      case Fields(var all) -> {
        var changed = new LinkedHashMap<String, TemplateNode>();
        new ArrayList<>(all.entrySet())
            .reversed()
            .forEach(e -> changed.put(e.getKey(), reversed(e.getValue())));
        yield new Fields(changed);
      }
    };
  }

  /// CloudFormation converts strings to the type of the property; documents keep what they hold.
  private static Fields strings(Fields template) {
    return TemplateNode.properties(
        template, value -> TemplateNode.words(value, word -> new Word(word.text(), false)));
  }

  private static List<Form> values() {
    return List.of(
        moved("parameter-default", TemplateForms::parameter),
        moved("parameter-of-one-value", TemplateForms::allowed),
        moved("mapping", TemplateForms::mapping),
        inPlace("if", w -> call("Fn::If", list(text("Holds"), w, other(w)))),
        inPlace("if-not", w -> call("Fn::If", list(text("Fails"), other(w), w))),
        inPlace("if-both", w -> call("Fn::If", list(text("Open"), w, w))),
        inPlace("if-else-nothing", w -> call("Fn::If", list(text("Holds"), w, NOTHING))),
        inPlace("select", w -> call("Fn::Select", list(new Word("1", true), list(other(w), w)))),
        texts("sub", w -> call("Fn::Sub", text(escaped(w.text())))),
        texts("sub-of-values", TemplateForms::substituted),
        texts("join", TemplateForms::joined),
        texts("select-split", TemplateForms::split),
        lists("if-item", TemplateForms::conditionalItems),
        lists("if-no-item", TemplateForms::withoutItem),
        whole("ref-as-sub", "a property refers to a string", TemplateReferences::substituted),
        whole("ref-as-join", "a property refers to a string", TemplateReferences::joined),
        new Form("import-of-export", LITERAL, TemplateForms::imported));
  }

  private static List<Form> structure() {
    return List.of(
        whole("for-each", RESOURCE, TemplateForms::looped),
        whole(
            "condition-of-resource",
            RESOURCE,
            t -> resources(t, r -> r.with("Condition", text("Holds")))),
        whole("properties-if", "a resource has properties", TemplateForms::conditionalProperties),
        whole("not-created", RESOURCE, TemplateForms::notCreated),
        whole("unused", RESOURCE, TemplateForms::unused),
        whole(
            "language-extensions",
            RESOURCE,
            t -> t.with("Transform", text("AWS::LanguageExtensions"))),
        whole(
            "serverless-transform",
            RESOURCE,
            t -> t.with("Transform", text("AWS::Serverless-2016-10-31"))),
        new Form("nested-stack", "there are no parameters and no outputs", TemplateForms::nested),
        whole("policy-as-string", "a resource has a policy document", TemplatePolicies::strings),
        whole(
            "policy-to-json-string",
            "a resource has a policy document",
            TemplatePolicies::functions));
  }

  private static Word other(Word word) {
    return !word.bare()
        ? text("other")
        : switch (word.text()) {
          case "true" -> new Word("false", true);
          case "false" -> new Word("true", true);
          default -> new Word("1" + word.text().replace("-", ""), true);
        };
  }

  /// Without the beginnings of references.
  private static String escaped(String text) {
    return text.replace("${", "${!");
  }

  @FunctionalInterface
  private interface Moved {
    /// What stands in the place of a literal; what it needs goes to the sections.
    TemplateNode of(Word word, String name, Map<String, Map<String, TemplateNode>> sections);
  }

  private static Form moved(String name, Moved moved) {
    return whole(
        name,
        LITERAL,
        template -> {
          var sections = new LinkedHashMap<String, Map<String, TemplateNode>>();
          int[] count = {0};
          Fields changed =
              TemplateNode.properties(
                  template,
                  value ->
                      TemplateNode.words(
                          value, word -> moved.of(word, "V" + count[0]++, sections)));
          for (var section : sections.entrySet()) {
            changed = changed.adding(section.getKey(), section.getValue());
          }
          return changed;
        });
  }

  private static TemplateNode parameter(
      Word word, String name, Map<String, Map<String, TemplateNode>> sections) {
    sections
        .computeIfAbsent("Parameters", _ -> new LinkedHashMap<>())
        .put(name, fields("Type", text("String"), "Default", text(word.text())));
    return ref(name);
  }

  private static TemplateNode allowed(
      Word word, String name, Map<String, Map<String, TemplateNode>> sections) {
    sections
        .computeIfAbsent("Parameters", _ -> new LinkedHashMap<>())
        .put(name, fields("Type", text("String"), "AllowedValues", list(text(word.text()))));
    return ref(name);
  }

  private static TemplateNode mapping(
      Word word, String name, Map<String, Map<String, TemplateNode>> sections) {
    sections
        .computeIfAbsent("Mappings", _ -> new LinkedHashMap<>())
        .put(name, fields("All", fields("Given", word)));
    return call("Fn::FindInMap", list(text(name), text("All"), text("Given")));
  }

  private static Form inPlace(String name, Function<Word, TemplateNode> use) {
    return whole(
        name,
        LITERAL,
        t -> conditions(t, TemplateNode.properties(t, value -> TemplateNode.words(value, use))));
  }

  private static Form texts(String name, Function<Word, TemplateNode> use) {
    return whole(
        name,
        TEXT,
        t ->
            TemplateNode.properties(
                t, value -> TemplateNode.words(value, w -> w.bare() ? w : use.apply(w))));
  }

  private static Form lists(String name, Function<Items, TemplateNode> use) {
    return whole(
        name,
        LIST,
        t -> conditions(t, TemplateNode.properties(t, value -> TemplateNode.lists(value, use))));
  }

  /// Adds one condition that holds, one that does not, and one that nobody knows, if there is a
  /// change.
  private static Fields conditions(Fields before, Fields after) {
    if (TemplateText.flow(before).equals(TemplateText.flow(after))) {
      return after;
    }
    Fields open = call("Fn::Equals", list(ref("Open"), text("yes")));
    return after
        .adding("Conditions", HOLDS.all())
        .adding(
            "Conditions",
            Map.of("Fails", call("Fn::Not", list(fields("Condition", text("Holds"))))))
        .adding("Conditions", Map.of("Open", open))
        .adding("Parameters", Map.of("Open", fields("Type", text("String"))));
  }

  private static TemplateNode substituted(Word word) {
    int middle = word.text().length() / 2;
    var values =
        fields(
            "First", text(word.text().substring(0, middle)),
            "Second", text(word.text().substring(middle)));
    return call("Fn::Sub", list(text("${First}${Second}"), values));
  }

  private static TemplateNode joined(Word word) {
    int middle = word.text().length() / 2;
    return call(
        "Fn::Join",
        list(
            text(""),
            list(text(word.text().substring(0, middle)), text(word.text().substring(middle)))));
  }

  private static TemplateNode split(Word word) {
    return call(
        "Fn::Select",
        list(
            new Word("1", true), call("Fn::Split", list(text(";"), text("other;" + word.text())))));
  }

  private static TemplateNode conditionalItems(Items items) {
    return new Items(
        items.all().stream()
            .map(n -> (TemplateNode) call("Fn::If", list(text("Holds"), n, NOTHING)))
            .toList());
  }

  private static TemplateNode withoutItem(Items items) {
    var all = new ArrayList<>(items.all());
    all.add(call("Fn::If", list(text("Fails"), text("other"), NOTHING)));
    return new Items(all);
  }

  private static Map<String, String> imported(String text) {
    var exports = new LinkedHashMap<String, TemplateNode>();
    Fields changed =
        TemplateNode.properties(
            TemplateNode.template(text),
            value ->
                TemplateNode.words(
                    value,
                    word -> {
                      String name = "V" + exports.size();
                      var export = fields("Name", text("shared-" + name));
                      exports.put(name, fields("Value", word, "Export", export));
                      return call("Fn::ImportValue", text("shared-" + name));
                    }));
    String values =
        "Resources: {Nothing: {Type: 'AWS::CloudFormation::WaitConditionHandle'}}\nOutputs: "
            + TemplateText.flow(new Fields(exports));
    return exports.isEmpty()
        ? Map.of()
        : Map.of("example.yaml", TemplateText.flow(changed), EXPORTING, values);
  }

  private static Fields resources(Fields template, UnaryOperator<Fields> change) {
    return conditions(template, TemplateNode.resources(template, change));
  }

  /// Each resource in a loop over its own name.
  private static Fields looped(Fields template) {
    var loops = new LinkedHashMap<String, TemplateNode>();
    template
        .fields("Resources")
        .orElseThrow()
        .all()
        .forEach((id, resource) ->
            loops.put(
                "Fn::ForEach::Loop" + id,
                list(text("Each" + id), list(text(id)), fields("${Each" + id + "}", resource))));
    return template
        .with("Transform", text("AWS::LanguageExtensions"))
        .with("Resources", new Fields(loops));
  }

  private static Fields conditionalProperties(Fields template) {
    return resources(
        template,
        resource ->
            resource
                .fields("Properties")
                .map(p ->
                    resource.with(
                        "Properties", call("Fn::If", list(text("Holds"), p, new Fields(Map.of())))))
                .orElse(resource));
  }

  private static Fields notCreated(Fields template) {
    Fields others =
        TemplateNode.properties(template, v -> TemplateNode.words(v, TemplateForms::other));
    var copies = new LinkedHashMap<String, TemplateNode>();
    others
        .fields("Resources")
        .orElseThrow()
        .all()
        .forEach((id, r) -> copies.put(id + "Off", ((Fields) r).with("Condition", text("Fails"))));
    return conditions(template, template.adding("Resources", copies));
  }

  private static Fields unused(Fields template) {
    return template
        .adding("Conditions", HOLDS.all())
        .adding("Mappings", Map.of("Unused", fields("A", fields("B", text("c")))))
        .adding("Parameters", Map.of("Unused", fields("Type", text("String"))))
        .adding("Metadata", Map.of("Author", text("somebody")))
        .with("Description", text("the same"));
  }

  /// The literals are given as parameters by the outer stack.
  private static Map<String, String> nested(String text) {
    Fields template = TemplateNode.template(text);
    if (template.all().containsKey("Outputs") || template.all().containsKey("Parameters")) {
      return Map.of();
    }
    var given = new LinkedHashMap<String, TemplateNode>();
    var declared = new LinkedHashMap<String, TemplateNode>();
    Fields inner =
        TemplateNode.properties(
            template,
            value ->
                TemplateNode.words(
                    value,
                    word -> {
                      String name = "V" + given.size();
                      given.put(name, word);
                      declared.put(name, fields("Type", text("String")));
                      return ref(name);
                    }));
    Fields properties =
        fields("TemplateURL", text("./inner.yaml"), "Parameters", new Fields(given));
    Fields stack = fields("Type", text("AWS::CloudFormation::Stack"), "Properties", properties);
    return given.isEmpty()
        ? Map.of()
        : Map.of(
            "example.yaml",
            TemplateText.flow(fields("Resources", fields("Inner", stack))),
            "inner.yaml",
            TemplateText.flow(inner.adding("Parameters", declared)));
  }
}
