package dev.postern.readers.cdk;

import dev.postern.readers.json.Json;
import dev.postern.readers.source.Paths;
import dev.postern.readers.source.Sources;
import dev.postern.readers.tree.Tree;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A cloud assembly: the folder that `cdk synth` writes, with those nested in it for the stages of
/// the app.
///
/// @param folder where it lies
/// @param stacks its stacks, nested assemblies included; nested stacks belong to the one around
///   them
/// @see <a href="https://github.com/aws/aws-cdk/blob/main/design/cloud-assembly.md">the cloud
///   assembly specification</a>
public record Assembly(String folder, List<SynthesizedStack> stacks, List<Problem> problems) {
  private static final String MANIFEST = "manifest.json";

  public Assembly {
    stacks = List.copyOf(stacks);
    problems = List.copyOf(problems);
  }

  /// Whether an assembly lies in a folder.
  public static boolean isIn(Sources sources, String folder) {
    List<String> files = sources.files(folder);
    return files.contains(inside(folder, MANIFEST)) && files.contains(inside(folder, "cdk.out"));
  }

  /// Reads the assembly in `folder`. What its manifest names and is not there is a problem.
  public static Assembly read(Sources sources, String folder) {
    var reading = new Reading(sources, new Frames(sources, Paths.resolve(folder, "..")));
    reading.assembly(folder);
    return new Assembly(folder, reading.stacks, reading.problems);
  }

  private static String inside(String folder, String path) {
    return Paths.resolve(folder, path);
  }

  private static final class Reading {
    private final Sources sources;
    private final Frames frames;
    private final Set<String> opened = new HashSet<>();
    private final Set<String> missed = new HashSet<>();
    private final List<SynthesizedStack> stacks = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Reading(Sources sources, Frames frames) {
      this.sources = sources;
      this.frames = frames;
    }

    void assembly(String top) {
      var waiting = new ArrayList<>(List.of(top));
      while (!waiting.isEmpty()) {
        String folder = waiting.removeLast();
        if (opened.add(folder)) {
          json(folder, MANIFEST)
              .ifPresent(manifest -> {
                manifest(manifest, folder);
                waiting.addAll(nested(manifest, folder));
              });
        }
      }
    }

    private Optional<Tree> json(String folder, String path) {
      String whole = inside(folder, path);
      Optional<SourceFile> file = sources.read(whole);
      if (file.isEmpty()) {
        problems.add(
            Problem.error(
                "`%s` of the CDK assembly is not there".formatted(path),
                SourceFile.of(whole, "").all()));
        return Optional.empty();
      }
      var document = Json.parse(file.get());
      problems.addAll(document.problems());
      return document.roots().stream().findFirst();
    }

    private static List<String> nested(Tree manifest, String folder) {
      return manifest.entriesAt("artifacts").stream()
          .map(Tree.Entry::value)
          .filter(artifact -> isA("cdk:cloud-assembly", artifact))
          .flatMap(artifact -> artifact.textAt("properties", "directoryName").stream())
          .map(path -> inside(folder, path))
          .toList();
    }

    private static boolean isA(String type, Tree artifact) {
      return artifact.textAt("type").filter(type::equals).isPresent();
    }

    private void manifest(Tree manifest, String folder) {
      for (Tree missing : manifest.itemsAt("missing")) {
        String key = missing.textAt("key").orElse("");
        if (missed.add(key)) {
          problems.add(
              Problem.warning(
                  "context `%s` was not looked up and is a placeholder; run `npx cdk synth` with access to the account"
                      .formatted(key),
                  missing.span()));
        }
      }
      Map<String, String> packaged = packaged(manifest, folder);
      for (Tree.Entry artifact : manifest.entriesAt("artifacts")) {
        if (isA("aws:cloudformation:stack", artifact.value())) {
          stack(artifact, folder, packaged);
        }
      }
    }

    /// By the keys under which they are uploaded.
    private Map<String, String> packaged(Tree manifest, String folder) {
      var all = new HashMap<String, String>();
      for (Tree.Entry artifact : manifest.entriesAt("artifacts")) {
        if (isA("cdk:asset-manifest", artifact.value())) {
          artifact
              .value()
              .textAt("properties", "file")
              .flatMap(path -> json(folder, path))
              .ifPresent(assets -> assets.entriesAt("files").forEach(a -> add(a.value(), all)));
        }
      }
      return all;
    }

    private static void add(Tree asset, Map<String, String> all) {
      Optional<String> path = asset.textAt("source", "path").filter(p -> p.endsWith(".json"));
      for (Tree.Entry destination : asset.entriesAt("destinations")) {
        destination
            .value()
            .textAt("objectKey")
            .ifPresent(key -> path.ifPresent(p -> all.put(key, p)));
      }
    }

    private void stack(Tree.Entry artifact, String folder, Map<String, String> packaged) {
      Tree body = artifact.value();
      Optional<String> file = body.textAt("properties", "templateFile");
      if (file.isEmpty() || sources.read(inside(folder, file.get())).isEmpty()) {
        problems.add(
            Problem.error(
                "stack `%s` has no template in the CDK assembly".formatted(artifact.key()),
                artifact.keySpan()));
        return;
      }
      String template = inside(folder, file.get());
      var metadata = new Metadata(frames, folder, template);
      metadata.add(body.entriesAt("metadata"));
      body.textAt("additionalMetadataFile")
          .flatMap(path -> json(folder, path))
          .ifPresent(more -> metadata.add(more.entriesAt()));
      String[] environment = body.textAt("environment").orElse("").split("/", -1);
      var parameters = new HashMap<String, String>();
      for (Tree.Entry given : body.entriesAt("properties", "parameters")) {
        given.value().textAt().ifPresent(text -> parameters.put(given.key(), text));
      }
      parameters.put(
          "AWS::StackName", body.textAt("properties", "stackName").orElse(artifact.key()));
      known(environment, 3).ifPresent(region -> parameters.put("AWS::Region", region));
      stacks.add(
          new SynthesizedStack(
              template,
              body.textAt("displayName").orElse(artifact.key()),
              known(environment, 2),
              parameters,
              metadata.constructs(),
              packaged));
    }

    /// A part of `aws://123456789012/eu-west-1`; each may be `unknown-account`, `unknown-region`.
    private static Optional<String> known(String[] environment, int part) {
      return environment.length == 4 && !environment[part].startsWith("unknown-")
          ? Optional.of(environment[part]).filter(text -> !text.isEmpty())
          : Optional.empty();
    }
  }
}
