package dev.postern.readers.plan;

import dev.postern.data.TerraformTypes;
import dev.postern.model.TerraformSchemas;
import dev.postern.readers.json.Json;
import dev.postern.readers.source.GivenSources;
import dev.postern.readers.terraform.Terraform;
import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder with source and the plan of it.
///
/// @param root what the source may reach; the folder lies in it
record Folder(String name, Path root, Path path) {
  static final TerraformSchemas SCHEMAS = new TerraformTypes();
  private static final Path OWN =
      Path.of(System.getProperty("postern.root"), "readers/src/test/resources/plan");

  /// What the plans of all own cases show.
  static final Defaults OWN_DEFAULTS =
      Defaults.of(own().stream().filter(f -> Files.exists(f.plan())).map(Folder::tree).toList());

  static List<Folder> own() {
    return in(OWN);
  }

  static Path own(String file) {
    return OWN.resolve(file);
  }

  private static List<Folder> in(Path parent) {
    try (Stream<Path> all = Files.list(parent)) {
      return all.filter(Files::isDirectory)
          .sorted()
          .map(path -> new Folder(path.getFileName() + "", path, path))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path plan() {
    return path.resolve("plan.json");
  }

  Terraform.Configuration source() {
    Map<String, String> texts = new HashMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        boolean given = !name.endsWith("plan.json") && !name.contains(".terraform/");
        if (given && Files.size(file) < 1_000_000) {
          texts.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String here = root.relativize(path).toString();
    return Terraform.read(new GivenSources(texts), here, Terraform.Inputs.NONE, SCHEMAS);
  }

  /// What was read of it beside its plan.
  Comparison.Result compared(Terraform.Configuration read, Defaults defaults) {
    return Comparison.of(read.resources(), tree(), defaults, SCHEMAS);
  }

  Tree tree() {
    return recorded().roots().getFirst();
  }

  Document recorded() {
    try {
      return Json.parse(SourceFile.of("plan.json", Files.readString(plan())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
