package dev.postern.house;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Pattern switches and records of every kind, and what they answer for every one of a list of
/// values. Run twice, as compiled and rewritten, see [DesugarTest]; arrays, whose hash codes are
/// their identities, come from there.
final class DesugarSamples implements Function<int[][], Map<String, List<String>>> {

  enum Colour {
    RED,
    GREEN
  }

  /// A switch hosted by an interface, in a default and in a static method.
  sealed interface Tree<T extends @Nullable Object> {
    default String kind() {
      return switch (this) {
        case Leaf<T> leaf when leaf.value() == null -> "empty";
        case Leaf<T>(String text) -> text;
        case Leaf<T> _ -> "leaf";
        case Fork<T> _ -> "fork";
        case Broken<T> _ -> "broken";
      };
    }

    static int size(@Nullable Object tree) {
      return switch (tree) {
        case null -> 0;
        case Leaf<?> _ -> 1;
        case Fork<?>(var left, var right) -> size(left) + size(right);
        default -> -1;
      };
    }
  }

  record Leaf<T extends @Nullable Object>(T value) implements Tree<T> {}

  record Fork<T>(Tree<T> left, Tree<T> right) implements Tree<T> {}

  /// A pattern that takes it apart fails.
  record Broken<T>(int value) implements Tree<T> {
    @Override
    public int value() {
      throw new IllegalStateException("broken");
    }
  }

  record Nothing() {}

  @SuppressWarnings("ArrayRecordComponent")
  record Every(
      boolean flag,
      byte octet,
      char letter,
      short small,
      int number,
      long large,
      float single,
      double twice,
      @Nullable String text,
      @Nullable Object any,
      int[] array) {}

  private record Hidden(double twice, @Nullable Hidden next) {}

  @Override
  public Map<String, List<String>> apply(int[][] arrays) {
    List<@Nullable Object> values = values(arrays[0], arrays[1]);
    var results = new LinkedHashMap<String, List<String>>();
    Map<String, Function<@Nullable Object, Object>> questions = new LinkedHashMap<>();
    questions.put("guards", DesugarSamples::guards);
    questions.put("no null", DesugarSamples::withoutNull);
    questions.put("nested", DesugarSamples::nested);
    questions.put("generic", DesugarSamples::generic);
    questions.put("locals", value -> locals(value, 1L, 0.5));
    questions.put("strings", value -> strings(String.valueOf(value)));
    questions.put("constants", DesugarSamples::constants);
    questions.put("size", Tree::size);
    questions.put("kind", value -> ((Tree<?>) value).kind());
    questions.put("hash", value -> value instanceof Record ? value.hashCode() : "");
    questions.put("text", value -> value instanceof Record ? value.toString() : "");
    questions.put("equal", value -> values.stream().map(v -> same(value, v)).toList());
    questions.forEach((name, question) ->
        results.put(name, values.stream().map(value -> answer(question, value)).toList()));
    return results;
  }

  private static List<@Nullable Object> values(int[] array, int[] other) {
    var leaf = new Leaf<Object>("a");
    var number = new Leaf<Object>(7);
    var values =
        new ArrayList<@Nullable Object>(
            Arrays.asList(null, "", "a", "text", 'c', 1, 4, -4, 5L, array, other));
    values.addAll(
        List.of(
            Colour.RED,
            new Nothing(),
            leaf,
            number,
            new Leaf<@Nullable Object>(null),
            new Fork<>(leaf, number),
            new Fork<>(number, new Leaf<Object>(new String("a"))),
            new Fork<>(new Broken<>(1), leaf),
            new Broken<>(1),
            new Broken<>(2),
            new Hidden(Double.NaN, null),
            new Hidden(Double.longBitsToDouble(0x7ff8_0000_0000_0001L), new Hidden(-0.0, null))));
    values.add(every(array, 0.0f, 0.0, "t"));
    values.add(every(array, -0.0f, 0.0, "t"));
    values.add(every(array, Float.NaN, -0.0, null));
    values.add(every(other, Float.intBitsToFloat(0x7fc0_0001), -0.0, null));
    return values;
  }

