package dev.postern.cli;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.readers.workspace.Loaded;
import dev.postern.secrets.Secrets;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The model as JSON: the contract of `postern show`. Secrets are left out.
final class ModelJson {
  private final JsonGenerator out;

  private ModelJson(JsonGenerator out) {
    this.out = out;
  }

  static String of(Loaded loaded) {
    var text = new StringWriter();
    try (JsonGenerator out =
        JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
      new ModelJson(out).write(loaded);
    }
    return text + "\n";
  }

  private void write(Loaded loaded) {
    out.writeStartObject();
    out.writeArrayPropertyStart("resources");
    loaded.cloud().resources().forEach(this::resource);
    out.writeEndArray();
    out.writeArrayPropertyStart("problems");
    loaded.problems().forEach(this::problem);
    out.writeEndArray();
    out.writeEndObject();
  }

  private void problem(Problem problem) {
    out.writeStartObject();
    out.writeStringProperty("severity", problem.level().name().toLowerCase(Locale.ROOT));
    out.writeStringProperty("message", problem.message());
    location(problem.at());
    out.writeEndObject();
  }

  private void resource(Resource resource) {
    out.writeStartObject();
    out.writeStringProperty("unit", resource.unit().name());
    out.writeStringProperty("address", resource.address());
    out.writeStringProperty("type", resource.type());
    out.writeStringProperty("sourceType", resource.sourceType());
    location(resource.header());
    if (resource.when().stream().noneMatch(w -> w.facts().isEmpty())) {
      out.writeStringProperty(
          "when", String.join(" or ", resource.when().stream().map(Object::toString).toList()));
    }
    resource.symbolic().ifPresent(why -> out.writeStringProperty("instances", why.toString()));
    out.writeName("properties");
    value(resource.properties());
    out.writeEndObject();
  }

  private void location(Span span) {
    out.writeObjectPropertyStart("location");
    out.writeStringProperty("path", span.file().path());
    out.writeNumberProperty("line", span.line());
    out.writeNumberProperty("column", span.column());
    out.writeNumberProperty("endLine", span.endLine());
    out.writeNumberProperty("endColumn", span.endColumn());
    out.writeEndObject();
  }

  private void value(Value<Node> value) {
    if (value.sensitivity() == Sensitivity.SECRET) {
      marked("$secret", "not shown");
      return;
    }
    switch (value) {
      case Value.Known<Node>(var node, _, _) -> node(node);
      case Value.Default<Node>(var node, _) -> node(node);
      case Value.Absent<Node> _ -> out.writeNull();
      case Value.Unknown<Node>(var reason, _, _) -> marked("$unknown", reason.what());
      case Value.OneOf<Node>(var cases, _) -> {
        out.writeStartObject();
        out.writeArrayPropertyStart("$oneOf");
        for (Value.Case<Node> each : cases) {
          out.writeStartObject();
          out.writeStringProperty("when", each.when().toString());
          out.writeName("value");
          value(each.value());
          out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
      }
    }
  }

  private void node(Node node) {
    switch (node) {
      case Text text -> text(text);
      case Node.Num(var number) -> out.writeNumber(number);
      case Node.Bool(var bool) -> out.writeBoolean(bool);
      case Node.Items(var items, var rest) -> {
        out.writeStartArray();
        items.forEach(this::value);
        rest.ifPresent(why -> marked("$unknown", why.what()));
        out.writeEndArray();
      }
      case Node.Fields(var entries, var rest) -> {
        out.writeStartObject();
        entries.forEach((key, value) -> {
          out.writeName(key);
          value(value);
        });
        rest.ifPresent(why -> out.writeStringProperty("$unknown", why.what()));
        out.writeEndObject();
      }
    }
  }

  private void text(Text text) {
    Optional<String> whole = text.literal();
    if (whole.isPresent()) {
      string(whole.get());
      return;
    }
    out.writeStartObject();
    out.writeArrayPropertyStart("$template");
    for (Text.Part part : text.parts()) {
      switch (part) {
        case Text.Part.Literal(var literal, _) -> string(literal);
        case Text.Part.Hole(var reason, _, _) -> marked("$unknown", reason.what());
        case Text.Part.Reference(var target, var attribute, _, _) ->
            marked("$reference", target + "." + attribute);
        case Text.Part.Json(var document, _) -> value(document);
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void string(String text) {
    var masked = new StringBuilder(text);
    Secrets.scan(text)
        .forEach(d -> {
          for (int i = d.start(); i < d.end(); i++) {
            masked.setCharAt(i, '•');
          }
        });
    out.writeString(masked.toString());
  }

  private void marked(String mark, String what) {
    out.writeStartObject();
    out.writeStringProperty(mark, what);
    out.writeEndObject();
  }
}
