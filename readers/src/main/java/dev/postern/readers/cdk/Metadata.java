package dev.postern.readers.cdk;

import dev.postern.model.Construct;
import dev.postern.model.Constructs;
import dev.postern.model.Resource;
import dev.postern.readers.source.Paths;
import dev.postern.readers.tree.Tree;
import dev.postern.text.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What an assembly says about the constructs of one stack: the logical id that each became, and
/// the stack traces of where they were made and changed.
///
/// A stack trace comes with the logical id (`trace`), or on its own as `aws:cdk:creationStack`;
/// with `CDK_DEBUG` there is one for each property that is set later, too.
final class Metadata {
  private final Frames frames;
  private final String folder;
  private final String template;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> templates = new HashMap<>();
  private final Map<String, Span> made = new HashMap<>();
  private final Map<String, Map<String, Span>> assigned = new HashMap<>();

  /// @param template the path of the template of the stack itself
  Metadata(Frames frames, String folder, String template) {
    this.frames = frames;
    this.folder = folder;
    this.template = template;
  }

  /// Adds the entries of each construct, by its path.
  void add(Iterable<Tree.Entry> constructs) {
    for (Tree.Entry construct : constructs) {
      String path =
          construct.key().startsWith("/") ? construct.key().substring(1) : construct.key();
      construct.value().itemsAt().forEach(entry -> add(path, entry));
    }
  }

  private void add(String path, Tree entry) {
    switch (entry.textAt("type").orElse("")) {
      case "aws:cdk:logicalId" -> {
        entry.textAt("data").ifPresent(id -> ids.put(path, id));
        frames.place(entry.itemsAt("trace")).ifPresent(place -> made.putIfAbsent(path, place));
      }
      case "aws:cdk:creationStack" ->
          frames.place(entry.itemsAt("data")).ifPresent(place -> made.put(path, place));
      case "aws:cdk:propertyAssignment" ->
          entry
              .textAt("data", "propertyName")
              .ifPresent(property ->
                  frames
                      .place(entry.itemsAt("data", "stackTrace"))
                      .ifPresent(place ->
                          assigned
                              .computeIfAbsent(path, _ -> new HashMap<>())
                              .put(property, place)));
      case "aws:cdk:templateFile" ->
          entry.textAt("data").ifPresent(file -> templates.put(path, Paths.resolve(folder, file)));
      default -> {}
    }
  }

  Constructs constructs() {
    var byPath = new HashMap<String, Construct>();
    var byId = new HashMap<String, Construct>();
    ids.forEach((path, id) -> {
      var construct =
          new Construct(
              path, Optional.ofNullable(made.get(path)), assigned.getOrDefault(path, Map.of()));
      byPath.put(path, construct);
      byId.put(key(templateOf(path), id), construct);
    });
    return resource ->
        resource
            .writtenPath()
            .map(byPath::get)
            .or(() -> Optional.ofNullable(byId.get(key(resource))));
  }

  /// Logical ids are those of one template; the resources of nested stacks have templates of their
  /// own.
  private String templateOf(String path) {
    for (String up = path; !up.isEmpty(); up = Paths.folder(up)) {
      String own = templates.get(up);
      if (own != null) {
        return own;
      }
    }
    return template;
  }

  private static String key(Resource resource) {
    String address = resource.address();
    return key(resource.whole().file().path(), address.substring(address.lastIndexOf('/') + 1));
  }

  private static String key(String template, String id) {
    return template + "#" + id;
  }
}
