package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Tells of arguments that Terraform refuses to evaluate: an index that is not there, arguments
/// that a function does not take, two sides of a condition that have no type in common. Only what
/// is refused whatever the inputs are is told, and each expression once; nothing is said of files
/// that are not there, since what is built first makes them.
final class Refusals {
  private static final Pattern FILE = Pattern.compile("\\b(file|templatefile)\\w*\\(");

  private final Map<Span, Problem> told = new LinkedHashMap<>();
  private final List<Problem> known;

  private Refusals(List<Problem> known) {
    this.known = known;
  }

  /// @param known the problems so far; what they are about is not told again
  static List<Problem> of(List<TerraformResource> resources, List<Problem> known) {
    var refusals = new Refusals(known);
    for (TerraformResource resource : resources) {
      if (resource.when().contains(World.ANY) && resource.symbolic().isEmpty()) {
        resource.body().entries().forEach(refusals::look);
      }
    }
    return List.copyOf(refusals.told.values());
  }

  private void look(String argument, Value<Node> value) {
    switch (value) {
      case Value.Unknown<Node>(var reason, var origin, _) -> look(argument, reason, origin);
      case Value.Known<Node>(Node.Fields(var entries, _), _, _) -> entries.forEach(this::look);
      case Value.Known<Node>(Node.Items(var items, _), _, _) ->
          items.forEach(item -> look(argument, item));
      case Value.Known<Node>(Text text, _, _) -> text.parts().forEach(part -> look(argument, part));
      case Value.Known<Node> _,
          Value.Default<Node> _,
          Value.Absent<Node> _,
          Value.OneOf<Node> _ -> {}
    }
  }

  private void look(String argument, Text.Part part) {
    switch (part) {
      case Text.Part.Hole(var reason, var origin, _, _) -> look(argument, reason, origin);
      case Text.Part.Json(var document, _) -> look(argument, document);
      case Text.Part.Literal _, Text.Part.Reference _ -> {}
    }
  }

  private void look(String argument, Reason reason, Origin origin) {
    Span at = origin.source();
    if (reason.kind() == Reason.Kind.INVALID
        && !FILE.matcher(at.text()).find()
        && known.stream().noneMatch(p -> isIn(p.at(), at))) {
      told.putIfAbsent(
          at,
          Problem.warning(
              "`" + argument + "` has no value: Terraform refuses this expression", at));
    }
  }

  private static boolean isIn(Span one, Span other) {
    return one.file().equals(other.file())
        && one.start() <= other.end()
        && other.start() <= one.end();
  }
}
