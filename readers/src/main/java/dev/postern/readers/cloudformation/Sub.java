package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.tree.Places;
import dev.postern.readers.tree.Tree;
import dev.postern.readers.tree.Tree.Mapping;
import dev.postern.readers.tree.Tree.Scalar;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `Fn::Sub`: a string with `${Name}`, `${Resource.Attribute}` and `${!Literal}`.
///
/// @see <a
///   href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html">Fn::Sub</a>
final class Sub {
  private final Names names;
  private final Values values;
  private final Problems problems;

  Sub(Names names, Values values, Problems problems) {
    this.names = names;
    this.values = values;
    this.problems = problems;
  }

  Value<Node> apply(Call call, Scope scope) {
    List<Tree> parts = call.arguments();
    boolean isRight =
        !parts.isEmpty()
            && parts.getFirst() instanceof Scalar
            && (parts.size() == 1 || (parts.size() == 2 && parts.getLast() instanceof Mapping));
    if (!isRight) {
      return problems.invalid(
          "`Fn::Sub` takes a string and a map of variables", "Fn::Sub", call.span());
    }
    Optional<Mapping> variables =
        parts.getLast() instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
    List<Value<Node>> pieces = pieces((Scalar) parts.getFirst(), variables, scope);
    Origin origin = Origin.written(call.span());
    return Lift.over(pieces, origin, all -> joined(all, origin));
  }

  private Value<Node> joined(List<Value<Node>> pieces, Origin origin) {
    var texts = new ArrayList<Text>();
    for (Value<Node> piece : pieces) {
      Optional<Text> text = Texts.part(piece);
      if (text.isEmpty()) {
        return problems.invalid("`Fn::Sub` takes strings only", "Fn::Sub", piece.origin().place());
      }
      texts.add(text.get());
    }
    return Value.known(Texts.join(texts), origin);
  }

  private List<Value<Node>> pieces(Scalar template, Optional<Mapping> variables, Scope scope) {
    var pieces = new ArrayList<Value<Node>>();
    String text = template.text();
    Places places = template.places();
    int done = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", open + 1)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String name = text.substring(open + 2, close).strip();
      Span use = places.span(open, close + 1);
      if (name.startsWith("!")) {
        pieces.add(literal(places, done, open + 2, scope));
        done = open + 3;
      } else if (isName(name)) {
        pieces.add(literal(places, done, open, scope));
        pieces.add(variable(name, use, variables, scope));
        done = close + 1;
        open = close;
      } else {
        problems.warning("`Fn::Sub` takes only names between `${` and `}`", use);
      }
    }
    pieces.add(literal(places, done, text.length(), scope));
    return pieces;
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(c ->
                Character.isLetterOrDigit(c)
                    || c == '.'
                    || c == ':'
                    || c == '_'
                    || c == '-'
                    || c == '&'
                    || c == '{');
  }

  private static Value<Node> literal(Places places, int from, int to, Scope scope) {
    return Value.known(
        Texts.substitute(Texts.of(places, from, to), scope), Origin.written(places.span(from, to)));
  }

  private Value<Node> variable(String name, Span use, Optional<Mapping> variables, Scope scope) {
    Optional<Tree> own = variables.flatMap(mapping -> mapping.find(name));
    if (own.isPresent()) {
      return Texts.through(values.of(own.get(), scope), use, name);
    }
    String whole = Values.key(name, use, scope);
    int dot = whole.indexOf('.');
    return dot > 0
        ? names.attribute(whole.substring(0, dot), whole.substring(dot + 1), use)
        : names.ref(whole, use, scope);
  }
}
