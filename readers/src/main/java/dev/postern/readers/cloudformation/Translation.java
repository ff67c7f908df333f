package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.readers.cloudformation.sam.Serverless;
import dev.postern.readers.cloudformation.sam.Surroundings;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.text.Span;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.LinkedHashMap;
import java.util.List;

/// What the SAM transform makes of the resources of a template.
record Translation(
    Template template,
    Functions functions,
    Stack stack,
    Inputs inputs,
    KeyPlaces keys,
    Problems problems)
    implements Surroundings {

  List<Resource> of(List<Resource> written) {
    var globals = new LinkedHashMap<String, Value<Node>>();
    for (Entry entry : template.entries("Globals")) {
      globals.put(entry.key(), functions.values().of(entry.value(), Scope.TOP));
    }
    tellOfGlobals();
    return Serverless.translate(written, globals, this, problems::add).stream()
        .map(this::decoded)
        .toList();
  }

  private void tellOfGlobals() {
    template
        .section("Globals")
        .filter(tree -> !(tree instanceof Tree.Mapping mapping) || mapping.entries().isEmpty())
        .ifPresent(tree -> problems.error("`Globals` is no map of properties", tree.span()));
  }

  @Override
  public boolean isCall(Span map, String key) {
    return keys.isCall(map, key);
  }

  @Override
  public String prefix() {
    return stack.prefix();
  }

  @Override
  public Value<Node> pseudo(String name, Span at) {
    return functions.names().ref(name, at, Scope.TOP);
  }

  @Override
  public List<World> worlds(String condition, Span at) {
    return functions.conditions().worlds(condition, at);
  }

  @Override
  public boolean hasPolicy(String arn) {
    return inputs.policies().map(all -> all.document(arn).isPresent()).orElse(true);
  }

  private Resource decoded(Resource made) {
    return new Resource(
        made.unit(),
        made.address(),
        made.type(),
        made.sourceType(),
        made.header(),
        made.whole(),
        JsonProperties.decoded(inputs.schemas(), made.type(), made.properties(), problems),
        made.attributes(),
        made.when(),
        made.symbolic());
  }
}
