package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Hcl;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The values of root variables, later ones over earlier ones: `terraform.tfvars`, `*.auto.tfvars`
/// by name, then what the command line gives (Terraform language, "Variable Definition
/// Precedence").
final class VariableFiles {
  private final Loader loader;

  VariableFiles(Loader loader) {
    this.loader = loader;
  }

  Map<String, Value<Node>> values(String root, ModuleSource module, Terraform.Inputs inputs) {
    var values = new LinkedHashMap<String, Value<Node>>();
    String prefix = root.isEmpty() ? "" : root + "/";
    loader.sources().read(prefix + "terraform.tfvars").ifPresent(file -> add(file, values));
    loader.sources().files(root).stream()
        .filter(path -> path.endsWith(".auto.tfvars"))
        .forEach(path -> loader.sources().read(path).ifPresent(file -> add(file, values)));
    for (String path : inputs.variableFiles()) {
      Optional<SourceFile> file = loader.sources().read(path);
      file.ifPresent(f -> add(f, values));
      if (file.isEmpty()) {
        loader
            .problems()
            .add(
                Problem.error(
                    "variable file `%s` cannot be read".formatted(path),
                    SourceFile.of(path, "").all()));
      }
    }
    inputs.variables().forEach((name, text) -> values.put(name, given(name, text, module)));
    return values;
  }

  private void add(SourceFile file, Map<String, Value<Node>> values) {
    for (Attribute attribute : loader.parse(file).body().attributes()) {
      values.put(attribute.name(), Constants.value(attribute.value()));
    }
  }

  /// A variable of a primitive type takes its text as it is; of another type, an expression.
  private Value<Node> given(String name, String text, ModuleSource module) {
    SourceFile file = SourceFile.of("--var " + name, text);
    boolean structured =
        Optional.ofNullable(module.variables().get(name))
            .flatMap(block -> block.body().attribute("type"))
            .map(type -> type.value().span().text())
            .filter(
                type -> !type.equals("string") && !type.equals("number") && !type.equals("bool"))
            .isPresent();
    if (structured) {
      return Constants.value(Hcl.expression(file).expression());
    }
    return Value.known(Text.of(text, Origin.written(file.all())), Origin.written(file.all()));
  }
}
