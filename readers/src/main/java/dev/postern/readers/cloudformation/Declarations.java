package dev.postern.readers.cloudformation;

import dev.postern.readers.tree.Tree.Entry;
import dev.postern.text.Problem;
import dev.postern.value.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The entries of a section by their names, after loops have written theirs and snippets are
/// included.
final class Declarations {
  private final Loops loops;
  private final Values values;
  private final Includes includes;
  private final Problems problems;

  Declarations(Loops loops, Values values, Includes includes, Problems problems) {
    this.loops = loops;
    this.values = values;
    this.includes = includes;
    this.problems = problems;
  }

  /// In the order written; of several with one name the last counts.
  List<Declared> of(List<Entry> entries) {
    var all = new ArrayList<Declared>();
    add(entries, Scope.TOP, Optional.empty(), all);
    var byName = new LinkedHashMap<String, Declared>();
    for (Declared each : all) {
      if (byName.put(each.id(), each) != null) {
        problems.warning("`" + each.id() + "` is made twice; the last one counts", each.header());
      }
    }
    return List.copyOf(byName.values());
  }

  private void add(List<Entry> entries, Scope scope, Optional<Reason> symbolic, List<Declared> to) {
    for (Entry entry : entries) {
      if (Call.isLoop(entry.key())) {
        Loops.Turns turns = loops.turns(entry, scope, values);
        Optional<Reason> unknown = symbolic.isPresent() ? symbolic : turns.unknown();
        turns.turns().forEach(turn -> add(turns.body(), turn.scope(), unknown, to));
      } else if (entry.key().equals("Fn::Transform")) {
        includes.snippet(
            entry.value(),
            entry.keySpan(),
            scope,
            Problem.Level.ERROR,
            values,
            snippet -> {
              add(snippet.entries(), scope, symbolic, to);
              return true;
            });
      } else {
        String id = Values.key(entry.key(), entry.keySpan(), scope);
        to.add(new Declared(id, entry.keySpan(), entry.value(), scope, symbolic));
      }
    }
  }
}
