package dev.postern.readers.plan;

import dev.postern.model.Node;
import dev.postern.model.TerraformSchemas;
import dev.postern.model.TerraformType;
import dev.postern.readers.hcl.Block;
import dev.postern.readers.hcl.Body;
import dev.postern.readers.terraform.Terraform;
import dev.postern.readers.terraform.TerraformResource;
import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what Terraform plans to make, or has made.
public final class Plans {
  private Plans() {}

  /// What a document of Terraform's is.
  public enum Kind {
    PLAN,
    STATE
  }

  /// What the document is; empty where it is neither.
  public static Optional<Kind> kind(Document document) {
    Optional<Tree> root = document.roots().stream().findFirst();
    boolean terraform = root.flatMap(r -> Trail.text(r, "terraform_version")).isPresent();
    if (!terraform) {
      return Optional.empty();
    }
    Tree tree = root.get();
    boolean plan =
        Trail.find(tree, "planned_values").isPresent()
            || Trail.find(tree, "resource_changes").isPresent();
    boolean state =
        Trail.find(tree, "values").isPresent()
            || (Trail.find(tree, "version").isPresent() && Trail.find(tree, "serial").isPresent());
    return plan ? Optional.of(Kind.PLAN) : state ? Optional.of(Kind.STATE) : Optional.empty();
  }

  /// The resource instances that will be there once the plan is applied, or that are there.
  public static Terraform.Configuration read(Document document, TerraformSchemas schemas) {
    Tree root = document.roots().getFirst();
    var problems = new ArrayList<>(document.problems());
    Span start = document.file().span(0, 0);
    if (Trail.isTrue(Trail.find(root, "errored"))) {
      problems.add(Problem.error("the plan ended with an error and is not complete", start));
    }
    Trail.text(root, "version")
        .filter(version -> !version.equals("4"))
        .ifPresent(version ->
            problems.add(
                Problem.error(
                    "states of version %s are not read; Terraform writes version 4"
                        .formatted(version),
                    start)));
    List<Recorded> recorded = Recordings.of(root);
    List<Recorded> data = Recordings.data(root);
    var configured = new Configured(root, Stream.concat(recorded.stream(), data.stream()).toList());
    var documents = new Documents(data, configured, schemas, problems::add);
    List<TerraformResource> resources =
        recorded.stream().map(r -> resource(r, configured, documents, schemas)).toList();
    return Terraform.Configuration.of(
        resources, variables(root), List.of(document.file()), problems);
  }

  private static Map<String, Block> variables(Tree root) {
    return Trail.entries(root, "configuration", "root_module").stream()
        .filter(entry -> entry.key().equals("variables"))
        .findFirst()
        .map(Terraform::variables)
        .orElse(Map.of());
  }

  /// The same resources at the places of the source that they come from.
  ///
  /// @param source the folder that the plan was made of
  public static Terraform.Configuration located(
      Terraform.Configuration recorded, Terraform.Configuration source) {
    return Located.in(recorded, source);
  }

  private static TerraformResource resource(
      Recorded recorded, Configured configured, Documents documents, TerraformSchemas schemas) {
    Map<String, TerraformType.Argument> arguments =
        schemas.resource(recorded.type()).map(TerraformType::arguments).orElse(Map.of());
    Node.Fields body = new Values(recorded, configured, documents).body(arguments);
    return new TerraformResource(
        recorded.address(),
        recorded.type(),
        block(configured.instances().first(recorded)),
        body,
        List.of(World.ANY),
        Optional.empty());
  }

  /// The block that the resource would have in source, at its first instance.
  private static Block block(Recorded recorded) {
    Span header = recorded.header();
    String name = recorded.name().substring(recorded.type().length() + 1);
    return new Block(
        "resource",
        header,
        List.of(new Block.Label(recorded.type(), header), new Block.Label(name, header)),
        new Body(List.of(), header),
        header,
        recorded.whole());
  }
}