  private static Every every(int[] array, float single, double twice, @Nullable String text) {
    Object any = text == null ? Map.of() : List.of(1);
    return new Every(
        true, (byte) -3, 'x', (short) 300, -70_000, 1L << 40, single, twice, text, any, array);
  }

  private static boolean same(@Nullable Object left, @Nullable Object right) {
    return left instanceof Record && left.equals(right);
  }

  private static String answer(
      Function<@Nullable Object, Object> question, @Nullable Object value) {
    try {
      return question.apply(value).toString().replaceAll("@\\w+", "@");
    } catch (RuntimeException e) {
      return e.getClass().getName();
    }
  }

  private static String guards(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Integer number when number > 3 -> "more";
      case Integer number when number < 0 -> "less";
      case String text when text.length() == 1 -> "one";
      case Integer _ -> "number";
      case int[] numbers -> "array of " + numbers.length;
      case Comparable<?> _ -> "comparable";
      default -> "other";
    };
  }

  private static String withoutNull(@Nullable Object value) {
    return switch (value) {
      case CharSequence text when text.isEmpty() -> "empty";
      case CharSequence _ -> "text";
      case Record _ -> "record";
      default -> "other";
    };
  }

  private static String nested(@Nullable Object value) {
    return switch (value) {
      case Fork<?>(Leaf<?>(String left), Leaf<?>(Integer right)) when right > 9 -> left;
      case Fork<?>(Leaf<?>(String left), Leaf<?>(Integer right)) -> left + right;
      case Fork<?>(Leaf<?>(Integer left), Leaf<?>(var right)) -> right + "/" + left;
      case Fork<?>(Broken<?>(int number), _) -> "never " + number;
      case Hidden(double twice, Hidden(double next, _)) -> twice + "," + next;
      case Hidden(double twice, _) -> "last " + twice;
      case null, default -> "other";
    };
  }

  private static String generic(@Nullable Object value) {
    return value instanceof Comparable<?>
        ? bounded((Comparable<?> & Serializable) value)
        : unbounded(value);
  }

  private static <T extends Comparable<?> & Serializable> String bounded(T value) {
    return switch (value) {
      case Character c -> "character " + c;
      case Number n when n.intValue() > 4 -> "number";
      case Integer i -> "integer " + i;
      case Enum<?> e -> e.name();
      default -> "bounded";
    };
  }

  private static <T extends @Nullable Object> String unbounded(T value) {
    return switch (value) {
      case Every every -> "every " + every.number();
      case Record _ -> "record";
      default -> "unbounded";
    };
  }

  /// Frames with two-slot locals, a loop, a handler, and a switch within a lambda within a switch.
  private static String locals(@Nullable Object value, long large, double twice) {
    double sum = twice;
    for (int i = 0; i < 3; i++) {
      try {
        sum +=
            switch (value) {
              case Long l -> l + large;
              case Integer number when number > 2 -> {
                Function<Object, Integer> inner =
                    o ->
                        switch (o) {
                          case Integer n -> n * 2;
                          default -> 0;
                        };
                yield inner.apply(number) + twice;
              }
              case Broken<?>(int number) -> number;
              case Leaf<?> leaf -> leaf.hashCode() % 7;
              default -> i;
            };
      } catch (MatchException e) {
        sum -= large;
      }
    }
    return Double.toString(sum);
  }

  /// Labels that are strings: the call stays.
  private static String strings(String text) {
    return switch (text) {
      case "a" -> "first";
      case String s when s.isEmpty() -> "empty";
      case "text" -> "second";
      default -> "other";
    };
  }

  /// Labels that are numbers: the call stays.
  private static String constants(@Nullable Object value) {
    if (!(value instanceof Integer number)) {
      return "none";
    }
    return switch (number) {
      case 1 -> "one";
      case Integer i when i > 3 -> "more";
      case Integer _ -> "other";
    };
  }
}
