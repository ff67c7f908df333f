package dev.postern.readers.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Node;
import dev.postern.model.TerraformType.Argument;
import dev.postern.model.TerraformType.Mode;
import dev.postern.model.TerraformType.Shape;
import dev.postern.readers.terraform.lens.Spot;
import dev.postern.readers.terraform.lens.Spots;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each property that a lens says, set by itself in a resource that says nothing: read again, it is
/// there and nothing else has changed; set to something else, it is that. `unwritten.txt` lists the
/// arguments that say no property by themselves, and what is refused, with the reason.
class LensWritingTest {
  /// So many arguments have been written and read back.
  private static final int MOST = 4797;

  private static final int DEEPEST = 7;

  /// What every type has and no property is.
  private static final Set<String> NO_SETTING = Set.of("id", "region", "tags_all", "timeouts");

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
    var unwritten = new TreeSet<String>();
    var wrong = new ArrayList<String>();
    int lenses = 0;
    int spots = 0;
    for (String[] line : LINES) {
      List<Case> cases = cases(line).toList();
      var told = new HashSet<List<String>>();
      for (Case one : cases) {
        for (Spot spot : spots(one)) {
          told.add(spot.argument());
          spots++;
          check(one, spot, false, unwritten, wrong);
          if (spot.link().isPresent()) {
            check(one, spot, true, unwritten, wrong);
          }
        }
      }
      lenses += cases.isEmpty() ? 0 : 1;
      if (!cases.isEmpty()) {
        unsaid(cases.getFirst(), told, unwritten);
      }
    }
    List<String> known = resource("unwritten.txt").lines().toList();

    assertThat(wrong).isEmpty();
    assertThat(unwritten).as("%d lenses, %d arguments", lenses, spots).isSubsetOf(known);
    assertThat(known).as("what is written by now").isSubsetOf(unwritten);
    assertThat(spots).isGreaterThanOrEqualTo(MOST);
  }

  private static List<Spot> spots(Case one) {
    return Spots.of(one.whole(), one.type(), Written.SCHEMAS, Written.TERRAFORM).stream()
        .filter(spot -> spot.terraform().equals(one.terraform()))
        .toList();
  }

  /// Adds what says no property by itself: each argument, or a block with all that is in it.
  private static void unsaid(Case one, Set<List<String>> told, Set<String> into) {
    Map<String, Argument> arguments =
        Written.TERRAFORM.resource(one.terraform()).orElseThrow().arguments();
    var top = new LinkedHashMap<>(arguments);
    top.keySet().removeAll(NO_SETTING);
    spots(one).stream().flatMap(spot -> spot.link().stream()).forEach(top::remove);
    unsaid(one.terraform(), List.of(), top, told, into);
  }

  private static void unsaid(
      String type,
      List<String> at,
      Map<String, Argument> arguments,
      Set<List<String>> told,
      Set<String> into) {
    for (Argument argument : arguments.values()) {
      if (argument.mode() != Mode.COMPUTED && at.size() < DEEPEST) {
        var path = new ArrayList<>(at);
        path.add(argument.name());
        boolean some =
            told.stream()
                .anyMatch(p -> p.size() >= path.size() && p.subList(0, path.size()).equals(path));
        Shape element = element(argument.shape());
        if (!some) {
          into.add(type + " " + String.join(".", path) + ": " + reason(type, argument.name()));
        } else if (element instanceof Shape.Block(_, var inner)) {
          unsaid(type, path, inner, told, into);
        }
      }
    }
  }

  private static String reason(String type, String argument) {
    boolean more =
        LINES.stream()
            .filter(line -> line[0].equals(type))
            .flatMap(Arrays::stream)
            .anyMatch(rule -> rule.startsWith("@") && rule.endsWith("?" + argument));
    return more ? "says more than one property" : "no property by itself";
  }

  private static Node value(Spot spot, boolean first) {
    return switch (spot.form()) {
      case Spot.Form.Same _ -> value(spot, spot.shape(), first);
      case Spot.Form.OutOfList _ -> Written.list(value(spot, spot.shape(), first));
      case Spot.Form.InList _ -> value(spot, element(spot.shape()), first);
      case Spot.Form.Pairs(var key, var value) ->
          Written.list(
              Written.map(
                  key, Written.text("a key"), value, value(spot, element(spot.shape()), first)));
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

  private static Node value(Spot spot, Shape shape, boolean first) {
    Optional<String> word = spot.words().keySet().stream().sorted().skip(first ? 0 : 1).findFirst();
    return switch (shape) {
      case Shape.Scalar _ when word.isPresent() -> Written.text(word.get());
      case Shape.Scalar scalar ->
          switch (scalar) {
            case BOOL -> new Node.Bool(first);
            case NUMBER -> Node.num(first ? 7 : 8);
            case STRING, ANY ->
                spot.property().getLast().endsWith("PolicyDocument")
                    ? Written.map("Version", Written.text(first ? "2012-10-17" : "2008-10-17"))
                    : Written.text(first ? "set \"${to}\"" : "other");
          };
      case Shape.ListOf(var element) -> Written.list(value(spot, element, first));
      case Shape.SetOf(var element) -> Written.list(value(spot, element, first));
      case Shape.MapOf(var element) -> Written.map("a key", value(spot, element, first));
      case Shape.Block _ -> Written.text("set");
    };
  }

  private static void check(
      Case one, Spot spot, boolean linked, Set<String> unwritten, List<String> wrong) {
    String title =
        spot.terraform() + " " + String.join(".", spot.argument()) + (linked ? " (linked)" : "");
    String address = one.whole() + ".b";
    String text = configuration(one, linked, spot);
    for (boolean first : List.of(true, false)) {
      Step step =
          Step.set("main.tf", text, address, one.type(), spot.property(), value(spot, first));
      step.refused().ifPresent(r -> unwritten.add(title + ": " + r.why()));
      step.fault().ifPresent(fault -> wrong.add(title + ": " + fault + "\n" + step.text()));
      text = step.text();
    }
  }
}
