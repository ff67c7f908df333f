package dev.postern.readers.hcl;

import dev.postern.readers.hcl.Expression.*;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// How deep things may nest. The parser recurses at most [#LEVELS] deep; chains such as `a.b.c` or
/// `1 + 2 + 3` are read by a loop but make a high tree all the same, so that their height is
/// bounded as well.
final class Depth {
  /// Blocks, brackets, templates and operators inside each other.
  static final int LEVELS = 200;

  /// Nodes on the longest way from the root of an expression to a leaf.
  static final int HEIGHT = 1000;

  private Depth() {}

  /// Whether the tree of `root` is at most [#HEIGHT] high, found without recursion.
  static boolean isBounded(Expression root) {
    Deque<Expression> row = new ArrayDeque<>(List.of(root));
    for (int height = 0; !row.isEmpty(); height++) {
      if (height == HEIGHT) {
        return false;
      }
      for (int left = row.size(); left > 0; left--) {
        row.addAll(children(row.removeFirst()));
      }
    }
    return true;
  }

  static List<Expression> children(Expression of) {
    return switch (of) {
      case Numeral _, Bool _, Null _, Variable _, Element _, Invalid _ -> List.of();
      case Template(var parts, _, _) -> {
        List<Expression> inside = new ArrayList<>();
        collect(parts, inside);
        yield inside;
      }
      case Attr(var source, _, _) -> List.of(source);
      case Index(var source, var key, _) -> List.of(source, key);
      case Splat(var source, var each, _, _) -> List.of(source, each);
      case Call(_, _, var arguments, _, _) -> arguments;
      case Tuple(var elements, _) -> elements;
      case ObjectOf(var entries, _) -> {
        List<Expression> inside = new ArrayList<>(2 * entries.size());
        for (Entry entry : entries) {
          inside.add(entry.key());
          inside.add(entry.value());
        }
        yield inside;
      }
      case ForTuple(_, _, var collection, var result, var condition, _) -> {
        List<Expression> inside = new ArrayList<>(List.of(collection, result));
        condition.ifPresent(inside::add);
        yield inside;
      }
      case ForObject(_, _, var collection, var key, var result, _, var condition, _) -> {
        List<Expression> inside = new ArrayList<>(List.of(collection, key, result));
        condition.ifPresent(inside::add);
        yield inside;
      }
      case Conditional(var condition, var then, var otherwise, _) ->
          List.of(condition, then, otherwise);
      case Unary(_, var operand, _) -> List.of(operand);
      case Binary(_, var left, var right, _) -> List.of(left, right);
      case Parenthesised(var inner, _) -> List.of(inner);
    };
  }

  private static void collect(List<Part> parts, List<Expression> into) {
    for (Part part : parts) {
      switch (part) {
        case Part.Literal _ -> {}
        case Part.Interpolation(var expression, _) -> into.add(expression);
        case Part.If(var condition, var then, var otherwise, _) -> {
          into.add(condition);
          collect(then, into);
          collect(otherwise, into);
        }
        case Part.For(_, _, var collection, var inner, _) -> {
          into.add(collection);
          collect(inner, into);
        }
      }
    }
  }
}
