package dev.postern.cli;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.readers.workspace.Loaded;
import dev.postern.secrets.Secrets;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import dev.postern.view.secrets.FoundSecret;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The model as JSON: the contract of `postern show`. Secrets are left out.
final class ModelJson {
  private final JsonGenerator out;
  private final Map<SourceFile, List<Span>> secrets;

  private ModelJson(JsonGenerator out, Map<SourceFile, List<Span>> secrets) {
    this.out = out;
    this.secrets = secrets;
  }

  static String of(Loaded loaded) {
    var text = new StringWriter();
    try (JsonGenerator out =
        JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
      new ModelJson(out, FoundSecret.places(loaded.cloud())).write(loaded);
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
    if (text.parts().stream().allMatch(Text.Part.Literal.class::isInstance)) {
      out.writeString(
          text.parts().stream()
              .map(part -> masked((Text.Part.Literal) part))
              .collect(Collectors.joining()));
      return;
    }
    out.writeStartObject();
    out.writeArrayPropertyStart("$template");
    for (Text.Part part : text.parts()) {
      switch (part) {
        case Text.Part.Literal literal -> out.writeString(masked(literal));
        case Text.Part.Hole(var reason, _, _, _) -> marked("$unknown", reason.what());
        case Text.Part.Reference(var target, var attribute, _, _) ->
            marked("$reference", target + "." + attribute);
        case Text.Part.Json(var document, _) -> value(document);
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /// What is a secret by its form or by its place is hidden: its characters where they stand in the
  /// text as they are written, else all of the text.
  private String masked(Text.Part.Literal literal) {
    String text = literal.text();
    var masked = new StringBuilder(text);
    Secrets.scan(text).forEach(found -> hide(masked, found.start(), found.end()));
    Span source = literal.origin().source();
    for (Span secret : secrets.getOrDefault(source.file(), List.of())) {
      if (secret.start() < source.end() && source.start() < secret.end()) {
        int at = text.indexOf(secret.text());
        hide(masked, Math.max(at, 0), at < 0 ? text.length() : at + secret.text().length());
      }
    }
    return masked.toString();
  }

  private static void hide(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      text.setCharAt(i, '•');
    }
  }

  private void marked(String mark, String what) {
    out.writeStartObject();
    out.writeStringProperty(mark, what);
    out.writeEndObject();
  }
}
