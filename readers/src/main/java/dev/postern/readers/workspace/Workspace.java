package dev.postern.readers.workspace;

import dev.postern.finding.Coverage;
import dev.postern.model.Cloud;
import dev.postern.model.Facts;
import dev.postern.model.Resource;
import dev.postern.model.TerraformSchemas;
import dev.postern.model.Unit;
import dev.postern.readers.cloudformation.Inputs;
import dev.postern.readers.cloudformation.Templates;
import dev.postern.readers.json.Json;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads everything that is to be reviewed.
///
/// What a file is is told from its content: a template, a policy document, or nothing of ours.
/// Folders with `.tf` files are Terraform; [Roots] says which of them are reviewed on their own.
public final class Workspace {
  private final Sources sources;
  private final Request request;
  private final Facts facts;
  private final TerraformSchemas terraform;
  private final List<Unit> units = new ArrayList<>();
  private final List<Coverage.CoveredUnit> covered = new ArrayList<>();
  private final List<Resource> resources = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<SourceFile> files = new LinkedHashSet<>();

  private Workspace(Sources sources, Request request, Facts facts, TerraformSchemas terraform) {
    this.sources = sources;
    this.request = request;
    this.facts = facts;
    this.terraform = terraform;
  }

  /// Reads all that `sources` offers.
  public static Loaded read(
      Sources sources, Request request, Facts facts, TerraformSchemas terraform) {
    var workspace = new Workspace(sources, request, facts, terraform);
    workspace.readAll();
    return workspace.loaded();
  }

  private void readAll() {
    var folders = new TreeSet<String>();
    for (String path : sources.all()) {
      if (path.endsWith(".tf")) {
        folders.add(Paths.folder(path));
      } else if (Content.mayBeDocument(path) || request.named().contains(path)) {
        guarded(path, () -> sources.read(path).ifPresent(this::document));
      }
    }
    var roots = new ArrayList<Roots.Root>();
    guarded(
        "modules",
        () -> roots.addAll(Roots.of(sources, List.copyOf(folders), request.calledModules())));
    roots.forEach(root -> guarded(Roots.show(root.folder()), () -> terraform(root)));
    problems.addAll(sources.problems());
  }

  /// One file or folder that we cannot bear does not keep the others from being read.
  private void guarded(String path, Runnable reading) {
    try {
      reading.run();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // the exception's message may hold what the user wrote
      StackTraceElement[] trace = e.getStackTrace();
      String where = trace.length > 0 ? " at " + trace[0] : "";
      problems.add(
          Problem.bug(
              "reading `%s` failed with %s%s".formatted(path, e.getClass().getSimpleName(), where),
              SourceFile.of(path, "").all()));
    }
  }

  private void document(SourceFile file) {
    boolean named = request.named().contains(file.path());
    if (named && file.text().isBlank()) {
      unreadable("`%s` is empty".formatted(file.path()), file);
      return;
    }
    Optional<String> unsupported = Content.notReadYet(file);
    if (unsupported.isPresent()) {
      unreadable("`%s` is %s, which is not read".formatted(file.path(), unsupported.get()), file);
      return;
    }
    boolean ours = Content.looksLikeOurs(file.text());
    if (!named && !ours) {
      return;
    }
    Document document = Content.isJson(file) ? Json.parse(file) : Yaml.parse(file);
    boolean broken = document.problems().stream().anyMatch(p -> p.level() == Problem.Level.ERROR);
    if (Templates.looksLikeOne(document)) {
      var unit = unit(file, Unit.Kind.CLOUDFORMATION);
      var inputs = new Inputs(request.parameters(), Optional.of(facts.schemas()));
      var reading = Templates.read(document, unit, inputs);
      add(unit, reading.resources(), reading.problems(), "a template by its content");
      comments.addAll(document.comments());
      files.add(file);
    } else if (Policies.looksLikeOne(document)) {
      var unit = unit(file, Unit.Kind.POLICY);
      Reading reading = Policies.read(document, unit);
      add(unit, reading.resources(), reading.problems(), "a policy document by its content");
      comments.addAll(document.comments());
      files.add(file);
    } else if (named || broken) {
      problems.addAll(document.problems());
      unreadable("`%s` is neither a template nor a policy document".formatted(file.path()), file);
    }
  }

  private void unreadable(String message, SourceFile file) {
    problems.add(Problem.error(message, file.span(0, 0)));
  }

  private void terraform(Roots.Root root) {
    var inputs = new Terraform.Inputs(request.variables(), request.variableFiles());
    var configuration = Terraform.read(sources, root.folder(), inputs, terraform);
    var paths = configuration.files().stream().map(SourceFile::path).toList();
    var unit = new Unit(Roots.show(root.folder()), Unit.Kind.TERRAFORM, paths);
    units.add(unit);
    Reading reading = Lenses.apply(configuration, unit, facts.schemas());
    add(unit, reading.resources(), reading.problems(), root.choice());
    comments.addAll(reading.comments());
    files.addAll(reading.files());
  }

  private Unit unit(SourceFile file, Unit.Kind kind) {
    var unit = new Unit(file.path(), kind, List.of(file.path()));
    units.add(unit);
    return unit;
  }

  private void add(Unit unit, List<Resource> read, List<Problem> found, String choice) {
    resources.addAll(read);
    problems.addAll(found);
    covered.add(
        new Coverage.CoveredUnit(
            unit.name(),
            unit.kind().name().toLowerCase(Locale.ROOT),
            (int) read.stream().filter(r -> !r.type().startsWith("Postern::")).count(),
            choice));
  }

  private Loaded loaded() {
    var cloud = new Cloud(units, resources, comments, facts);
    return new Loaded(
        cloud,
        new Understanding(facts.schemas(), terraform)
            .coverage(cloud, covered, files.size(), problems),
        List.copyOf(problems));
  }
}
