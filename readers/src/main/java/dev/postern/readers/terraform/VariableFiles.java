package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Hcl;
import dev.postern.readers.json.Json;
import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The values of root variables, later ones over earlier ones: `terraform.tfvars`,
/// `terraform.tfvars.json`, `*.auto.tfvars` and `*.auto.tfvars.json` by name, then what the command
/// line gives (Terraform language, "Variable Definition Precedence").
final class VariableFiles {
  private final Loader loader;
  private final ModuleSource module;
  private final Map<String, Supplier<Value<Node>>> values = new LinkedHashMap<>();
  private final List<Map.Entry<String, Value<Node>>> settings = new ArrayList<>();

  VariableFiles(Loader loader, ModuleSource module) {
    this.loader = loader;
    this.module = module;
  }

  /// Everything that the files say, in order, also what later ones replace or nobody declares.
  List<Map.Entry<String, Value<Node>>> settings() {
    return settings;
  }

  Map<String, Supplier<Value<Node>>> values(String root, Terraform.Inputs inputs) {
    String prefix = root.isEmpty() ? "" : root + "/";
    loader.sources().read(prefix + "terraform.tfvars").ifPresent(this::add);
    loader.sources().read(prefix + "terraform.tfvars.json").ifPresent(this::add);
    loader.sources().files(root).stream()
        .filter(path -> path.endsWith(".auto.tfvars") || path.endsWith(".auto.tfvars.json"))
        .forEach(path -> loader.sources().read(path).ifPresent(this::add));
    for (String path : inputs.variableFiles()) {
      Optional<SourceFile> file = loader.sources().read(path);
      file.ifPresent(this::add);
      if (file.isEmpty()) {
        report(
            Problem.error(
                "variable file `%s` cannot be read".formatted(path),
                SourceFile.of(path, "").all()));
      }
    }
    inputs.variables().forEach(this::given);
    missing();
    return values;
  }

  private void report(Problem problem) {
    loader.problems().add(problem);
  }

  private void add(SourceFile file) {
    if (file.path().endsWith(".json")) {
      Document document = Json.parse(file);
      loader.files().add(file);
      loader.problems().addAll(document.problems());
      for (Tree root : document.roots()) {
        if (root instanceof Tree.Mapping mapping) {
          mapping.entries().forEach(e -> put(e.key(), e.keySpan(), Trees.value(e.value())));
        }
      }
      return;
    }
    for (Attribute attribute : loader.parse(file).body().attributes()) {
      put(attribute.name(), attribute.nameSpan(), Constants.value(attribute.value()));
    }
  }

  private void put(String name, Span at, Value<Node> value) {
    settings.add(Map.entry(name, value));
    if (module.variables().containsKey(name)) {
      values.put(name, () -> value);
    } else {
      report(Problem.warning("variable `%s` is not declared".formatted(name), at));
    }
  }

  /// A variable of a primitive type takes its text as it is; of another type, an expression.
  private void given(String name, String text) {
    SourceFile file = SourceFile.of("--var " + name, text);
    if (!module.variables().containsKey(name)) {
      report(Problem.error("variable `%s` is not declared".formatted(name), file.all()));
      return;
    }
    boolean structured =
        Optional.ofNullable(module.variables().get(name))
            .flatMap(block -> block.body().attribute("type"))
            .map(type -> type.value().span().text())
            .filter(
                type -> !type.equals("string") && !type.equals("number") && !type.equals("bool"))
            .isPresent();
    Value<Node> value =
        structured
            ? Constants.value(Hcl.expression(file).expression())
            : Value.known(Text.of(text, Origin.written(file.all())), Origin.written(file.all()));
    values.put(name, () -> value);
  }

  private void missing() {
    module
        .variables()
        .forEach((name, block) -> {
          if (!values.containsKey(name) && block.body().attribute("default").isEmpty()) {
            report(
                Problem.info(
                    "`var.%s` has no value; what depends on it is left open".formatted(name),
                    block.header()));
          }
        });
  }
}
