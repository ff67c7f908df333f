package dev.postern.readers.workspace;

import dev.postern.finding.Coverage;
import dev.postern.model.Cloud;
import dev.postern.model.Constructs;
import dev.postern.model.Facts;
import dev.postern.model.Resource;
import dev.postern.model.TerraformSchemas;
import dev.postern.model.Unit;
import dev.postern.readers.cdk.SynthesizedStack;
import dev.postern.readers.cloudformation.Exports;
import dev.postern.readers.cloudformation.Inputs;
import dev.postern.readers.cloudformation.Templates;
import dev.postern.readers.json.Json;
import dev.postern.readers.plan.Plans;
import dev.postern.readers.policy.Policies;
import dev.postern.readers.source.Paths;
import dev.postern.readers.source.Reading;
import dev.postern.readers.source.Sources;
import dev.postern.readers.terraform.Terraform;
import dev.postern.readers.terraform.lens.Lenses;
import dev.postern.readers.tree.Document;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.Comment;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.work.Parallel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Reads everything that is to be reviewed.
///
/// What a file is is told from its content: a template, a policy document, or nothing of ours.
/// Folders with `.tf` files are Terraform; [Roots] says which of them are reviewed on their own.
public final class Workspace {
  private final Sources sources;
  private final Request request;
  private final Facts facts;
  private final TerraformSchemas terraform;

  private Workspace(Sources sources, Request request, Facts facts, TerraformSchemas terraform) {
    this.sources = sources;
    this.request = request;
    this.facts = facts;
    this.terraform = terraform;
  }

  /// Reads all that `sources` offers.
  public static Loaded read(
      Sources sources, Request request, Facts facts, TerraformSchemas terraform) {
    return new Workspace(sources, request, facts, terraform).loaded();
  }

  private Loaded loaded() {
    var apps = Apps.of(sources);
    var folders = new TreeSet<String>();
    var paths = new ArrayList<String>();
    for (String path : sources.all()) {
      boolean named = request.named().contains(path);
      if (!named && apps.made(path)) {
        continue;
      }
      if (Paths.isTerraform(path)) {
        folders.add(Paths.folder(path));
      } else if (Content.mayBeDocument(path) || named) {
        paths.add(path);
      }
    }
    apps.templates().stream().filter(path -> !paths.contains(path)).forEach(paths::add);
    paths.sort(Comparator.naturalOrder());
    var parts =
        new ArrayList<>(
            Parallel.map(
                paths,
                path ->
                    guarded(path, () -> sources.read(path).map(this::document).orElse(Part.NONE))));
    var stacks = Stacks.of(parts.stream().flatMap(p -> p.template().stream()).toList(), sources);
    Inputs beside = stacks.beside(templateInputs());
    var exports = new ArrayList<Exports>();
    Part exporting =
        guarded(
            "exports",
            () -> {
              exports.add(stacks.exports(beside));
              return Part.NONE;
            });
    Inputs linked = exports.isEmpty() ? beside : beside.with(exports.getFirst());
    parts =
        new ArrayList<>(
            Parallel.map(
                parts,
                part ->
                    part.template()
                        .map(t -> guarded(t.file().path(), () -> template(t, stacks, apps, linked)))
                        .orElse(part)));
    parts.add(exporting);
    parts.add(Part.broken(apps.problems()));
    var roots = new ArrayList<Roots.Root>();
    parts.add(
        guarded(
            "modules",
            () -> {
              roots.addAll(Roots.of(sources, List.copyOf(folders), request.calledModules()));
              return Part.NONE;
            }));
    List<String> planned = parts.stream().flatMap(part -> part.folder().stream()).toList();
    roots.removeIf(root -> planned.contains(root.folder()));
    parts.addAll(
        Parallel.map(roots, root -> guarded(Roots.show(root.folder()), () -> terraform(root))));
    return joined(withoutReadByOthers(parts));
  }

