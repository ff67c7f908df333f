package dev.postern.readers.terraform.lens;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.readers.terraform.TerraformResource;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Finds the resource that a companion belongs to: by reference, by the name that both write, or by
/// the name that the companion's expression has for it.
final class Companions {
  /// Arguments that name a resource, besides the one that its companions use.
  private static final List<String> NAMES =
      List.of("bucket", "name", "identifier", "cluster_identifier", "function_name", "domain_name");

  private final Map<String, Draft> byAddress = new HashMap<>();
  private final Map<Object, Set<Draft>> byName = new HashMap<>();

  void add(Draft draft) {
    byAddress.putIfAbsent(draft.source().address(), draft);
    for (String argument : NAMES) {
      Value<Node> name = draft.source().body().entries().get(argument);
      if (name != null) {
        key(name)
            .ifPresent(k ->
                byName
                    .computeIfAbsent(List.of(draft.type(), k), _ -> new LinkedHashSet<>())
                    .add(draft));
      }
    }
  }

  /// What makes two names the same: the text, or the same thing that is not known.
  private static Optional<Object> key(Value<Node> name) {
    return switch (name) {
      case Value.Known<Node>(Text text, _, _) -> Optional.of(text);
      case Value.Unknown<Node>(var reason, var origin, _) when reason.kind() == Reason.Kind.INPUT ->
          Optional.of(List.of(reason, origin.source()));
      case Value.Known<Node> _,
          Value.Unknown<Node> _,
          Value.Absent<Node> _,
          Value.Default<Node> _,
          Value.OneOf<Node> _ ->
          Optional.empty();
    };
  }

  /// The one resource of type `type` that `link` names.
  Optional<Draft> whole(TerraformResource companion, String type, Value<Node> link) {
    Set<Draft> found = new LinkedHashSet<>();
    for (Value.Case<Node> each : link.cases()) {
      Optional<Draft> named = named(companion, type, each.value());
      boolean impossible =
          each.value() instanceof Value.Unknown<Node>(var reason, _, _)
              && reason.kind() == Reason.Kind.INVALID;
      if (named.isEmpty() && !impossible) {
        return Optional.empty();
      }
      named.ifPresent(found::add);
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  private Optional<Draft> named(TerraformResource companion, String type, Value<Node> link) {
    return referred(link)
        .or(() -> expressed(companion, link.origin()))
        .filter(draft -> draft.type().equals(type))
        .or(() ->
            key(link)
                .map(k -> byName.getOrDefault(List.of(type, k), Set.of()))
                .filter(drafts -> drafts.size() == 1)
                .map(drafts -> drafts.iterator().next()));
  }

  private Optional<Draft> referred(Value<Node> link) {
    return link instanceof Value.Known<Node>(Text text, _, _)
        ? text.soleReference().flatMap(r -> Optional.ofNullable(byAddress.get(r.target())))
        : Optional.empty();
  }

  /// The resource whose attribute the expression `aws_s3_bucket.b.bucket` is, in the companion's
  /// module; one that stands for many, when it is made for the same unknown collection.
  private Optional<Draft> expressed(TerraformResource companion, Origin origin) {
    Optional<Origin> next = Optional.of(origin);
    List<String> names = new ArrayList<>();
    while (next.isPresent()) {
      if (next.get() instanceof Origin.Through(_, var name, _)) {
        names.add(name);
      }
      next = next.get().next();
    }
    String module = module(companion);
    for (String name : names) {
      int end = name.lastIndexOf('.');
      String address = end < 0 ? "" : module + name.substring(0, end);
      Draft exact = byAddress.get(address);
      if (exact != null) {
        return Optional.of(exact);
      }
      Draft many = byAddress.get(address.replaceFirst("\\[each\\.key]$|\\[count\\.index]$", "[*]"));
      if (many != null && many.source().symbolic().equals(companion.symbolic())) {
        return Optional.of(many);
      }
    }
    return Optional.empty();
  }

  private static String module(TerraformResource resource) {
    String own = resource.block().labels().getFirst().text() + ".";
    int at = resource.address().lastIndexOf(own);
    return at < 0 ? "" : resource.address().substring(0, at);
  }

  /// The companion's properties, in the worlds in which it is there.
  static Node.Fields present(TerraformResource companion, Draft whole, Node.Fields properties) {
    Optional<Reason> many = companion.symbolic().filter(_ -> whole.source().symbolic().isEmpty());
    boolean always = companion.when().equals(whole.source().when());
    SequencedMap<String, Value<Node>> all = new LinkedHashMap<>(properties.entries());
    all.replaceAll((_, value) -> {
      Value<Node> there =
          many.<Value<Node>>map(why -> Value.unknown(why, value.origin())).orElse(value);
      return always ? there : Parts.within(companion.when(), there);
    });
    return new Node.Fields(all, properties.rest());
  }
}
