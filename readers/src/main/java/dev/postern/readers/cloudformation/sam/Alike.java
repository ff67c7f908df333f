package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether two values are sure to be the same, wherever they are written. As deep as the values,
/// whose depth is bounded.
final class Alike {
  private Alike() {}

  static boolean are(Value<Node> a, Value<Node> b) {
    return a.sole().isPresent() && b.sole().isPresent() && are(a.sole().get(), b.sole().get());
  }

  private static boolean are(Node a, Node b) {
    if (a instanceof Node.Items(var xs, var restA) && b instanceof Node.Items(var ys, var restB)) {
      return restA.isEmpty() && restB.isEmpty() && are(xs, ys);
    }
    if (a instanceof Node.Fields(var xs, var restA)
        && b instanceof Node.Fields(var ys, var restB)) {
      return restA.isEmpty() && restB.isEmpty() && are(xs, ys);
    }
    return a.equals(b);
  }

  private static boolean are(List<Value<Node>> xs, List<Value<Node>> ys) {
    if (xs.size() != ys.size()) {
      return false;
    }
    for (int i = 0; i < xs.size(); i++) {
      if (!are(xs.get(i), ys.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean are(Map<String, Value<Node>> xs, Map<String, Value<Node>> ys) {
    return xs.keySet().equals(ys.keySet())
        && xs.entrySet().stream()
            .allMatch(x ->
                Optional.ofNullable(ys.get(x.getKey()))
                    .filter(y -> are(x.getValue(), y))
                    .isPresent());
  }
}