  /// Leaves out policy documents that a Terraform configuration reads with a function: what they
  /// mean depends on the resource that takes them. One that the user names stays.
  private List<Part> withoutReadByOthers(List<Part> parts) {
    Set<String> read =
        parts.stream()
            .flatMap(part -> part.unit().stream())
            .filter(unit -> unit.kind() == Unit.Kind.TERRAFORM)
            .flatMap(unit -> unit.files().stream())
            .filter(path -> !request.named().contains(path))
            .collect(Collectors.toSet());
    return parts.stream()
        .map(part ->
            part.unit()
                .filter(unit -> unit.kind() == Unit.Kind.POLICY && read.contains(unit.name()))
                .map(unit -> readByOther(unit.name()))
                .orElse(part))
        .toList();
  }

  private static Part readByOther(String path) {
    return Part.broken(
        List.of(
            Problem.info(
                "`%s` is judged where Terraform uses it; name it to judge it alone".formatted(path),
                SourceFile.of(path, "").all())));
  }

  private Loaded joined(List<Part> parts) {
    var units = new ArrayList<Unit>();
    var covered = new ArrayList<Coverage.CoveredUnit>();
    var resources = new ArrayList<Resource>();
    var comments = new ArrayList<Comment>();
    var files = new LinkedHashSet<SourceFile>();
    var problems = new LinkedHashSet<Problem>();
    for (Part part : parts) {
      part.unit().ifPresent(units::add);
      part.covered().ifPresent(covered::add);
      resources.addAll(part.reading().resources());
      comments.addAll(part.reading().comments());
      files.addAll(part.reading().files());
      problems.addAll(part.reading().problems());
    }
    problems.addAll(sources.problems());
    var cloud = new Cloud(units, resources, comments, facts);
    return new Loaded(
        cloud,
        new Understanding(facts.schemas(), terraform)
            .coverage(cloud, covered, files.size(), problems),
        List.copyOf(problems));
  }

  /// What one file or folder gave.
  ///
  /// @param template what is read once all templates are there
  /// @param folder the folder that it is reviewed in place of
  private record Part(
      Optional<Unit> unit,
      Optional<Coverage.CoveredUnit> covered,
      Reading reading,
      Optional<Document> template,
      Optional<String> folder) {
    static final Part NONE = broken(List.of());

    static Part broken(List<Problem> problems) {
      return new Part(
          Optional.empty(),
          Optional.empty(),
          new Reading(List.of(), List.of(), List.of(), problems),
          Optional.empty(),
          Optional.empty());
    }

    static Part later(Document template) {
      return new Part(
          Optional.empty(),
          Optional.empty(),
          NONE.reading(),
          Optional.of(template),
          Optional.empty());
    }

    Part inPlaceOf(String folder) {
      return new Part(unit, covered, reading, template, Optional.of(folder));
    }

    /// @param choice why it is a unit
    static Part of(Unit unit, Reading reading, String choice) {
      var covered =
          new Coverage.CoveredUnit(
              unit.name(),
              unit.kind().name().toLowerCase(Locale.ROOT),
              (int)
                  reading.resources().stream()
                      .filter(r -> !r.type().startsWith("Postern::"))
                      .count(),
              choice);
      return new Part(
          Optional.of(unit), Optional.of(covered), reading, Optional.empty(), Optional.empty());
    }
  }

  /// One file or folder that we cannot bear does not keep the others from being read.
  private static Part guarded(String path, Supplier<Part> reading) {
    try {
      return reading.get();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // the exception's message may hold what the user wrote
      StackTraceElement[] trace = e.getStackTrace();
      String where = trace.length > 0 ? " at " + trace[0] : "";
      return Part.broken(
          List.of(
              Problem.bug(
                  "reading `%s` failed with %s%s"
                      .formatted(path, e.getClass().getSimpleName(), where),
                  SourceFile.of(path, "").all())));
    }
  }

