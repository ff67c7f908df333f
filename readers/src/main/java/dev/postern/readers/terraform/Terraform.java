package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.TerraformSchemas;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.source.Sources;
import dev.postern.text.Comment;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.value.Value;
import dev.postern.value.World;
import dev.postern.work.Parallel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads one root folder of Terraform.
public final class Terraform {
  private Terraform() {}

  /// What the user gives on the command line.
  ///
  /// @param variables `--var`: name to expression or bare string
  /// @param variableFiles `--var-file`: paths
  public record Inputs(Map<String, String> variables, List<String> variableFiles) {
    public static final Inputs NONE = new Inputs(Map.of(), List.of());
  }

  /// Every resource instance of a root folder and the modules that it calls.
  ///
  /// @param variables the root's `variable` blocks, by name
  /// @param locals what its `locals` blocks declare, by name
  /// @param folders the folders of all modules that were read, the root first
  public record Configuration(
      List<TerraformResource> resources,
      Map<String, Block> variables,
      Map<String, Attribute> locals,
      Map<String, Value<Node>> outputs,
      List<String> folders,
      List<Comment> comments,
      List<SourceFile> files,
      List<Problem> problems) {}

  public static Configuration read(
      Sources sources, String root, Inputs inputs, TerraformSchemas schemas) {
    return Parallel.deep(() -> evaluated(sources, root, inputs, schemas));
  }

  private static Configuration evaluated(
      Sources sources, String root, Inputs inputs, TerraformSchemas schemas) {
    var loader = new Loader(sources);
    var resources = new ArrayList<TerraformResource>();
    Map<String, Value<Node>> outputs = new LinkedHashMap<>();
    Optional<ModuleSource> source = loader.module(root);
    if (source.isPresent()) {
      var project = new Project(root, loader, new Computed(schemas));
      Map<String, Supplier<Value<Node>>> variables =
          new VariableFiles(loader, source.get()).values(root, inputs);
      var instance =
          new ModuleInstance(source.get(), ModuleInstance.Place.ROOT, variables, project);
      instance.resources(List.of(World.ANY), Optional.empty(), resources);
      outputs.putAll(instance.outputs());
    }
    return new Configuration(
        resources,
        source.map(ModuleSource::variables).orElse(Map.of()),
        source.map(ModuleSource::locals).orElse(Map.of()),
        outputs,
        loader.folders(),
        loader.comments(),
        loader.files(),
        loader.problems().stream().distinct().toList());
  }
}
