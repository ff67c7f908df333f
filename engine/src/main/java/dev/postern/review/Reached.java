package dev.postern.review;

import dev.postern.model.Resource;
import dev.postern.model.Unit;
import dev.postern.review.Acceptance.Scope;
import dev.postern.text.Span;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import java.util.List;
import java.util.Optional;

/// Tells which of the answers to a question an acceptance is about.
///
/// A comment above a resource, or behind the code of its first line, is about the resource. A
/// comment inside it is about the line or block that it stands at, where the defect is there, and
/// else about the resource. Elsewhere a comment is about what stands beside it: the defect may lie
/// in a variable, a policy document or a companion resource.
final class Reached {
  private final Scope scope;
  private final Optional<Surroundings> beside;
  private final Optional<Surroundings> around;

  Reached(Scope scope) {
    this.scope = scope;
    if (scope instanceof Scope.Beside(var comment)) {
      beside = Optional.of(Surroundings.of(comment));
      around =
          comment.file().path().endsWith(".tf")
              ? Optional.of(Surroundings.outermost(comment))
              : Optional.empty();
    } else {
      beside = Optional.empty();
      around = Optional.empty();
    }
  }

  /// Those of `open`, which are answers about `resource`, that are accepted.
  List<Answer> of(Resource resource, List<Answer> open) {
    return switch (scope) {
      case Scope.Named(var unit, var address) ->
          all(
              open,
              unit.test(resource.unit().name()) && Wildcards.match(address, resource.address()));
      case Scope.Files(var path) ->
          open.stream().filter(a -> path.test(a.source().file().path())).toList();
      case Scope.Within(var place) -> all(open, holds(resource, place));
      case Scope.Unit(var name) -> all(open, resource.unit().name().equals(name));
      case Scope.Beside(var comment) -> besides(comment, resource, open);
    };
  }

  private static List<Answer> all(List<Answer> open, boolean reached) {
    return reached ? open : List.of();
  }

  private static boolean holds(Resource resource, Span place) {
    Span whole = resource.whole();
    return !resource.isRemainder()
        && whole.file().equals(place.file())
        && whole.start() <= place.start()
        && place.end() <= whole.end();
  }

  private List<Answer> besides(Span comment, Resource resource, List<Answer> open) {
    Surroundings lines = beside.orElseThrow();
    if (!resource.isRemainder() && lines.beginAt(resource.header())) {
      return open;
    }
    List<Answer> here = evident(open, lines);
    if (!here.isEmpty()) {
      return here;
    }
    if (holds(resource, comment)) {
      return open;
    }
    boolean terraform = resource.unit().kind() == Unit.Kind.TERRAFORM;
    return terraform ? around.map(block -> evident(open, block)).orElse(List.of()) : List.of();
  }

  private static List<Answer> evident(List<Answer> open, Surroundings lines) {
    return open.stream().filter(a -> a.evidence().stream().anyMatch(e -> on(e, lines))).toList();
  }

  private static boolean on(Evidence evidence, Surroundings lines) {
    Optional<Origin> hop = Optional.of(evidence.origin());
    while (hop.isPresent()) {
      if (lines.hold(hop.get().place())) {
        return true;
      }
      hop = hop.get().next();
    }
    return false;
  }
}
