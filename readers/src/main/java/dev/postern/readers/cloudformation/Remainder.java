package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Unit;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a template says beside its resources, as one resource, so that whatever looks at every
/// string of the model meets these too.
final class Remainder {
  static final String TYPE = "Postern::CloudFormation::Template";

  private final Template template;
  private final Values values;

  Remainder(Template template, Values values) {
    this.template = template;
    this.values = values;
  }

  Resource resource(Unit unit, Stack stack) {
    SourceFile file = template.root().span().file();
    Span header = file.span(0, file.lineText(1).length());
    var properties = new LinkedHashMap<String, Value<Node>>();
    for (Entry section : template.root().entries()) {
      Span span = section.value().span();
      switch (section.key()) {
        case "Parameters" -> properties.put("Parameters", parameters(span));
        case "Outputs", "Mappings", "Metadata", "Description" ->
            properties.put(section.key(), values.of(section.value(), Scope.TOP));
        default -> {}
      }
    }
    return new Resource(
        unit,
        stack.prefix().isEmpty() ? unit.name() : stack.prefix() + file.path(),
        TYPE,
        TYPE,
        header,
        file.all(),
        known(properties, header),
        known(Map.of(), header),
        List.of(World.ANY),
        Optional.empty());
  }

  private Value<Node> parameters(Span at) {
    var all = new LinkedHashMap<String, Value<Node>>();
    for (Entry entry : template.entries("Parameters")) {
      var fields = new LinkedHashMap<String, Value<Node>>();
      if (entry.value() instanceof Mapping body) {
        boolean isSecret = Parameter.of(entry).isSecret();
        for (Entry field : body.entries()) {
          Value<Node> value = values.of(field.value(), Scope.TOP);
          fields.put(
              field.key(), isSecret && field.key().equals("Default") ? value.secret() : value);
        }
      }
      all.put(entry.key(), known(fields, entry.value().span()));
    }
    return known(all, at);
  }

  private static Value<Node> known(Map<String, Value<Node>> fields, Span at) {
    return Value.known(Node.Fields.of(fields), Origin.written(at));
  }
}
