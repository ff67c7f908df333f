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
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what Terraform plans to make, or has made.
public final class Plans {
  private static final Pattern IDENTIFIER = Pattern.compile("arn:.+|[a-z]+-[0-9a-f]{8,17}");

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
    Map<String, Target> ids = ids(recorded);
    Map<String, Value<Node>> documents = documents(root, ids, problems);
    var configured = new Configured(root, recorded, documents.keySet());
    List<TerraformResource> resources =
        recorded.stream()
            .map(r -> resource(r, new Values(r, configured.of(r), ids, documents), schemas))
            .toList();
    return Terraform.Configuration.of(resources, List.of(document.file()), problems);
  }

  /// The same resources at the places of the source that they come from.
  ///
  /// @param source the folder that the plan was made of
  public static Terraform.Configuration located(
      Terraform.Configuration recorded, Terraform.Configuration source) {
    return Located.in(recorded, source);
  }

  private static TerraformResource resource(
      Recorded recorded, Values values, TerraformSchemas schemas) {
    Map<String, TerraformType.Argument> arguments =
        schemas.resource(recorded.type()).map(TerraformType::arguments).orElse(Map.of());
    Node.Fields body = values.body(arguments);
    return new TerraformResource(
        recorded.address(),
        recorded.type(),
        block(recorded),
        body,
        List.of(World.ANY),
        Optional.empty());
  }

  /// The texts of the policy documents that are not known yet, as far as their arguments are, by
  /// address.
  private static Map<String, Value<Node>> documents(
      Tree root, Map<String, Target> ids, List<Problem> problems) {
    var all = new LinkedHashMap<String, Value<Node>>();
    for (Recorded document : Recordings.documents(root)) {
      Node.Fields arguments = new Values(document, Optional.empty(), ids, Map.of()).everything();
      all.put(
          document.address(),
          Terraform.policyDocument(arguments, Origin.written(document.header()), problems::add));
    }
    return all;
  }

  /// The block that the resource would have in source.
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

  /// The identifiers and ARNs that leave no doubt about which resource they name.
  private static Map<String, Target> ids(List<Recorded> recorded) {
    var all = new HashMap<String, Target>();
    for (Recorded resource : recorded) {
      for (String attribute : List.of("id", "arn")) {
        Trail.text(resource.values(), attribute)
            .filter(value -> IDENTIFIER.matcher(value).matches())
            .ifPresent(value -> all.putIfAbsent(value, new Target(resource.address(), attribute)));
      }
    }
    return all;
  }
}
