package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.TerraformSchemas;
import dev.postern.readers.hcl.Attribute;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Hcl;
import dev.postern.readers.hcl.HclFile;
import dev.postern.readers.source.Sources;
import dev.postern.readers.tree.Tree;
import dev.postern.text.Comment;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import dev.postern.work.Parallel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
  /// @param rest what none of these tells
  /// @param folders the folders of all modules that were read, the root first
  public record Configuration(
      List<TerraformResource> resources,
      Map<String, Block> variables,
      Map<String, Attribute> locals,
      Map<String, Value<Node>> outputs,
      Rest rest,
      List<String> folders,
      List<Comment> comments,
      List<SourceFile> files,
      List<Problem> problems) {

    /// Resources that come from no source, as those of a state.
    public static Configuration of(
        List<TerraformResource> resources, List<SourceFile> files, List<Problem> problems) {
      return of(resources, Map.of(), files, problems);
    }

    /// Resources and variables that come from no source, as those of a plan.
    public static Configuration of(
        List<TerraformResource> resources,
        Map<String, Block> variables,
        List<SourceFile> files,
        List<Problem> problems) {
      return new Configuration(
          resources,
          variables,
          Map.of(),
          Map.of(),
          new Rest(List.of(), List.of(), List.of()),
          List.of(),
          List.of(),
          files,
          problems);
    }
  }

  /// What is written and leads to no resource by itself.
  ///
  /// @param settings what variable files say, by the name of a variable
  /// @param blocks those of providers, backends, data sources, module calls and checks, resources
  ///   that have no instance, and what modules that are called declare
  /// @param texts the files that functions read
  public record Rest(
      List<Map.Entry<String, Value<Node>>> settings, List<Block> blocks, List<SourceFile> texts) {}

  /// The blocks of one file, in whichever of the two syntaxes it is.
  public static HclFile parse(SourceFile file) {
    return file.path().endsWith(".json") ? JsonSyntax.parse(file) : Hcl.parse(file);
  }

  /// The `variable` blocks that are told in JSON, by name.
  public static Map<String, Block> variables(Tree.Entry declared) {
    Map<String, Block> all = new LinkedHashMap<>();
    JsonSyntax.variables(declared)
        .forEach(block -> all.put(block.labels().getFirst().text(), block));
    return all;
  }

  public static Configuration read(
      Sources sources, String root, Inputs inputs, TerraformSchemas schemas) {
    return Parallel.deep(() -> evaluated(sources, root, inputs, schemas));
  }

  /// The text that `aws_iam_policy_document` makes of its arguments.
  public static Value<Node> policyDocument(
      Node.Fields arguments, Origin at, Consumer<Problem> problems) {
    return DataSources.encoded(new PolicyDocuments(problems, at).document(arguments), at);
  }

  private static Configuration evaluated(
      Sources sources, String root, Inputs inputs, TerraformSchemas schemas) {
    var loader = new Loader(sources);
    var resources = new ArrayList<TerraformResource>();
    Map<String, Value<Node>> outputs = new LinkedHashMap<>();
    Optional<ModuleSource> source = loader.module(root);
    List<Map.Entry<String, Value<Node>>> settings = List.of();
    if (source.isPresent()) {
      var project = new Project(root, loader, new Computed(schemas));
      var files = new VariableFiles(loader, source.get());
      Map<String, Supplier<Value<Node>>> variables = files.values(root, inputs);
      settings = files.settings();
      var instance =
          new ModuleInstance(source.get(), ModuleInstance.Place.ROOT, variables, project);
      instance.resources(List.of(World.ANY), Optional.empty(), resources);
      outputs.putAll(instance.outputs());
    }
    var problems = new LinkedHashSet<>(loader.problems());
    problems.addAll(Refusals.of(resources, loader.problems()));
    return new Configuration(
        resources,
        source.map(ModuleSource::variables).orElse(Map.of()),
        source.map(ModuleSource::locals).orElse(Map.of()),
        outputs,
        new Rest(settings, rest(loader, source, resources), loader.texts()),
        loader.folders(),
        loader.comments(),
        loader.files(),
        List.copyOf(problems));
  }

  private static List<Block> rest(
      Loader loader, Optional<ModuleSource> root, List<TerraformResource> resources) {
    Set<Span> told = new HashSet<>();
    resources.forEach(resource -> told.add(resource.block().span()));
    root.stream()
        .flatMap(module -> module.blocks().stream())
        .filter(block -> List.of("variable", "locals", "output").contains(block.type()))
        .forEach(block -> told.add(block.span()));
    return loader.modules().stream()
        .flatMap(module -> module.blocks().stream())
        .filter(block -> !told.contains(block.span()))
        .toList();
  }
}
