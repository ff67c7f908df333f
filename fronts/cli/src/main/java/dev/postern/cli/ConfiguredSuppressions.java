package dev.postern.cli;

import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.review.Acceptance;
import dev.postern.review.Acceptance.Scope;
import dev.postern.review.Dates;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads the `suppressions` of `postern.yaml`. Whether one counts is decided in the review.
///
/// @param folder where the file stands: paths are taken from there
/// @param start the folder that the paths of findings are relative to
record ConfiguredSuppressions(Path folder, Path start, ConfigurationValues values) {
  private static final List<String> KEYS =
      List.of("rule", "resource", "path", "until", "owner", "reason", "accept-excuse");

  Optional<Acceptance> read(Tree item) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    for (Entry entry : values.entries(item, KEYS)) {
      fields.put(entry.key(), entry.value());
    }
    Optional<String> rule = word("rule", fields);
    Optional<Scope> scope = scope(fields, item);
    Optional<LocalDate> until = until(fields);
    if (rule.isEmpty() && item instanceof Tree.Mapping) {
      values.wrong("a suppression names its `rule`", item);
    }
    return rule.isEmpty() || scope.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Acceptance(
                rule.get(),
                scope.get(),
                word("reason", fields).orElse(""),
                until,
                word("owner", fields),
                Optional.ofNullable(fields.get("accept-excuse")).map(values::flag).orElse(false),
                Acceptance.OURS,
                item.span()));
  }

  private Optional<String> word(String key, Map<String, Tree> fields) {
    return Optional.ofNullable(fields.get(key)).flatMap(values::word);
  }

  private Optional<LocalDate> until(Map<String, Tree> fields) {
    Optional<LocalDate> day = word("until", fields).flatMap(Dates::parse);
    if (day.isEmpty() && fields.containsKey("until")) {
      values.wrong("a date such as 2027-01-31 is expected", fields.get("until"));
    }
    return day;
  }

  private Optional<Scope> scope(Map<String, Tree> fields, Tree item) {
    Optional<String> resource = word("resource", fields);
    Optional<String> path = word("path", fields);
    if (resource.isPresent() == path.isPresent() && item instanceof Tree.Mapping) {
      values.wrong("a suppression names either a `resource` or a `path`", item);
      return Optional.empty();
    }
    return resource.<Scope>map(this::named).or(() -> path.map(this::files));
  }

  private Scope named(String resource) {
    int mark = resource.indexOf("::");
    Predicate<String> unit =
        mark < 0 ? _ -> true : name -> Globs.matches(resource.substring(0, mark), fromHere(name));
    return new Scope.Named(unit, mark < 0 ? resource : resource.substring(mark + 2));
  }

  private Scope files(String pattern) {
    Ignored chosen = Ignored.of(folder, List.of(pattern));
    return new Scope.Files(path -> chosen.covers(start.resolve(path).normalize()));
  }

  /// A path of the review as one from the folder of `postern.yaml`.
  private String fromHere(String path) {
    String shown = DiskSources.shown(folder, start.resolve(path).normalize());
    return shown.isEmpty() ? "." : shown;
  }
}
