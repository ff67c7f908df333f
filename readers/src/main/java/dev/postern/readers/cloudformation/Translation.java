package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Schemas;
import dev.postern.readers.cloudformation.sam.Serverless;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What the SAM transform makes of the resources of a template.
record Translation(
    Template template,
    Functions functions,
    Stack stack,
    Optional<Schemas> schemas,
    Problems problems) {

  List<Resource> of(List<Resource> written) {
    var globals = new LinkedHashMap<String, Value<Node>>();
    for (Entry entry : template.entries("Globals")) {
      globals.put(entry.key(), functions.values().of(entry.value(), Scope.TOP));
    }
    return Serverless.translate(
            written,
            globals,
            stack.prefix(),
            (name, at) -> functions.names().ref(name, at, Scope.TOP),
            problems::add)
        .stream()
        .map(this::decoded)
        .toList();
  }

  private Resource decoded(Resource made) {
    return new Resource(
        made.unit(),
        made.address(),
        made.type(),
        made.sourceType(),
        made.header(),
        made.whole(),
        JsonProperties.decoded(schemas, made.type(), made.properties(), problems),
        made.attributes(),
        made.when(),
        made.symbolic());
  }
}
