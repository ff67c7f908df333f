package dev.postern.readers.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.TerraformType.Shape;
import dev.postern.readers.source.Reading;
import dev.postern.readers.terraform.lens.Spot;
import dev.postern.readers.terraform.lens.Spots;
import dev.postern.text.Edit;
import dev.postern.text.Edits;
import dev.postern.text.SourceFile;
import dev.postern.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each property that a lens says, set by itself in a resource that says nothing: read again, it is
/// there and nothing else has changed. What cannot be written stands in `refused.txt`.
class LensWritingTest {
  private static final List<String[]> LINES = lines();

  private static List<String[]> lines() {
    return resource("/dev/postern/readers/terraform/lens/lenses.tsv")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("[\t ]", -1))
        .toList();
  }

  private static String resource(String name) {
    try (InputStream in = LensWritingTest.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A lens, a type that it makes, and what must stand in the resource for one to be there.
  record Case(String terraform, String whole, String type, String given) {}

  private static Stream<Case> cases(String[] line) {
    String[] rules = line;
    while (rules[1].startsWith("aws_")) {
      rules = named(rules[1]);
    }
    String[] target = rules[1].split("<", -1);
    if (line[0].startsWith("aws_security_group_rule/")) {
      String direction = line[0].substring(line[0].indexOf('/') + 1);
      String type = "aws_security_group_rule";
      return Stream.of(new Case(type, type, target[0], "  type = \"%s\"\n".formatted(direction)));
    }
    if (line[0].contains("/")) {
      return Stream.of();
    }
    String whole =
        target.length == 1
            ? line[0]
            : LINES.stream()
                .filter(l -> l[1].equals(target[0]) && !l[0].contains("/"))
                .findFirst()
                .orElseThrow()[0];
    Stream<Case> splits =
        target.length > 1
            ? Stream.of()
            : Arrays.stream(rules)
                .skip(2)
                .filter(rule -> rule.matches("[a-z_]+>.*"))
                .map(rule -> split(line[0], rule));
    return Stream.concat(Stream.of(new Case(line[0], whole, target[0], "")), splits);
  }

  private static Case split(String terraform, String rule) {
    String argument = rule.substring(0, rule.indexOf('>'));
    String[] target = rule.substring(rule.indexOf('>') + 1).split("/", -1);
    String given =
        switch (argument) {
          case "policy" -> "  policy = \"{}\"\n";
          case "subnet_ids" -> "  subnet_ids = [\"old\"]\n";
          case "vpc_id" -> "  vpc_id = \"old\"\n";
          default -> "  " + argument + " {\n  }\n";
        };
    return new Case(terraform, terraform, target[0], given);
  }

  private static String[] named(String terraform) {
    return LINES.stream().filter(l -> l[0].equals(terraform)).findFirst().orElseThrow();
  }

  private static String configuration(Case one, boolean linked, Spot spot) {
    String part =
        linked
            ? "resource \"%s\" \"part\" {\n\t%s=%s.b.id # linked\n}\n\n"
                .formatted(one.terraform(), spot.link().orElseThrow(), one.whole())
            : "";
    return """
        # about the resource
        resource "%1$s"  "b" {   // odd
           # inside
        %2$s   }

        %3$sresource "%1$s" "other" {
        %2$s /* nothing */ }
        """
        .formatted(one.whole(), one.given(), part);
  }

  @Test
  void readsBackWhatItWrites() {
    var refused = new TreeSet<String>();
    var wrong = new ArrayList<String>();
    var counts = new TreeMap<String, Integer>();
    for (String[] line : LINES) {
      cases(line).forEach(one ->
          Spots.of(one.whole(), one.type(), Written.SCHEMAS, Written.TERRAFORM).stream()
              .filter(spot -> spot.terraform().equals(one.terraform()))
              .forEach(spot -> {
                check(one, spot, false, refused, wrong, counts);
                if (spot.link().isPresent()) {
                  check(one, spot, true, refused, wrong, counts);
                }
              }));
    }
    System.out.println(counts);
    try {
      java.nio.file.Files.write(java.nio.file.Path.of("/tmp/fast/writer-refused.txt"), refused);
      java.nio.file.Files.write(java.nio.file.Path.of("/tmp/fast/writer-wrong.txt"), wrong);
    } catch (IOException e) { throw new UncheckedIOException(e); }
    assertThat(wrong).isEmpty();
  }

  private static Node value(Spot spot) {
    return switch (spot.form()) {
      case Spot.Form.Same _ -> value(spot, spot.shape());
      case Spot.Form.OutOfList _ -> Written.list(value(spot, spot.shape()));
      case Spot.Form.InList _ -> value(spot, element(spot.shape()));
      case Spot.Form.Pairs(var key, var value) ->
          Written.list(
              Written.map(
                  key, Written.text("a key"), value, value(spot, element(spot.shape()))));
    };
  }

  private static Shape element(Shape shape) {
    return switch (shape) {
      case Shape.ListOf(var element) -> element;
      case Shape.SetOf(var element) -> element;
      case Shape.MapOf(var element) -> element;
      case Shape.Scalar _, Shape.Block _ -> shape;
    };
  }

  private static Node value(Spot spot, Shape shape) {
    Optional<String> word = spot.words().keySet().stream().sorted().findFirst();
    return switch (shape) {
      case Shape.Scalar _ when word.isPresent() -> Written.text(word.get());
      case Shape.Scalar scalar ->
          switch (scalar) {
            case BOOL -> new Node.Bool(true);
            case NUMBER -> Node.num(7);
            case STRING, ANY ->
                spot.property().getLast().endsWith("PolicyDocument")
                    ? Written.map("Version", Written.text("2012-10-17"))
                    : Written.text("set \"${to}\"");
          };
      case Shape.ListOf(var element) -> Written.list(value(spot, element));
      case Shape.SetOf(var element) -> Written.list(value(spot, element));
      case Shape.MapOf(var element) -> Written.map("a key", value(spot, element));
      case Shape.Block _ -> Written.text("set");
    };
  }

  private static void check(
      Case one,
      Spot spot,
      boolean linked,
      TreeSet<String> refused,
      List<String> wrong,
      Map<String, Integer> counts) {
    String text = configuration(one, linked, spot);
    String title =
        spot.terraform() + " " + String.join(".", spot.argument()) + " -> " + one.type() + " " + String.join(".", spot.property()) + (linked ? " (linked)" : "");
    Reading before = Written.read("main.tf", text);
    Optional<Resource> resource = find(before, one);
    if (resource.isEmpty()) {
      wrong.add(title + ": no resource");
      return;
    }
    Node value = value(spot);
    Writing writing = Written.set(before, resource.get(), spot.property(), value);
    switch (writing) {
      case Writing.Refused(var why, _) -> {
        refused.add(title + ": " + why);
        counts.merge("refused", 1, Integer::sum);
      }
      case Writing.Edits(var edits) -> {
        String now = Edits.apply(resource.get().header().file(), edits);
        Optional<String> fault = fault(before, now, one, spot, value, edits);
        fault.ifPresent(f -> wrong.add(title + ": " + f + "\n" + now));
        counts.merge(fault.isPresent() ? "wrong" : "written", 1, Integer::sum);
      }
    }
  }

  private static Optional<Resource> find(Reading reading, Case one) {
    return reading.resources().stream()
        .filter(r -> r.address().equals(one.whole() + ".b") && r.type().equals(one.type()))
        .findFirst();
  }

  private static Optional<String> fault(
      Reading before, String now, Case one, Spot spot, Node value, List<Edit> edits) {
    Reading after = Written.read("main.tf", now);
    if (!after.problems().equals(before.problems()) && !after.problems().isEmpty()) {
      return Optional.of("problems " + after.problems());
    }
    Optional<Resource> resource = find(after, one);
    if (resource.isEmpty()) {
      return Optional.of("no resource afterwards");
    }
    Map<String, String> old = Written.leaves(before);
    var changed = new TreeMap<String, String>();
    Written.leaves(after).forEach((at, leaf) -> {
      if (!leaf.equals(old.get(at))) {
        changed.put(at, leaf);
      }
    });
    String at = resource.get().address() + " " + resource.get().type() + place(resource.get(), spot.property());
    var expected = new LinkedHashMap<String, String>();
    Written.leaves(Value.known(value, Plain.NOWHERE), at, expected);
    keys(resource.get(), spot.property(), expected);
    if (!changed.equals(expected)) {
      return Optional.of("changed " + changed + " instead of " + expected);
    }
    var gone = new TreeSet<>(old.keySet());
    gone.removeAll(Written.leaves(after).keySet());
    gone.removeIf(leaf -> leaf.startsWith(at));
    if (!gone.isEmpty()) {
      return Optional.of("lost " + gone);
    }
    Writing again = Written.set(after, resource.get(), spot.property(), value);
    return again.equals(new Writing.Edits(List.of()))
        ? Optional.empty()
        : Optional.of("not at rest: " + again);
  }

  /// The place of a property, each named element by its index.
  private static String place(Resource resource, List<String> path) {
    var at = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      at.append('/').append(index(resource, path, i));
    }
    return at.toString();
  }

  private static String index(Resource resource, List<String> path, int step) {
    if (!path.get(step).contains("=")) {
      return path.get(step);
    }
    Optional<Value<Node>> element = Plain.at(resource.properties(), path.subList(0, step + 1));
    Optional<Value<Node>> list = Plain.at(resource.properties(), path.subList(0, step));
    return element.isPresent()
            && list.flatMap(Value::sole).orElse(null) instanceof Node.Items(var items, _)
        ? String.valueOf(items.indexOf(element.get()))
        : "?";
  }

  private static void keys(Resource resource, List<String> path, Map<String, String> into) {
    for (int i = 0; i < path.size(); i++) {
      int equals = path.get(i).indexOf('=');
      if (equals > 0) {
        String at = resource.address() + " " + resource.type() + place(resource, path.subList(0, i + 1));
        into.put(at + "/" + path.get(i).substring(0, equals), path.get(i).substring(equals + 1));
      }
    }
  }

  @Test
  void writesInsideItsEditsOnly() {
    SourceFile file = SourceFile.of("main.tf", "a");
    assertThat(Edits.apply(file, List.of())).isEqualTo("a");
  }
}
