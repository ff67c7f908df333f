package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.Variable;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;

/// Which stack a template is read for.
///
/// @param prefix what distinguishes the names of this stack from those of others in the unit:
///   `Network/` for one that is nested as `Network`, empty for the unit's own
/// @param handed the parameters that the stack around it gives; empty where none is around it, and
///   the inputs count
/// @param outer the variables that what is handed may mean
/// @param open the paths of the templates around this one, and its own
record Stack(
    String prefix,
    Optional<Map<String, Value<Node>>> handed,
    Function<Reason, Optional<Variable>> outer,
    SequencedSet<String> open) {

  /// The stack of a unit's own template, which lies at `path`.
  static Stack of(String prefix, String path) {
    var open = new LinkedHashSet<String>();
    open.add(path);
    return new Stack(prefix, Optional.empty(), _ -> Optional.empty(), open);
  }
}
