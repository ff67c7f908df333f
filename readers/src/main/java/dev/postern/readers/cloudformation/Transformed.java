package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.text.Span;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the SAM transform made, by which references to what it was taken to make are judged.
///
/// @param prefix what all logical ids of the stack begin with
record Transformed(List<Resource> all, String prefix) {
  /// The digits that make an id of SAM's unique, which are not always known here.
  private static final String DIGEST = "[0-9a-f]{10}$";

  /// The resources, their references to what was not made unknown and told.
  List<Resource> checked(Names names, Problems problems) {
    Set<String> ids = all.stream().map(Resource::address).collect(Collectors.toSet());
    var gone = new HashSet<String>();
    names
        .assumed()
        .forEach((name, uses) -> {
          String id = prefix + name;
          // INVARIANT: `Fn.Alias` is a name of SAM's, which is replaced already
          if (!name.contains(".")
              && !ids.contains(id)
              && !ids.contains(id.replaceFirst(DIGEST, ""))
              && !isOfKept(id)) {
            gone.add(id);
            for (Span use : uses) {
              problems.error("`" + name + "` is no resource, and SAM makes none of this name", use);
            }
          }
        });
    return gone.isEmpty() ? all : all.stream().map(each -> without(each, gone)).toList();
  }

  /// Whether a resource of this name may come from one that is not translated.
  private boolean isOfKept(String id) {
    return all.stream()
        .anyMatch(r -> r.type().startsWith("AWS::Serverless::") && id.startsWith(r.address()));
  }

  private static Resource without(Resource from, Set<String> gone) {
    return new Resource(
        from.unit(),
        from.address(),
        from.type(),
        from.sourceType(),
        from.header(),
        from.whole(),
        from.properties().map(node -> without(node, gone)),
        from.attributes(),
        from.when(),
        from.symbolic());
  }

  /// As deep as the values, whose depth is bounded.
  private static Node without(Node node, Set<String> gone) {
    return switch (node) {
      case Text text ->
          text.references().isEmpty()
              ? text
              : Text.of(text.parts().stream().map(part -> without(part, gone)).toList());
      case Node.Items(var values, var rest) ->
          new Node.Items(
              values.stream().map(value -> value.map(each -> without(each, gone))).toList(), rest);
      case Node.Fields(var entries, var rest) -> {
        var all = new LinkedHashMap<String, Value<Node>>(entries);
        all.replaceAll((_, value) -> value.map(each -> without(each, gone)));
        yield new Node.Fields(all, rest);
      }
      case Node.Num _, Node.Bool _ -> node;
    };
  }

  private static Part without(Part part, Set<String> gone) {
    return part instanceof Part.Reference(var target, _, _, var origin) && gone.contains(target)
        ? new Part.Hole(new Reason(Reason.Kind.INVALID, target), origin, Sensitivity.PLAIN)
        : part;
  }
}
