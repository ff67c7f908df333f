package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a part of a template is worth. As deep as the tree, whose depth is bounded.
final class Values {
  private final Problems problems;
  private final Functions functions;
  private final Loops loops;
  private final Work work;

  Values(Problems problems, Functions functions, Loops loops, Work work) {
    this.problems = problems;
    this.functions = functions;
    this.loops = loops;
    this.work = work;
  }

  Value<Node> of(Tree tree, Scope scope) {
    if (!work.spend(tree.span())) {
      return Value.unknown(Work.BOUND, Origin.written(tree.span()));
    }
    Optional<Call> call = Call.of(tree);
    if (call.isPresent()) {
      return functions.apply(call.get(), scope);
    }
    return switch (tree) {
      case Scalar scalar -> scalar(scalar, scope);
      case Sequence sequence -> items(sequence, scope);
      case Mapping mapping -> fields(mapping, scope);
      case Tree.Unreadable(var span) ->
          Value.unknown(new Reason(Reason.Kind.INVALID, "value at " + span), Origin.written(span));
    };
  }

  private static Value<Node> scalar(Scalar scalar, Scope scope) {
    Origin origin = Origin.written(scalar.span());
    if (scalar.isNull()) {
      return Value.absent(origin);
    }
    Node node =
        scalar
            .asBoolean()
            .<Node>map(Node.Bool::new)
            .or(() -> scalar.asNumber().map(Node.Num::new))
            .orElseGet(() -> Texts.substitute(Texts.of(scalar), scope));
    return Value.known(node, origin);
  }

  /// An element that is `AWS::NoValue` is not there.
  private Value<Node> items(Sequence sequence, Scope scope) {
    var values = new ArrayList<Value<Node>>();
    for (Tree item : sequence.items()) {
      Value<Node> value = of(item, scope);
      if (!(value instanceof Value.Absent)) {
        values.add(value);
      }
    }
    return Value.known(Node.Items.of(values), Origin.written(sequence.span()));
  }

  private Value<Node> fields(Mapping mapping, Scope scope) {
    var entries = new LinkedHashMap<String, Value<Node>>();
    Optional<Reason> rest = addFields(mapping.entries(), scope, entries);
    return Value.known(new Node.Fields(entries, rest), Origin.written(mapping.span()));
  }

  private Optional<Reason> addFields(List<Entry> from, Scope scope, Map<String, Value<Node>> to) {
    Optional<Reason> rest = Optional.empty();
    for (Entry entry : from) {
      Optional<Reason> hidden = Optional.empty();
      if (Call.isLoop(entry.key())) {
        hidden = loop(entry, scope, to);
      } else if (entry.key().equals("Fn::Transform")) {
        hidden = included(entry, scope, to);
      } else if (entry.key().startsWith("Fn::")) {
        hidden = Optional.of(misplaced(entry.key(), entry.keySpan()));
      } else {
        to.put(key(entry.key(), entry.keySpan(), scope), of(entry.value(), scope));
      }
      rest = rest.isPresent() ? rest : hidden;
    }
    return rest;
  }

  private Optional<Reason> included(Entry entry, Scope scope, Map<String, Value<Node>> to) {
    return functions
        .includes()
        .snippet(
            entry.value(),
            entry.keySpan(),
            scope,
            Problem.Level.INFO,
            this,
            snippet -> addFields(snippet.entries(), scope, to))
        .orElseGet(
            () -> Optional.of(new Reason(Reason.Kind.UNSUPPORTED, Includes.name(entry.value()))));
  }

  private Reason misplaced(String function, Span at) {
    problems.error("`" + function + "` stands beside other keys, where it is not called", at);
    return new Reason(Reason.Kind.INVALID, function);
  }

  private Optional<Reason> loop(Entry entry, Scope scope, Map<String, Value<Node>> to) {
    Optional<Reason> rest = Optional.empty();
    Loops.Turns turns = loops.turns(entry, scope, this);
    for (Loops.Turn turn : turns.turns()) {
      Optional<Reason> hidden = addFields(turns.body(), turn.scope(), to);
      rest = rest.isPresent() ? rest : hidden;
    }
    return rest.isPresent() ? rest : turns.unknown();
  }

  /// A key with the loop variables in it replaced, as far as they are known.
  static String key(String key, Span at, Scope scope) {
    if (scope.loops().isEmpty()) {
      return key;
    }
    Text replaced = Texts.substitute(Text.of(key, Origin.written(at)), scope);
    return replaced.literal().orElseGet(replaced::toString);
  }
}
