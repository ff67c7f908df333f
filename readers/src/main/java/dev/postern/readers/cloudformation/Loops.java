package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.readers.tree.Tree.Sequence;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// `Fn::ForEach`: entries written once for each item of a collection.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html">Fn::ForEach</a>
final class Loops {
  private final Problems problems;
  private final Work work;

  Loops(Problems problems, Work work) {
    this.problems = problems;
    this.work = work;
  }

  /// @param body the entries to write, the same in each turn
  /// @param unknown why there may be turns that are not known
  record Turns(List<Entry> body, List<Turn> turns, Optional<Reason> unknown) {
    private static Turns none(String loop) {
      return new Turns(List.of(), List.of(), Optional.of(new Reason(Reason.Kind.INVALID, loop)));
    }
  }

  /// One item of the collection; its loop variable is in the scope.
  record Turn(Scope scope) {}

  /// The turns that a loop takes. Where its collection is not known, it is one turn with an unknown
  /// item.
  Turns turns(Entry loop, Scope scope, Values values) {
    boolean isWhole =
        loop.value() instanceof Sequence(var parts, _, _)
            && parts.size() == 3
            && parts.get(0) instanceof Scalar
            && parts.get(2) instanceof Mapping;
    if (!isWhole) {
      problems.error(
          "`" + loop.key() + "` takes an identifier, a collection and a map", loop.keySpan());
      return Turns.none(loop.key());
    }
    List<Tree> parts = ((Sequence) loop.value()).items();
    String name = ((Scalar) parts.get(0)).text();
    var items = new LinkedHashSet<Text>();
    Optional<Reason> unknown = collect(values.of(parts.get(1), scope), items, loop);
    if (items.isEmpty() && unknown.isPresent()) {
      Span span = parts.get(1).span();
      items.add(Text.hole(unknown.get(), Origin.written(span)));
    }
    var turns = new ArrayList<Turn>();
    for (Text item : items) {
      if (!work.turn(loop.keySpan())) {
        unknown = Optional.of(Work.BOUND);
        break;
      }
      turns.add(new Turn(scope.with(name, item)));
    }
    return new Turns(((Mapping) parts.get(2)).entries(), turns, unknown);
  }

  private Optional<Reason> collect(Value<Node> value, SequencedSet<Text> items, Entry loop) {
    return switch (value) {
      case Value.Known<Node>(Node.Items(var elements, var rest), _, _) -> {
        Optional<Reason> unknown = rest;
        for (Value<Node> element : elements) {
          Optional<Reason> more = element(element, items, loop);
          unknown = unknown.isPresent() ? unknown : more;
        }
        yield unknown;
      }
      case Value.OneOf<Node>(var cases, _) -> {
        Optional<Reason> unknown =
            Optional.of(new Reason(Reason.Kind.INPUT, "collection of " + loop.key()));
        for (Value.Case<Node> each : cases) {
          collect(each.value(), items, loop);
        }
        yield unknown;
      }
      case Value.Unknown<Node>(var reason, _, _) -> Optional.of(reason);
      case Value.Known<Node> _, Value.Default<Node> _, Value.Absent<Node> _ -> {
        problems.error("`" + loop.key() + "` loops over a list", loop.keySpan());
        yield Optional.of(new Reason(Reason.Kind.INVALID, loop.key()));
      }
    };
  }

  private Optional<Reason> element(Value<Node> element, SequencedSet<Text> items, Entry loop) {
    boolean isList =
        element instanceof Value.OneOf || element instanceof Value.Known<Node>(Node.Items _, _, _);
    if (isList) {
      return collect(element, items, loop);
    }
    Optional<Text> text = Texts.part(element);
    Optional<Reason> unknown = text.flatMap(Text::unknown);
    if (unknown.isEmpty()) {
      text.ifPresent(items::add);
    }
    return unknown;
  }
}
