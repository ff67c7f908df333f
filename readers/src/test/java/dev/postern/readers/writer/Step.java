package dev.postern.readers.writer;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.readers.source.Reading;
import dev.postern.text.Edits;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// One property set in the text of one file, and what came of it.
///
/// @param text the file afterwards; as before where it was refused
/// @param fault what went wrong; empty where the property has the value, nothing else has changed,
///   and writing it again changes nothing
record Step(String text, Optional<Writing.Refused> refused, Optional<String> fault) {

  static Step set(
      String path, String text, String address, String type, List<String> property, Node value) {
    Reading before = Written.read(path, text);
    Optional<Resource> resource = find(before, address, type);
    if (resource.isEmpty()) {
      return new Step(text, Optional.empty(), Optional.of("no resource"));
    }
    return switch (Written.set(before, resource.get(), property, value)) {
      case Writing.Refused refused -> new Step(text, Optional.of(refused), Optional.empty());
      case Writing.Edits(var edits) -> {
        SourceFile file = resource.get().header().file();
        String now = Edits.apply(file, edits);
        boolean added = Plain.at(resource.get().properties(), property).isEmpty();
        boolean removes = edits.stream().anyMatch(e -> !e.at().text().isBlank());
        Optional<String> fault =
            added && removes
                ? Optional.of("takes text away")
                : fault(before, Written.read(path, now), address, type, property, value);
        yield new Step(now, Optional.empty(), fault);
      }
    };
  }

  private static Optional<Resource> find(Reading reading, String address, String type) {
    return reading.resources().stream()
        .filter(r -> r.address().equals(address) && r.type().equals(type))
        .findFirst();
  }

  private static Optional<String> fault(
      Reading before,
      Reading after,
      String address,
      String type,
      List<String> property,
      Node value) {
    Optional<Resource> resource = find(after, address, type);
    if (resource.isEmpty()) {
      return Optional.of("no resource afterwards");
    }
    boolean broken =
        after.problems().stream().filter(p -> p.level() == Problem.Level.ERROR).count()
            > before.problems().stream().filter(p -> p.level() == Problem.Level.ERROR).count();
    if (broken) {
      return Optional.of("problems " + after.problems());
    }
    Map<String, String> old = Written.leaves(before);
    Map<String, String> now = Written.leaves(after);
    var changed = new TreeMap<String, String>();
    now.forEach((at, leaf) -> {
      if (!leaf.equals(old.get(at))) {
        changed.put(at, leaf);
      }
    });
    String at = place(resource.get(), property);
    var expected = new LinkedHashMap<String, String>();
    Written.leaves(Value.known(value, Plain.NOWHERE), at, expected);
    keys(resource.get(), property, expected);
    expected.entrySet().removeIf(e -> e.getValue().equals(old.get(e.getKey())));
    var gone = new TreeSet<>(old.keySet());
    gone.removeAll(now.keySet());
    gone.removeIf(leaf -> leaf.startsWith(at + "/"));
    if (!changed.equals(expected) || !gone.isEmpty()) {
      return Optional.of("changed " + changed + " instead of " + expected + ", lost " + gone);
    }
    Writing again = Written.set(after, resource.get(), property, value);
    return again.equals(new Writing.Edits(List.of()))
        ? Optional.empty()
        : Optional.of("not at rest: " + again);
  }

  /// The place of a property, each named element by its index.
  private static String place(Resource resource, List<String> path) {
    var at = new StringBuilder(resource.address() + " " + resource.type());
    for (int i = 0; i < path.size(); i++) {
      at.append('/').append(path.get(i).contains("=") ? index(resource, path, i) : path.get(i));
    }
    return at.toString();
  }

  private static String index(Resource resource, List<String> path, int step) {
    Optional<Value<Node>> element = Plain.at(resource.properties(), path.subList(0, step + 1));
    Optional<Value<Node>> list = Plain.at(resource.properties(), path.subList(0, step));
    return element.isPresent()
            && list.flatMap(Value::sole).orElse(null) instanceof Node.Items(var items, _)
        ? String.valueOf(items.indexOf(element.get()))
        : "?";
  }

  /// What names an element is a part of it.
  private static void keys(Resource resource, List<String> path, Map<String, String> into) {
    for (int i = 0; i < path.size(); i++) {
      int equals = path.get(i).indexOf('=');
      if (equals > 0) {
        String at = place(resource, path.subList(0, i + 1));
        into.put(at + "/" + path.get(i).substring(0, equals), path.get(i).substring(equals + 1));
      }
    }
  }
}