  private Part document(SourceFile file) {
    boolean named = request.named().contains(file.path());
    if (named && file.text().isBlank()) {
      return unreadable("`%s` is empty", file, List.of());
    }
    boolean ours = Content.looksLikeOurs(file.text());
    if (!named && !ours) {
      return Part.NONE;
    }
    Document document = Content.isJson(file) ? Json.parse(file) : Yaml.parse(file);
    if (Templates.looksLikeOne(document)) {
      return Part.later(document);
    }
    if (Policies.looksLikeOne(document)) {
      var unit = new Unit(file.path(), Unit.Kind.POLICY, List.of(file.path()));
      return Part.of(unit, Policies.read(document, unit), "a policy document by its content");
    }
    Optional<Plans.Kind> recorded = Plans.kind(document);
    if (recorded.isPresent()) {
      return recorded(document, recorded.get());
    }
    boolean broken = document.problems().stream().anyMatch(p -> p.level() == Problem.Level.ERROR);
    return named || broken
        ? unreadable("`%s` is neither a template nor a policy document", file, document.problems())
        : Part.NONE;
  }

  private Inputs templateInputs() {
    return new Inputs(request.parameters(), Optional.of(facts.schemas()))
        .knowing(facts.managedPolicies());
  }

  /// A template that another one nests is judged through that one.
  private static Part template(Document document, Stacks stacks, Apps apps, Inputs inputs) {
    String path = document.file().path();
    if (!stacks.isRoot(path)) {
      return Part.NONE;
    }
    Optional<SynthesizedStack> made = apps.stack(path);
    var unit =
        new Unit(
            path,
            Unit.Kind.CLOUDFORMATION,
            stacks.files(path),
            Optional.ofNullable(inputs.parameters().get("AWS::AccountId"))
                .or(() -> made.flatMap(SynthesizedStack::account)),
            made.map(SynthesizedStack::constructs).orElse(Constructs.NONE));
    Inputs all = made.map(stack -> inputs.of(stack.parameters(), stack.packaged())).orElse(inputs);
    return Part.of(
        unit,
        Templates.read(document, unit, all),
        apps.choice(path).orElseGet(() -> stacks.choice(path)));
  }

  /// A plan is what its folder will be, and is reviewed in its place. A state is what was there
  /// when it was written, and is reviewed beside its folder only when it is named.
  private Part recorded(Document document, Plans.Kind kind) {
    String path = document.file().path();
    String folder = Paths.folder(path);
    boolean beside = sources.files(folder).stream().anyMatch(Paths::isTerraform);
    if (kind == Plans.Kind.STATE && beside && !request.named().contains(path)) {
      return Part.broken(
          List.of(
              Problem.info(
                  "`%s` lies beside its source and is not reviewed; name it to review what is there"
                      .formatted(path),
                  document.file().span(0, 0))));
    }
    Terraform.Configuration read = Plans.read(document, terraform);
    if (beside) {
      read = Plans.located(read, Terraform.read(sources, folder, inputs(), terraform));
    }
    var unit = new Unit(path, Unit.Kind.TERRAFORM, List.of(path));
    String choice = "a Terraform " + kind.name().toLowerCase(Locale.ROOT) + " by its content";
    Part part = Part.of(unit, Lenses.apply(read, unit, facts.schemas()), choice);
    return beside ? part.inPlaceOf(folder) : part;
  }

  /// @param message with a place for the path
  private static Part unreadable(String message, SourceFile file, List<Problem> found) {
    var problems = new ArrayList<>(found);
    problems.add(Problem.error(message.formatted(file.path()), file.span(0, 0)));
    return Part.broken(problems);
  }

  private Terraform.Inputs inputs() {
    return new Terraform.Inputs(request.variables(), request.variableFiles());
  }

  private Part terraform(Roots.Root root) {
    var configuration = Terraform.read(sources, root.folder(), inputs(), terraform);
    var paths = configuration.files().stream().map(SourceFile::path).toList();
    var unit = new Unit(Roots.show(root.folder()), Unit.Kind.TERRAFORM, paths);
    return Part.of(unit, Lenses.apply(configuration, unit, facts.schemas()), root.choice());
  }
}
