package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Makes references to what SAM calls `Fn.Alias` or `Api.Stage` references to the resource that is
/// meant. As deep as the values, whose depth is bounded.
///
/// @param names logical ids by SAM's name
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html">referencing
///   generated resources</a>
record References(Map<String, String> names) {

  Value<Node> renamed(Value<Node> value) {
    return value.map(this::renamed);
  }

  private Node renamed(Node node) {
    return switch (node) {
      case Text text ->
          text.references().isEmpty()
              ? text
              : Text.of(text.parts().stream().map(this::renamed).toList());
      case Node.Items(var values, var rest) ->
          new Node.Items(values.stream().map(this::renamed).toList(), rest);
      case Node.Fields(var entries, var rest) -> {
        var all = new LinkedHashMap<>(entries);
        all.replaceAll((_, value) -> renamed(value));
        yield new Node.Fields(all, rest);
      }
      case Node.Num _, Node.Bool _ -> node;
    };
  }

  private Part renamed(Part part) {
    if (!(part instanceof Part.Reference(var target, var attribute, var value, var origin))) {
      return part;
    }
    Optional<String> id = Optional.ofNullable(names.get(target));
    if (id.isPresent()) {
      return new Part.Reference(id.get(), attribute, value, origin);
    }
    // INVARIANT: `Fn::GetAtt` of `Fn.Alias` names the resource `Fn` and the attribute `Alias`
    int dot = attribute.indexOf('.');
    String beside = dot < 0 ? attribute : attribute.substring(0, dot);
    String rest = dot < 0 ? "Ref" : attribute.substring(dot + 1);
    return Optional.ofNullable(names.get(target + "." + beside))
        .<Part>map(made -> new Part.Reference(made, rest, value, origin))
        .orElse(part);
  }
}
