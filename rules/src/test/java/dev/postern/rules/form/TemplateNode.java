package dev.postern.rules.form;

import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A node of a template. Functions are in their long form, whatever form they were written in.
sealed interface TemplateNode {

  /// A scalar.
  ///
  /// @param bare a boolean, number or null, rather than a string
  record Word(String text, boolean bare) implements TemplateNode {}

  record Items(List<TemplateNode> all) implements TemplateNode {
    public Items {
      all = List.copyOf(all);
    }
  }

  record Fields(Map<String, TemplateNode> all) implements TemplateNode {
    public Fields {
      all = new LinkedHashMap<>(all);
    }

    Optional<Fields> fields(String name) {
      return all.get(name) instanceof Fields found ? Optional.of(found) : Optional.empty();
    }

    Fields with(String name, TemplateNode value) {
      var changed = new LinkedHashMap<>(all);
      changed.put(name, value);
      return new Fields(changed);
    }

    /// With `added` among the members of the section `name`, which is there or is made.
    Fields adding(String section, Map<String, ? extends TemplateNode> added) {
      var members = new LinkedHashMap<String, TemplateNode>();
      fields(section).ifPresent(f -> members.putAll(f.all()));
      members.putAll(added);
      return members.isEmpty() ? this : with(section, new Fields(members));
    }

    /// The one function that this calls.
    Optional<String> function() {
      return Optional.of(all.keySet())
          .filter(keys -> keys.size() == 1)
          .map(keys -> keys.iterator().next())
          .filter(key -> key.equals("Ref") || key.startsWith("Fn::"));
    }
  }

  static Word text(String text) {
    return new Word(text, false);
  }

  static Items list(TemplateNode... all) {
    return new Items(List.of(all));
  }

  static Fields call(String function, TemplateNode argument) {
    return fields(function, argument);
  }

  static Fields fields(String name, TemplateNode value) {
    return new Fields(Map.of(name, value));
  }

  static Fields fields(String first, TemplateNode value, String second, TemplateNode other) {
    return fields(first, value).with(second, other);
  }

  static Fields ref(String name) {
    return call("Ref", text(name));
  }

  static Fields template(String yaml) {
    Document document = Yaml.parse(SourceFile.of("example.yaml", yaml));
    return (Fields) of(document.roots().getFirst());
  }

  private static TemplateNode of(Tree tree) {
    return switch (tree) {
      case Tree.Mapping(var entries, _, _) -> {
        var all = new LinkedHashMap<String, TemplateNode>();
        entries.forEach(e -> all.put(e.key(), of(e.value())));
        yield new Fields(all);
      }
      case Tree.Sequence(var items, var tag, _) ->
          tagged(tag, new Items(items.stream().map(TemplateNode::of).toList()));
      case Tree.Scalar scalar -> {
        boolean bare =
            scalar.asBoolean().isPresent()
                || scalar.isNull()
                || scalar.asNumber().filter(_ -> isNumber(scalar.text())).isPresent();
        yield tagged(scalar.tag(), new Word(scalar.text(), bare));
      }
      case Tree.Unreadable _ -> throw new IllegalArgumentException("unreadable example");
    };
  }

  private static boolean isNumber(String text) {
    return text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?");
  }

  private static TemplateNode tagged(Optional<String> tag, TemplateNode node) {
    if (tag.isEmpty()) {
      return node;
    }
    String name = tag.get().substring(1);
    return switch (name) {
      case "Ref", "Condition" -> call(name, node);
      case "GetAtt" ->
          call("Fn::GetAtt", node instanceof Word(String text, _) ? attribute(text) : node);
      default -> call("Fn::" + name, node);
    };
  }

  private static Items attribute(String dotted) {
    int dot = dotted.indexOf('.');
    return list(text(dotted.substring(0, dot)), text(dotted.substring(dot + 1)));
  }

  /// The template with every property of its resources changed.
  static Fields properties(Fields template, Function<TemplateNode, TemplateNode> change) {
    return resources(
        template,
        resource ->
            resource
                .fields("Properties")
                .filter(properties -> properties.function().isEmpty())
                .map(properties -> {
                  var changed = new LinkedHashMap<String, TemplateNode>();
                  properties.all().forEach((key, value) -> changed.put(key, change.apply(value)));
                  return resource.with("Properties", new Fields(changed));
                })
                .orElse(resource));
  }

  static Fields resources(Fields template, Function<Fields, Fields> change) {
    var changed = new LinkedHashMap<String, TemplateNode>();
    template
        .fields("Resources")
        .orElseThrow()
        .all()
        .forEach((id, resource) -> changed.put(id, change.apply((Fields) resource)));
    return template.with("Resources", new Fields(changed));
  }

  /// With every scalar changed that stands in no function.
  static TemplateNode words(TemplateNode node, Function<Word, TemplateNode> change) {
    return switch (node) {
      case Word word -> word.bare() && isNull(word) ? word : change.apply(word);
      case Items(var all) -> new Items(all.stream().map(n -> words(n, change)).toList());
      case Fields fields when fields.function().isPresent() -> fields;
      case Fields(var all) -> {
        var changed = new LinkedHashMap<String, TemplateNode>();
        all.forEach((key, value) -> changed.put(key, words(value, change)));
        yield new Fields(changed);
      }
    };
  }

  private static boolean isNull(Word word) {
    return word.text().isEmpty() || word.text().equals("null") || word.text().equals("~");
  }

  /// With every call of a function changed, the inner ones first.
  static TemplateNode calls(TemplateNode node, Function<Fields, TemplateNode> change) {
    return switch (node) {
      case Word word -> word;
      case Items(var all) -> new Items(all.stream().map(n -> calls(n, change)).toList());
      case Fields fields -> {
        var changed = new LinkedHashMap<String, TemplateNode>();
        fields.all().forEach((key, value) -> changed.put(key, calls(value, change)));
        var whole = new Fields(changed);
        yield whole.function().isPresent() ? change.apply(whole) : whole;
      }
    };
  }

  /// With every list changed that stands in no function, the inner ones first.
  static TemplateNode lists(TemplateNode node, Function<Items, TemplateNode> change) {
    return switch (node) {
      case Word word -> word;
      case Items(var all) ->
          change.apply(new Items(all.stream().map(n -> lists(n, change)).toList()));
      case Fields fields when fields.function().isPresent() -> fields;
      case Fields(var all) -> {
        var changed = new LinkedHashMap<String, TemplateNode>();
        all.forEach((key, value) -> changed.put(key, lists(value, change)));
        yield new Fields(changed);
      }
    };
  }
}
