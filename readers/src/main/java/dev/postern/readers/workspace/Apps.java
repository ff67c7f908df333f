package dev.postern.readers.workspace;

import dev.postern.readers.cdk.Assembly;
import dev.postern.readers.cdk.SynthesizedStack;
import dev.postern.readers.json.Json;
import dev.postern.readers.source.Paths;
import dev.postern.readers.source.Sources;
import dev.postern.readers.tree.Document;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The apps whose templates are made by a tool: those of CDK, and of the Serverless Framework. What
/// the tool made is read where it lies beside the app, whether or not version control ignores it;
/// where it does not, nothing of the app is reviewed, and the problem says how to make it.
final class Apps {
  private static final Pattern SERVERLESS =
      Pattern.compile("(?:.*/)?serverless\\.(?:ya?ml|json|[cm]?js|ts)");
  private static final String PACKAGE = "cloudformation-template-update-stack.json";

  private final Sources sources;
  private final SortedSet<String> folders = new TreeSet<>();
  private final Map<String, SynthesizedStack> stacks = new HashMap<>();
  private final Map<String, String> choices = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private Apps(Sources sources) {
    this.sources = sources;
  }

  static Apps of(Sources sources) {
    var apps = new Apps(sources);
    var assemblies = new TreeSet<String>();
    for (String path : sources.all()) {
      String folder = Paths.folder(path);
      if (path.endsWith("cdk.json") && Paths.resolve(folder, "cdk.json").equals(path)) {
        apps.cdk(path, assemblies);
      } else if (path.endsWith("manifest.json") && Assembly.isIn(sources, folder)) {
        assemblies.add(folder);
      } else if (SERVERLESS.matcher(path).matches()) {
        apps.serverless(path);
      }
    }
    assemblies.stream().filter(f -> !isInside(f, assemblies)).forEach(apps::assembly);
    return apps;
  }

  private static boolean isInside(String path, SortedSet<String> folders) {
    for (String up = Paths.folder(path); !up.isEmpty(); up = Paths.folder(up)) {
      if (folders.contains(up)) {
        return true;
      }
    }
    return folders.contains("") && !path.isEmpty();
  }

  /// Whether a path lies in what a tool made, so that it is read only as the tool means it.
  boolean made(String path) {
    return isInside(path, folders);
  }

  /// The paths of the templates that tools made.
  List<String> templates() {
    return List.copyOf(choices.keySet());
  }

  /// What CDK says about the stack with this template.
  Optional<SynthesizedStack> stack(String template) {
    return Optional.ofNullable(stacks.get(template));
  }

  /// Why the template is reviewed, where a tool made it.
  Optional<String> choice(String template) {
    return Optional.ofNullable(choices.get(template));
  }

  List<Problem> problems() {
    return problems;
  }

  private void cdk(String path, SortedSet<String> assemblies) {
    Optional<SourceFile> file = sources.read(path);
    Optional<Tree> settings = file.flatMap(this::root);
    String output = settings.flatMap(tree -> tree.textAt("output")).orElse("cdk.out");
    String folder = Paths.resolve(Paths.folder(path), output);
    if (Assembly.isIn(sources, folder)) {
      assemblies.add(folder);
    } else if (settings.flatMap(tree -> tree.at("app")).isPresent()) {
      problems.add(
          Problem.error(
              "a CDK app is reviewed as its `%s`, which is not there; run `npx cdk synth --quiet` in `%s`"
                  .formatted(output, Roots.show(Paths.folder(path))),
              file.orElseThrow().span(0, 1)));
    }
  }

  /// What a file of settings says; it is told where it cannot be read.
  private Optional<Tree> root(SourceFile file) {
    Document document = file.path().endsWith(".json") ? Json.parse(file) : Yaml.parse(file);
    document.problems().stream()
        .filter(problem -> problem.level() == Problem.Level.ERROR)
        .forEach(problems::add);
    return document.roots().stream().findFirst();
  }

  private void assembly(String folder) {
    var assembly = Assembly.read(sources, folder);
    folders.add(folder);
    problems.addAll(assembly.problems());
    for (SynthesizedStack stack : assembly.stacks()) {
      stacks.put(stack.template(), stack);
      choices.put(
          stack.template(), "stack `%s` of the CDK app in `%s`".formatted(stack.name(), folder));
    }
  }

  private void serverless(String path) {
    Optional<SourceFile> file = sources.read(path);
    if (file.isEmpty() || !isOfAws(file.get())) {
      return;
    }
    String folder = Paths.resolve(Paths.folder(path), ".serverless");
    String template = Paths.resolve(folder, PACKAGE);
    if (sources.files(folder).contains(template)) {
      folders.add(folder);
      choices.put(template, "the package of `%s`".formatted(path));
    } else {
      problems.add(
          Problem.error(
              "a service of the Serverless Framework is reviewed as its package, which is not there; run `npx serverless package` in `%s`"
                  .formatted(Roots.show(Paths.folder(path))),
              file.get().span(0, 1)));
    }
  }

  /// A service has a name and a provider. Code is not run; it is one where it says `aws`.
  private boolean isOfAws(SourceFile file) {
    String path = file.path();
    if (path.endsWith("js") || path.endsWith("ts")) {
      return file.text().contains("provider") && file.text().matches("(?s).*['\"]aws['\"].*");
    }
    Optional<Tree> root = root(file);
    return root.flatMap(tree -> tree.at("service")).isPresent()
        && root.flatMap(tree -> tree.textAt("provider").or(() -> tree.textAt("provider", "name")))
            .filter("aws"::equals)
            .isPresent();
  }
}
