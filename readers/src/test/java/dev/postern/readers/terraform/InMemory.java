package dev.postern.readers.terraform;

import dev.postern.model.TerraformSchemas;
import dev.postern.model.TerraformType;
import dev.postern.readers.source.Sources;
import dev.postern.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Files that a test writes, by path.
final class InMemory implements Sources {
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

  private final TreeMap<String, SourceFile> files = new TreeMap<>();

  InMemory(Map<String, String> texts) {
    texts.forEach((path, text) -> files.put(path, SourceFile.of(path, text)));
  }

  static Terraform.Configuration configuration(String text) {
    return configuration(Map.of("main.tf", text));
  }

  static Terraform.Configuration configuration(Map<String, String> texts) {
    return Terraform.read(new InMemory(texts), "", Terraform.Inputs.NONE, NO_SCHEMAS);
  }

  @Override
  public List<String> files(String folder) {
    return files.keySet().stream()
        .filter(path -> path.substring(0, Math.max(0, path.lastIndexOf('/'))).equals(folder))
        .toList();
  }

  @Override
  public Optional<SourceFile> read(String path) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public boolean isInside(String path) {
    return !path.startsWith("..");
  }
}
