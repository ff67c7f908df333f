package dev.postern.readers.plan;

import dev.postern.readers.terraform.Terraform;
import dev.postern.readers.tree.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Compares folders that hold source and a `plan.json`, for a look from time to time: the first
/// argument is a file that names them, one a line as root and folder below it with a tab between;
/// what is found is written beside it.
final class Elsewhere {
  private Elsewhere() {}

  static void main(String[] arguments) throws IOException {
    Path list = Path.of(arguments[0]);
    List<Folder> folders =
        Files.readAllLines(list).stream()
            .map(line -> line.split("\t", -1))
            .map(c -> new Folder(c[0] + " " + c[1], Path.of(c[0]), Path.of(c[0], c[1])))
            .toList();
    List<Tree> plans = new ArrayList<>(folders.stream().map(Folder::tree).toList());
    Folder.own().forEach(f -> plans.add(f.tree()));
    Defaults defaults = Defaults.of(plans);
    var report = new StringBuilder();
    for (Folder folder : folders) {
      report(folder, defaults, report);
    }
    Files.writeString(Path.of(list + ".report"), report);
  }

  private static void report(Folder folder, Defaults defaults, StringBuilder report) {
    Terraform.Configuration source = folder.source();
    Comparison.Result result = folder.compared(source, defaults);
    Map<String, Long> why =
        result.differences().stream()
            .collect(
                Collectors.groupingBy(
                    d -> Explanations.of(d).orElse("UNEXPLAINED"),
                    TreeMap::new,
                    Collectors.counting()));
    report.append(
        "%s\tread %d\tplanned %d\tsame %d\topen %d\tadded %d\t%s%n"
            .formatted(
                folder,
                source.resources().size(),
                result.instances(),
                result.same(),
                result.open(),
                result.added(),
                why));
    result.differences().stream()
        .filter(d -> Explanations.of(d).isEmpty())
        .forEach(d -> report.append("  ").append(d).append('\n'));
    source.problems().forEach(p -> report.append("  problem ").append(p).append('\n'));
  }
}
