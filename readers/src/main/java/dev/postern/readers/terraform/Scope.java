package dev.postern.readers.terraform;

import dev.postern.model.Node;
import dev.postern.readers.hcl.Expression;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the names in an expression stand for.
///
/// @param module the instance of the module in which the expression stands
/// @param local names bound here: `each`, `count`, `self`, the variables of `for`, the iterator of
///   a `dynamic` block
/// @param closed there is nothing but the names bound here
/// @param rest why names may be bound that are not known
record Scope(ModuleInstance module, Optional<Bound> local, boolean closed, Optional<Reason> rest) {

  /// One name, and those bound around it.
  record Bound(String name, Value<Node> value, Optional<Bound> outer) {}

  static Scope of(ModuleInstance module) {
    return new Scope(module, Optional.empty(), false, Optional.empty());
  }

  /// What a template file sees.
  static Scope closed(
      ModuleInstance module, Map<String, Value<Node>> names, Optional<Reason> rest) {
    var scope = new Scope(module, Optional.empty(), true, rest);
    for (var name : names.entrySet()) {
      scope = scope.with(name.getKey(), name.getValue());
    }
    return scope;
  }

  Scope with(String name, Value<Node> value) {
    return new Scope(module, Optional.of(new Bound(name, value, local)), closed, rest);
  }

  Optional<Value<Node>> bound(String name) {
    for (Optional<Bound> at = local; at.isPresent(); at = at.get().outer()) {
      if (at.get().name().equals(name)) {
        return Optional.of(at.get().value());
      }
    }
    return Optional.empty();
  }

  /// What a root name and the attributes after it stand for; takes as many of the steps as belong
  /// to the name.
  Resolution resolve(Path path) {
    Optional<Value<Node>> here = bound(path.root());
    return here.map(value -> new Resolution(value, 0))
        .orElseGet(() -> closed ? unbound(path) : module.resolve(path));
  }

  private Resolution unbound(Path path) {
    Reason why =
        rest.map(r -> new Reason(r.kind(), r.what() + "." + path.root()))
            .orElseGet(() -> new Reason(Reason.Kind.INVALID, path.root()));
    return new Resolution(Value.unknown(why, Origin.written(path.whole().span())), 0);
  }

  /// The value of a name.
  ///
  /// @param taken how many steps of the path belong to the name
  record Resolution(Value<Node> value, int taken) {}

  /// A name with the accesses that follow it: `var.x[0].y`.
  ///
  /// @param steps the accesses, outermost last; those that are no plain attribute end the name
  record Path(String root, List<Expression> steps, Expression whole) {

    /// The name of attribute step `i`, when it is one.
    Optional<String> attribute(int i) {
      return i < steps.size() && steps.get(i) instanceof Expression.Attr(_, var name, _)
          ? Optional.of(name)
          : Optional.empty();
    }
  }
}
