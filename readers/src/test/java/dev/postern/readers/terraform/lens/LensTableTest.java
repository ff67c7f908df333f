package dev.postern.readers.terraform.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.PropertySchema;
import dev.postern.model.Resource;
import dev.postern.model.Schemas;
import dev.postern.model.TerraformType;
import dev.postern.model.TerraformType.Argument;
import dev.postern.model.TypeSchema;
import dev.postern.readers.terraform.lens.Lens.Step;
import dev.postern.readers.terraform.lens.Lens.Target;
import dev.postern.view.iam.ResourcePolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LensTableTest {
  private static final Schemas TYPES = new PosternTypes(Shown.SCHEMAS);

  /// Arguments of older providers, which the current schema has no more.
  private static final List<String> OLD = List.of("aws_db_instance name");

  /// Arguments that say how Terraform or the user goes about it: rules name their group where
  /// `self` is true, and parameters are a map without the time at which they take effect.
  private static final List<String> UNSAID = List.of("self", "apply_method");

  static Stream<String> lenses() {
    return LensTable.load().all().stream().map(Lens::terraform);
  }

  private static Lens lens(String name) {
    return LensTable.load().find(name).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("lenses")
  void namesWhatExists(String name) {
    Lens lens = lens(name);
    TypeSchema type = TYPES.type(lens.type()).orElseThrow(() -> new AssertionError(lens.type()));
    Map<String, Argument> arguments = arguments(name);

    lens.into().ifPresent(argument -> assertThat(arguments).containsKey(argument));
    lens.each().ifPresent(argument -> assertThat(arguments).containsKey(argument));
    lens.constants()
        .forEach(constant -> {
          assertThat(type.properties()).containsKey(constant.property());
          constant.given().ifPresent(argument -> assertThat(arguments).containsKey(argument));
        });
    lens.splits()
        .forEach((argument, split) -> {
          TypeSchema part = TYPES.type(split.type()).orElseThrow();
          assertThat(arguments).containsKey(argument);
          assertThat(part.properties()).containsKey(split.back());
          split.value().ifPresent(value -> assertThat(part.properties()).containsKey(value));
        });
    lens.renames()
        .forEach((path, target) -> {
          if (!OLD.contains(name + " " + path)) {
            check(lens, type, arguments, path, target);
          }
        });
  }

  @Test
  void everyResourcePolicyIsOfATypeThatExists() {
    assertThat(ResourcePolicy.TYPE.types())
        .filteredOn(type -> !type.equals("Postern::IAM::PolicyDocument"))
        .allSatisfy(type -> assertThat(TYPES.type(type)).as(type).isPresent());
  }

  private static Map<String, Argument> arguments(String name) {
    int slash = name.indexOf('/');
    String type = slash < 0 ? name : name.substring(0, slash);
    TerraformType terraform =
        Shown.TERRAFORM.resource(type).orElseThrow(() -> new AssertionError("no type " + type));
    boolean block = slash >= 0 && terraform.argument(name.substring(slash + 1)).isPresent();
    return block ? inside(terraform.argument(name.substring(slash + 1))) : terraform.arguments();
  }

  private static Map<String, Argument> inside(Optional<Argument> argument) {
    return argument
        .map(a ->
            switch (a.shape()) {
              case TerraformType.Shape.Block(_, var nested) -> nested;
              case TerraformType.Shape.ListOf(TerraformType.Shape.Block(_, var nested)) -> nested;
              case TerraformType.Shape.SetOf(TerraformType.Shape.Block(_, var nested)) -> nested;
              default -> Map.<String, Argument>of();
            })
        .orElse(Map.of());
  }

  /// Follows a path through both schemas at once: where a block goes decides where its arguments
  /// go.
  private static void check(
      Lens lens, TypeSchema type, Map<String, Argument> arguments, String path, Target target) {
    String where = lens.terraform() + " " + path;
    Map<String, PropertySchema> here = type.properties();
    Map<String, Argument> inside = arguments;
    if (lens.renames().containsKey(".") && !path.equals(".")) {
      here = follow(type, here, lens.renames().get(".").path(), where);
    }
    String[] names = path.equals(".") ? new String[0] : path.split("\\.");
    var before = new StringBuilder();
    for (int i = 0; i < names.length - 1; i++) {
      assertThat(inside).as(where).containsKey(names[i]);
      inside = inside(Optional.of(inside.get(names[i])));
      before.append(before.isEmpty() ? "" : ".").append(names[i]);
      Target block = lens.renames().get(before.toString());
      Map<String, PropertySchema> at = here;
      here =
          block == null
              ? Names.match(names[i], here, Optional.empty())
                  .map(p -> type.inside(p.shape()))
                  .orElseGet(() -> rest(lens, type, at, before.toString(), where))
              : follow(type, here, block.path(), where);
    }
    if (names.length > 0 && !names[names.length - 1].equals("*")) {
      assertThat(inside).as(where).containsKey(names[names.length - 1]);
    }
    follow(type, here, target.path(), where);
  }

  private static Map<String, PropertySchema> rest(
      Lens lens, TypeSchema type, Map<String, PropertySchema> here, String path, String where) {
    int dot = path.lastIndexOf('.');
    Target rest = lens.renames().get(path.substring(0, dot + 1) + "*");
    assertThat(rest).as(where).isNotNull();
    Map<String, PropertySchema> inside = follow(type, here, rest.path(), where);
    return Names.match(path.substring(dot + 1), inside, Optional.empty())
        .map(p -> type.inside(p.shape()))
        .orElseThrow(() -> new AssertionError(where));
  }

  private static Map<String, PropertySchema> follow(
      TypeSchema type, Map<String, PropertySchema> from, List<Step> path, String where) {
    Map<String, PropertySchema> here = from;
    for (Step step : path) {
      assertThat(here).as(where).containsKey(step.name());
      PropertySchema.Shape shape = here.get(step.name()).shape();
      here = Blocks.inside(element(shape), Optional.of(type));
    }
    return here;
  }

  private static PropertySchema.Shape element(PropertySchema.Shape shape) {
    return shape instanceof PropertySchema.Shape.ListOf(var e)
            && e == PropertySchema.Shape.Scalar.TAG
        ? Blocks.TAG
        : shape;
  }

  @ParameterizedTest
  @MethodSource("lenses")
  void losesNothing(String name) {
    if (name.contains("/")) {
      return;
    }
    var sample = Samples.of(Shown.TERRAFORM.resource(name).orElseThrow());
    String shown = String.join("\n", Shown.of(Samples.lensed(List.of(sample.resource()))));

    assertThat(sample.paths())
        .filteredOn(path -> !UNSAID.contains(path.substring(path.lastIndexOf('.') + 1)))
        .allSatisfy(path -> assertThat(shown).contains("<" + path + ">"));
  }

  /// As [#losesNothing], for parts of another resource: they are joined to an empty one.
  @ParameterizedTest
  @MethodSource("lenses")
  void losesNothingWhenJoined(String name) {
    Lens lens = lens(name);
    if (name.contains("/") || lens.into().isEmpty()) {
      return;
    }
    var sample = Samples.of(Shown.TERRAFORM.resource(name).orElseThrow());
    String whole =
        lenses()
            .filter(l -> !l.contains("/") && lens(l).into().isEmpty())
            .filter(l -> lens(l).type().equals(lens.type()))
            .findFirst()
            .orElseThrow();
    List<Resource> joined =
        Samples.lensed(List.of(Samples.empty(whole), Samples.linked(sample, lens, whole)));
    String shown = String.join("\n", Shown.of(joined));

    assertThat(joined).as(shown).noneMatch(r -> r.type().startsWith("terraform:"));
    assertThat(sample.paths())
        .filteredOn(path -> !path.equals(lens.into().get()))
        .allSatisfy(path -> assertThat(shown).contains("<" + path + ">"));
  }

  @Test
  void hasEveryTypeOnce() {
    Map<String, Long> lines =
        LensTable.text("lenses.tsv")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(
                Collectors.groupingBy(
                    line -> line.split("\t", -1)[0], LinkedHashMap::new, Collectors.counting()));
    var twice = new ArrayList<String>();
    lines.forEach((name, count) -> {
      if (count > 1) {
        twice.add(name);
      }
    });

    assertThat(twice).isEmpty();
    assertThat(lines).hasSizeGreaterThan(150);
  }
}
