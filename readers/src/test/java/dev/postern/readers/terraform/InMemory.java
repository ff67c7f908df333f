package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.TerraformSchemas;
import dev.postern.model.TerraformType;
import dev.postern.readers.source.GivenSources;
import dev.postern.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Files that a test writes, by path.
final class InMemory {
  /// No resource type has a schema.
  static final TerraformSchemas NO_SCHEMAS =
      new TerraformSchemas() {
        @Override
        public String version() {
          return "0";
        }

        @Override
        public Optional<TerraformType> resource(String type) {
          return Optional.empty();
        }

        @Override
        public Optional<TerraformType> dataSource(String type) {
          return Optional.empty();
        }

        @Override
        public boolean known(String type) {
          return false;
        }
      };

  private InMemory() {}

  static Terraform.Configuration configuration(String text) {
    return configuration(Map.of("main.tf", text));
  }

  static Terraform.Configuration configuration(Map<String, String> texts) {
    return Terraform.read(new GivenSources(texts), "", Terraform.Inputs.NONE, NO_SCHEMAS);
  }

  static Value<Node> output(Terraform.Configuration read, String name) {
    return Objects.requireNonNull(read.outputs().get(name), name);
  }

  static String body(Terraform.Configuration read, String address) {
    TerraformResource found =
        read.resources().stream()
            .filter(r -> r.address().equals(address))
            .findFirst()
            .orElseThrow(() -> new AssertionError(addresses(read).toString()));
    return Shown.of(Value.known(found.body(), Nodes.NOWHERE));
  }

  static List<String> addresses(Terraform.Configuration read) {
    return read.resources().stream()
        .map(r -> r.address() + (r.when().getFirst().facts().isEmpty() ? "" : " when " + r.when()))
        .toList();
  }

  static List<String> problems(Terraform.Configuration read) {
    return read.problems().stream().map(p -> p.level() + " " + p.message()).toList();
  }

  static String shown(Terraform.Configuration read, String name) {
    return Shown.of(output(read, name));
  }
}
