package dev.postern.model;

import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who points at whom through one property of one type: which bucket policies belong to a bucket,
/// which rules to a group.
public final class Incoming {
  private final Map<Resource, List<Link>> certain = new HashMap<>();
  private final Map<Unit, List<Verdict>> open = new HashMap<>();

  private final Cloud cloud;
  private final List<String> path;
  private final String to;

  private Incoming(Cloud cloud, List<String> path, String to) {
    this.cloud = cloud;
    this.path = path;
    this.to = to;
  }

  /// A resource that points here, and the world in which it does.
  public record Link(Resource from, World when) {}

  static Incoming of(Cloud cloud, List<Resource> sources, String path, String to) {
    var links = new Incoming(cloud, List.of(path.split("\\.")), to);
    sources.forEach(source -> links.follow(source.root(), 0, World.ANY));
    return links;
  }

  private void follow(Property here, int depth, World when) {
    if (depth == path.size()) {
      link(here, when);
      return;
    }
    String key = path.get(depth);
    if (!key.endsWith("[]")) {
      follow(here.at(key), depth + 1, when);
      return;
    }
    Property list = here.at(key.substring(0, key.length() - 2));
    for (Property.Element element : list.elements()) {
      element.when().and(when).ifPresent(w -> follow(element.property(), depth + 1, w));
    }
  }

  private void link(Property property, World when) {
    Resource from = property.resource();
    for (Value.Case<Text> each : property.text().cases()) {
      switch (each.value()) {
        case Value.Known<Text>(var text, var origin, _) -> {
          Optional<Resource> target = cloud.target(from, text, to);
          target.ifPresent(resource -> point(from, resource, when.and(each.when())));
          if (target.isEmpty() && text.references().isEmpty()) {
            text.unknown().ifPresent(why -> leaveOpen(from, why, origin));
          }
        }
        case Value.Unknown<Text>(var reason, var origin, _) -> leaveOpen(from, reason, origin);
        case Value.Absent<Text> _, Value.Default<Text> _, Value.OneOf<Text> _ -> {}
      }
    }
  }

  private void point(Resource from, Resource target, Optional<World> when) {
    for (World exists : from.when()) {
      when.flatMap(exists::and)
          .ifPresent(
              w -> certain.computeIfAbsent(target, _ -> new ArrayList<>()).add(new Link(from, w)));
    }
  }

  private void leaveOpen(Resource from, Reason why, Origin origin) {
    open.computeIfAbsent(from.unit(), _ -> new ArrayList<>())
        .add(Verdict.undecided(new Evidence(origin, why.toString())));
  }

  /// Those that surely point at `target`, in order.
  public List<Link> to(Resource target) {
    return certain.getOrDefault(target, List.of());
  }

  /// Undecided answers, one for each that may point at `target`: those of its own unit that may
  /// point at anything. A unit that leaves open what it belongs to says nothing of the others.
  public List<Verdict> open(Resource target) {
    return open.getOrDefault(target.unit(), List.of());
  }
}
