package dev.postern.readers.writer;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Schemas;
import dev.postern.model.TerraformSchemas;
import dev.postern.text.SourceFile;
import dev.postern.value.Value;
import java.util.List;

/// Gives properties of resources other values in the text that the resources were read from.
public final class Writer {
  private final List<SourceFile> files;
  private final List<Resource> resources;
  private final Schemas schemas;
  private final TerraformSchemas terraform;

  /// @param files the files that were read
  /// @param resources all that was read from them
  public Writer(
      List<SourceFile> files,
      List<Resource> resources,
      Schemas schemas,
      TerraformSchemas terraform) {
    this.files = List.copyOf(files);
    this.resources = List.copyOf(resources);
    this.schemas = schemas;
    this.terraform = terraform;
  }

  /// The edits after which the property at `path` of `resource` has the value `value`.
  ///
  /// @param path names from the resource down; an index (`0`) leads to an element of a list, one
  ///   past the last to a new one; `Key=k` to the one whose `Key` is `k`
  /// @param value wholly known; an object adds to what stands there
  public Writing set(Resource resource, List<String> path, Node value) {
    if (path.isEmpty()) {
      return new Writing.Refused("no property is named", resource.header());
    }
    boolean there =
        Plain.at(resource.properties(), path)
            .filter(v -> v instanceof Value.Known<Node>(var now, _, _) && Plain.isSame(value, now))
            .isPresent();
    if (there) {
      return new Writing.Edits(List.of());
    }
    return switch (resource.unit().kind()) {
      case TERRAFORM ->
          new TerraformText(resource, files, resources, schemas, terraform).set(path, value);
      case CLOUDFORMATION -> new TemplateText(resource).set(path, value);
      case POLICY -> new Writing.Refused("a policy file has no properties", resource.header());
    };
  }
}
