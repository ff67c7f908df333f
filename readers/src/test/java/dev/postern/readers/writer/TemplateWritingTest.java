package dev.postern.readers.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Node;
import dev.postern.model.PropertySchema;
import dev.postern.model.PropertySchema.Shape;
import dev.postern.model.TypeSchema;
import dev.postern.readers.terraform.lens.LensTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Properties of every type that has a lens, set in resources of a template that say nothing, then
/// set beside each other, then set to something else.
class TemplateWritingTest {
  /// So many properties have been written and read back in each style.
  private static final int MOST = 3509;

  private static final int DEEPEST = 3;
  private static final int MOST_OF_A_TYPE = 40;

  private static final String BLOCK =
      """
      # about
      Resources:
         B:   # odd
            Type: %1$s   # what
            # last

         Other:
            Type: %1$s
      """;

  private static final String FLOW =
      """
      Resources: {
        B: {Type: '%1$s'},   # odd
        Other: { Type: %1$s, },
      }
      """;

  private static final String JSON =
      """
      {"Resources": {
         "B":   {
            "Type": "%1$s"
         },
         "Other": { "Type": "%1$s" }
      }}
      """;

  @ParameterizedTest
  @CsvSource({"block, t.yaml", "flow, t.yaml", "json, t.json"})
  void readsBackWhatItWrites(String style, String path) {
    String template =
        switch (style) {
          case "block" -> BLOCK;
          case "flow" -> FLOW;
          default -> JSON;
        };
    var wrong = new ArrayList<String>();
    int written = 0;
    for (String type : LensTypes.all()) {
      Optional<TypeSchema> schema = Written.SCHEMAS.type(type);
      if (schema.isPresent()) {
        var places = new ArrayList<Place>();
        places(schema.get(), schema.get().properties(), List.of(), places);
        List<Place> some = places.subList(0, Math.min(places.size(), MOST_OF_A_TYPE));
        for (int i = 0; i < some.size(); i++) {
          String text = template.formatted(type);
          Place place = some.get(i);
          Place beside = some.get((i + 1) % some.size());
          text = step(path, text, type, place, value(place.shape(), true), wrong);
          text = step(path, text, type, beside, value(beside.shape(), true), wrong);
          step(path, text, type, place, value(place.shape(), false), wrong);
          written++;
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(written).isGreaterThanOrEqualTo(MOST);
  }

  record Place(List<String> path, Shape shape) {}

  private static String step(
      String path, String text, String type, Place place, Node value, List<String> wrong) {
    Step step = Step.set(path, text, "B", type, place.path(), value);
    step.refused()
        .map(r -> r.why())
        .or(step::fault)
        .ifPresent(fault -> wrong.add(type + " " + place + ": " + fault + "\n" + step.text()));
    return step.text();
  }

  private static void places(
      TypeSchema type, Map<String, PropertySchema> properties, List<String> at, List<Place> into) {
    for (PropertySchema property : properties.values()) {
      var path = new ArrayList<>(at);
      path.add(property.name());
      Map<String, PropertySchema> inside = type.inside(property.shape());
      switch (property.shape()) {
        case Shape.ListOf _ when !inside.isEmpty() -> {
          path.add("0");
          down(type, inside, path, into);
        }
        case Shape.Nested _ -> down(type, inside, path, into);
        case Shape.MapOf(Shape.Scalar _) -> into.add(new Place(path, property.shape()));
        case Shape.Scalar _, Shape.ListOf _ -> into.add(new Place(path, property.shape()));
        case Shape.MapOf _, Shape.AnyOf _ -> {}
      }
    }
  }

  private static void down(
      TypeSchema type, Map<String, PropertySchema> inside, List<String> path, List<Place> into) {
    if (path.size() < DEEPEST) {
      places(type, inside, path, into);
    }
  }

  private static Node value(Shape shape, boolean first) {
    return switch (shape) {
      case Shape.Scalar scalar ->
          switch (scalar) {
            case STRING, TIMESTAMP -> Written.text(first ? "it's: #1 \"${x}\"" : "other");
            case INTEGER, NUMBER -> Node.num(first ? 7 : 8);
            case BOOLEAN -> new Node.Bool(first);
            case JSON -> Written.map("Version", Written.text("2012-10-17"));
            case TAG -> Written.map("Key", Written.text("k"), "Value", Written.text("v"));
          };
      case Shape.ListOf(var element) -> Written.list(value(element, first), value(element, true));
      case Shape.MapOf(var element) -> Written.map("a key", value(element, first));
      case Shape.AnyOf _, Shape.Nested _ -> Written.map("Some", Written.text("thing"));
    };
  }
}
