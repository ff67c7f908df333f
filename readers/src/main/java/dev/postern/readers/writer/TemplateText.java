package dev.postern.readers.writer;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import java.util.List;

/// Writes a property into a template.
final class TemplateText {
  private final Resource resource;

  TemplateText(Resource resource) {
    this.resource = resource;
  }

  Writing set(List<String> path, Node value) {
    return new Writing.Refused("templates are not written yet: " + path + value.getClass(), resource.header());
  }
}
