package dev.postern.readers.writer;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.terraform.lens.Spot;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Ways down in properties.
final class Steps {
  private Steps() {}

  /// The path with `0` for every index.
  static List<String> plain(List<String> path) {
    return path.stream().map(step -> Plain.isIndex(step) ? "0" : step).toList();
  }

  static boolean isBelow(List<String> path, List<String> top) {
    return path.size() > top.size() && path.subList(0, top.size()).equals(top);
  }

  static List<String> outer(List<String> path) {
    return path.subList(0, path.size() - 1);
  }

  /// What a value consists of, by the steps that lead there.
  static List<Map.Entry<String, Value<Node>>> parts(Node value) {
    return switch (value) {
      case Node.Fields(var entries, var rest) ->
          rest.isPresent() ? List.of() : List.copyOf(entries.entrySet());
      case Node.Items(var items, var rest) ->
          rest.isPresent()
              ? List.of()
              : IntStream.range(0, items.size())
                  .mapToObj(i -> Map.entry(String.valueOf(i), items.get(i)))
                  .toList();
      case Text _, Node.Num _, Node.Bool _ -> List.of();
    };
  }

  /// The path up to its `count`th element.
  static List<String> upTo(List<String> path, int count) {
    int left = count;
    for (int i = 0; i < path.size() && left > 0; i++) {
      if (Plain.isIndex(path.get(i)) && --left == 0) {
        return path.subList(0, i + 1);
      }
    }
    return List.of();
  }

  /// In how many elements of lists everything lies that the first `depth` blocks of an argument
  /// hold; for depth 0, its whole resource.
  static int elements(List<Spot> spots, Spot spot, int depth) {
    if (depth == 0 && spot.link().isEmpty()) {
      return 0;
    }
    List<String> block = spot.argument().subList(0, depth);
    List<String> shared = new ArrayList<>(outer(spot.property()));
    for (Spot other : spots) {
      boolean inside =
          other.terraform().equals(spot.terraform())
              && other.argument().size() > depth
              && other.argument().subList(0, depth).equals(block);
      if (inside) {
        int same = 0;
        while (same < Math.min(shared.size(), other.property().size())
            && shared.get(same).equals(other.property().get(same))) {
          same++;
        }
        shared.subList(same, shared.size()).clear();
      }
    }
    return (int) shared.stream().filter(Plain::isIndex).count();
  }
}
