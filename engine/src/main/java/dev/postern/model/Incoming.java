package dev.postern.model;

import dev.postern.value.Evidence;
import dev.postern.value.Value;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who points at whom through one property of one type: which bucket policies belong to a bucket,
/// which rules to a group.
public final class Incoming {
  private final Map<Resource, List<Link>> certain = new HashMap<>();
  private final List<Verdict> open = new ArrayList<>();

  private Incoming() {}

  /// A resource that points here, and the world in which it does.
  public record Link(Resource from, World when) {}

  static Incoming of(Cloud cloud, List<Resource> sources, String[] path) {
    var links = new Incoming();
    for (Resource source : sources) {
      links.follow(cloud, source, source.root(), path, 0, World.ANY);
    }
    return links;
  }

  private void follow(
      Cloud cloud, Resource from, Property here, String[] path, int depth, World when) {
    if (depth == path.length) {
      link(cloud, from, here, when);
      return;
    }
    boolean list = path[depth].endsWith("[]");
    Property next =
        here.at(list ? path[depth].substring(0, path[depth].length() - 2) : path[depth]);
    if (!list) {
      follow(cloud, from, next, path, depth + 1, when);
      return;
    }
    next.unknownRest().ifPresent(open::add);
    for (Property.Element element : next.elements()) {
      element
          .when()
          .and(when)
          .ifPresent(w -> follow(cloud, from, element.property(), path, depth + 1, w));
    }
  }

  private void link(Cloud cloud, Resource from, Property property, World when) {
    for (Value.Case<Text> each : property.text().cases()) {
      switch (each.value()) {
        case Value.Known<Text>(var text, var origin, _) -> {
          var target = cloud.target(from, text);
          if (target.isPresent()) {
            for (World exists : from.when()) {
              exists
                  .and(each.when())
                  .flatMap(when::and)
                  .ifPresent(w ->
                      certain
                          .computeIfAbsent(target.get(), _ -> new ArrayList<>())
                          .add(new Link(from, w)));
            }
          } else if (text.literal().isEmpty() && text.references().isEmpty()) {
            text.unknown()
                .ifPresent(
                    why -> open.add(Verdict.undecided(new Evidence(origin, why.toString()))));
          }
        }
        case Value.Unknown<Text>(var reason, var origin, _) ->
            open.add(Verdict.undecided(new Evidence(origin, reason.toString())));
        case Value.Absent<Text> _, Value.Default<Text> _, Value.OneOf<Text> _ -> {}
      }
    }
  }

  /// Those that surely point at `target`, in order.
  public List<Link> to(Resource target) {
    return certain.getOrDefault(target, List.of());
  }

  /// Undecided answers, one for each that may point at anything.
  public List<Verdict> open() {
    return open;
  }
}
