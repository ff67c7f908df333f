package dev.postern.readers.workspace;

import dev.postern.finding.Coverage;
import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.Schemas;
import dev.postern.model.TerraformSchemas;
import dev.postern.text.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What of a cloud was understood.
///
/// A resource is not understood, and could matter, when no shipped schema has its type. Types that
/// are known only count. Custom resources run the user's own code and are named. Other providers'
/// resources change nothing. A file with an error that gave a resource was read in part; one that
/// gave none is unread.
final class Understanding {
  private final Schemas schemas;
  private final TerraformSchemas terraform;

  Understanding(Schemas schemas, TerraformSchemas terraform) {
    this.schemas = schemas;
    this.terraform = terraform;
  }

  Coverage coverage(
      Cloud cloud, List<Coverage.CoveredUnit> units, int files, Collection<Problem> problems) {
    List<Resource> resources =
        cloud.resources().stream().filter(r -> !r.type().startsWith("Postern::")).toList();
    var unknown = new TreeSet<String>();
    resources.stream().filter(r -> !isKnown(r)).map(Resource::sourceType).forEach(unknown::add);
    Set<String> fruitful =
        resources.stream().map(r -> r.whole().file().path()).collect(Collectors.toSet());
    var unread = new TreeSet<String>();
    var readInPart = new TreeSet<String>();
    for (Problem problem : problems) {
      String path = problem.at().file().path();
      if (problem.level() == Problem.Level.ERROR) {
        (fruitful.contains(path) ? readInPart : unread).add(path);
      }
    }
    return new Coverage(
        units,
        files,
        resources.size(),
        Values.of(resources),
        List.copyOf(unknown),
        List.copyOf(unread),
        List.copyOf(readInPart));
  }

  private boolean isKnown(Resource resource) {
    String type = resource.type();
    if (type.startsWith("terraform:")) {
      String source = resource.sourceType();
      return !source.startsWith("aws_") || terraform.known(source);
    }
    return schemas.known(type)
        || type.startsWith("AWS::CloudFormation::")
        || type.startsWith("Custom::");
  }
}
