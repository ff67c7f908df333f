package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The things of one module instance that were evaluated: each once. A thing that needs itself is
/// an error of the user's.
final class Memo {
  private final Project project;
  private final Map<String, Entry> known = new HashMap<>();
  private final Set<String> underway = new HashSet<>();

  Memo(Project project) {
    this.project = project;
  }

  /// @param height how many levels its evaluation went down
  private record Entry(Value<Node> value, int height) {}

  Value<Node> once(String name, Span at, Supplier<Value<Node>> value) {
    Bounds bounds = project.bounds();
    Entry before = known.get(name);
    if (before != null) {
      return bounds.fits(before.height(), at)
          ? before.value()
          : Evaluator.unknown(Reason.Kind.BOUND, name, at);
    }
    if (!underway.add(name)) {
      project.report(Problem.error("`%s` depends on itself".formatted(name), at));
      return Evaluator.unknown(Reason.Kind.INVALID, name, at);
    }
    int start = bounds.measure();
    Value<Node> result = bounds.light(value.get(), name, at);
    underway.remove(name);
    known.put(name, new Entry(result, bounds.measured(start)));
    return result;
  }
}
