package dev.postern.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// JSON as maps, lists, strings, numbers and booleans.
final class Parsed {
  private Parsed() {}

  static Map<String, Object> json(String text) {
    try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return asObject(value(parser));
    }
  }

  static List<Map<String, Object>> list(Map<String, Object> object, String name) {
    var all = new ArrayList<Map<String, Object>>();
    for (Object each : (List<?>) object.getOrDefault(name, List.of())) {
      all.add(asObject(each));
    }
    return all;
  }

  static Map<String, Object> object(Map<String, Object> object, String name) {
    return asObject(object.get(name));
  }

  static String text(Map<String, Object> object, String name) {
    return String.valueOf(object.get(name));
  }

  @SuppressWarnings("unchecked") // members are named by strings
  private static Map<String, Object> asObject(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> object)) {
      throw new AssertionError("no object: " + value);
    }
    return (Map<String, Object>) object;
  }

  private static @Nullable Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var object = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          if (object.containsKey(name)) {
            throw new AssertionError("twice: " + name);
          }
          object.put(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        var list = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> parser.getIntValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getString();
    };
  }
}
