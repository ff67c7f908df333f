package dev.postern.model;

import dev.postern.text.Comment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Everything that is reviewed together: all resources of all units, immutable and linked.
public final class Cloud {
  private final List<Unit> units;
  private final List<Resource> resources;
  private final List<Comment> comments;
  private final Map<String, List<Resource>> byType = new LinkedHashMap<>();
  private final Map<Unit, Map<String, Resource>> byAddress = new LinkedHashMap<>();
  private final Map<String, Incoming> incoming = new ConcurrentHashMap<>();
  private final Map<ViewType<?>, Map<Resource, View>> views = new ConcurrentHashMap<>();
  private final Names names;
  private final Facts facts;

  /// @param comments every comment of the files read, from which suppressions are taken
  /// @param facts what AWS publishes
  public Cloud(List<Unit> units, List<Resource> resources, List<Comment> comments, Facts facts) {
    this.facts = facts;
    this.units = List.copyOf(units);
    this.resources = List.copyOf(resources);
    this.comments = List.copyOf(comments);
    for (Resource resource : resources) {
      byType.computeIfAbsent(resource.type(), _ -> new ArrayList<>()).add(resource);
      byAddress
          .computeIfAbsent(resource.unit(), _ -> new LinkedHashMap<>())
          .putIfAbsent(resource.address(), resource);
    }
    names = new Names(resources);
  }

  public List<Unit> units() {
    return units;
  }

  public List<Resource> resources() {
    return resources;
  }

  public List<Comment> comments() {
    return comments;
  }

  /// What AWS publishes of its services.
  public Facts facts() {
    return facts;
  }

  /// The resources of one CloudFormation type, in order.
  public List<Resource> ofType(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /// The resource with this address, which is one of another unit when it is written
  /// `unit::address`.
  public Optional<Resource> find(Unit unit, String address) {
    return Optional.ofNullable(byAddress.getOrDefault(unit, Map.of()).get(address))
        .or(() -> elsewhere(address));
  }

  private Optional<Resource> elsewhere(String address) {
    int end = address.indexOf("::");
    return end < 0
        ? Optional.empty()
        : units.stream()
            .filter(unit -> unit.name().equals(address.substring(0, end)))
            .findFirst()
            .flatMap(unit -> find(unit, address.substring(end + 2)));
  }

  /// The resource of type `type` that a text of `from` names: by reference, or by the name or ARN
  /// of a resource of the same unit. Nothing, when it names none, or several, or what it names is
  /// not known.
  public Optional<Resource> target(Resource from, Text text, String type) {
    return Names.reference(text)
        .flatMap(reference -> find(from.unit(), reference.target()))
        .filter(resource -> resource.type().equals(type))
        .or(() -> names.find(from.unit(), text, type));
  }

  /// The view of one resource, made once.
  @SuppressWarnings("unchecked") // INVARIANT: a view type is stored with views of its own type only
  public <V extends View> V view(ViewType<V> type, Resource resource) {
    Map<Resource, View> made = views.computeIfAbsent(type, _ -> new ConcurrentHashMap<>());
    View known = made.get(resource);
    if (known == null) {
      known = type.of().apply(resource, this);
      made.put(resource, known);
    }
    return (V) known;
  }

  /// The resources of type `from` that name a resource of type `to` at `path` (dotted; `[]` for the
  /// elements of a list).
  public Incoming incoming(String from, String path, String to) {
    String key = from + "\t" + path + "\t" + to;
    Incoming known = incoming.get(key);
    if (known == null) {
      known = Incoming.of(this, ofType(from), path, to);
      incoming.put(key, known);
    }
    return known;
  }
}
