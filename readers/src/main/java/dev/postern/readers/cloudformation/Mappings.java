package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Entry;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.text.Span;
import dev.postern.text.Spelling;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.Variable;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The mappings of a template.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html">Fn::FindInMap</a>
final class Mappings {
  private static final int MOST_WORLDS = 64;

  private final Map<String, Tree> declared = new LinkedHashMap<>();
  private final Names names;
  private final Values values;
  private final Problems problems;

  Mappings(List<Entry> declared, Names names, Values values, Problems problems) {
    declared.forEach(entry -> this.declared.put(entry.key(), entry.value()));
    this.names = names;
    this.values = values;
    this.problems = problems;
  }

  /// `Fn::FindInMap`: a map, two keys and, with the language extensions, what stands for missing
  /// keys. Deployments that ask for a key that is not there fail, so that their worlds are left
  /// out.
  Value<Node> find(Call call, Scope scope) {
    List<Tree> parts = call.arguments();
    Optional<Value<Node>> otherwise =
        parts.size() == 4 && parts.getLast() instanceof Mapping options
            ? options.find("DefaultValue").map(tree -> values.of(tree, scope))
            : Optional.empty();
    if (parts.size() < 3 || parts.size() > 4) {
      return problems.invalid(
          "`Fn::FindInMap` takes a map and two keys", "Fn::FindInMap", call.span());
    }
    List<Value<Node>> keys = parts.subList(0, 3).stream().map(p -> values.of(p, scope)).toList();
    var misses = new ArrayList<String>();
    Value<Optional<Value<Node>>> found =
        Lift.over(
            keys,
            Origin.written(call.span()),
            path -> find(path, 0, Optional.empty(), call.span(), misses));
    return present(found, otherwise, misses, call.span());
  }

  private Value<Node> present(
      Value<Optional<Value<Node>>> found,
      Optional<Value<Node>> otherwise,
      List<String> misses,
      Span at) {
    var cases = new ArrayList<Value.Case<Node>>();
    for (Value.Case<Optional<Value<Node>>> each : found.cases()) {
      Optional<Value<Node>> value =
          switch (each.value()) {
            case Value.Known<Optional<Value<Node>>>(var hit, _, _) ->
                hit.isPresent() ? hit : otherwise;
            case Value.Unknown<Optional<Value<Node>>>(var reason, var origin, var s) ->
                Optional.of(new Value.Unknown<>(reason, origin, s));
            case Value.Default<Optional<Value<Node>>> _,
                Value.Absent<Optional<Value<Node>>> _,
                Value.OneOf<Optional<Value<Node>>> _ ->
                Optional.empty();
          };
      value.ifPresent(v -> cases.add(new Value.Case<>(each.when(), v)));
    }
    if (otherwise.isEmpty() && !misses.isEmpty()) {
      String miss = misses.getFirst();
      if (cases.isEmpty()) {
        return problems.invalid(miss, "Fn::FindInMap", at);
      }
      problems.warning(miss, at);
    }
    if (cases.isEmpty() || cases.size() > MOST_WORLDS) {
      if (!cases.isEmpty()) {
        problems.info("`Fn::FindInMap` has more than " + MOST_WORLDS + " results", at);
      }
      Reason.Kind kind = cases.isEmpty() ? Reason.Kind.INVALID : Reason.Kind.BOUND;
      return Value.unknown(new Reason(kind, "Fn::FindInMap at " + at), Origin.written(at));
    }
    return Value.oneOf(cases, Origin.written(at));
  }

  /// Follows the path from `depth` on, `here` being what it has led to.
  private Value<Optional<Value<Node>>> find(
      List<Value<Node>> path, int depth, Optional<Tree> here, Span at, List<String> misses) {
    Origin origin = Origin.written(at);
    if (depth == path.size()) {
      String name = Texts.part(path.getFirst()).map(Text::toString).orElse("");
      return Value.known(
          here.map(tree -> Texts.through(values.of(tree, Scope.TOP), at, name)), origin);
    }
    Optional<Text> key = Texts.part(path.get(depth));
    Optional<String> literal = key.flatMap(Text::literal);
    if (literal.isPresent()) {
      Optional<Tree> next = child(here, depth, literal.get());
      if (next.isEmpty()) {
        misses.add(miss(depth, literal.get(), here));
        return Value.known(Optional.empty(), origin);
      }
      return find(path, depth + 1, next, at, misses);
    }
    Optional<Reason> unknown = key.flatMap(Text::unknown);
    boolean isWhole = key.isPresent() && key.get().parts().size() == 1;
    Optional<Variable> variable = isWhole ? unknown.flatMap(names::variable) : Optional.empty();
    return variable.isPresent() && depth > 0
        ? byWorld(variable.get(), path, depth, here, at, misses)
        : Value.unknown(
            unknown.orElse(new Reason(Reason.Kind.INVALID, "Fn::FindInMap at " + at)), origin);
  }

  private Value<Optional<Value<Node>>> byWorld(
      Variable variable,
      List<Value<Node>> path,
      int depth,
      Optional<Tree> here,
      Span at,
      List<String> misses) {
    var cases = new ArrayList<Value.Case<Optional<Value<Node>>>>();
    Optional<World> others = Optional.of(World.ANY);
    for (String key : keys(here)) {
      if (variable.domain().isEmpty() || variable.domain().contains(key)) {
        Optional<Tree> next = child(here, depth, key);
        cases.add(
            new Value.Case<>(World.is(variable, key), find(path, depth + 1, next, at, misses)));
        others = others.flatMap(w -> World.isNot(variable, key).flatMap(w::and));
      }
    }
    others.ifPresent(
        w -> cases.add(new Value.Case<>(w, Value.known(Optional.empty(), Origin.written(at)))));
    return Value.oneOf(cases, Origin.written(at));
  }

  private static List<String> keys(Optional<Tree> here) {
    return here.orElse(null) instanceof Mapping mapping
        ? mapping.entries().stream().map(Entry::key).distinct().toList()
        : List.of();
  }

  private Optional<Tree> child(Optional<Tree> here, int depth, String key) {
    if (depth == 0) {
      return Optional.ofNullable(declared.get(key));
    }
    return here.orElse(null) instanceof Mapping mapping ? mapping.find(key) : Optional.empty();
  }

  private String miss(int depth, String key, Optional<Tree> here) {
    String hint = Spelling.hint(key, depth == 0 ? declared.keySet() : keys(here));
    return depth == 0
        ? "no mapping `" + key + "`" + hint
        : "mapping has no key `" + key + "`" + hint;
  }
}
