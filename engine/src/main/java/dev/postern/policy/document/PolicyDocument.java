package dev.postern.policy.document;

import dev.postern.model.Node;
import dev.postern.model.Property;
import dev.postern.model.Text;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// A policy document, as far as it is known.
///
/// What may be there and is not known is a statement whose effect and patterns are unknown, so that
/// every question about the document takes it into account.
///
/// @param version as written: `2012-10-17`
/// @param malformed what AWS rejects or ignores
/// @see <a
///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">grammar</a>
public record PolicyDocument(
    Optional<String> version,
    List<Statement> statements,
    List<Malformed> malformed,
    Origin origin) {

  /// How many worlds the documents of one question may distinguish.
  private static final int MOST_WORLDS = 64;

  public PolicyDocument {
    statements = List.copyOf(statements);
    malformed = List.copyOf(malformed);
  }

  /// The document at a property: an object, or JSON in a string. No statements where it is absent.
  public static PolicyDocument of(Property property) {
    return of(property.value(), World.ANY);
  }

  /// The document that `value` is in the deployments of `when`.
  public static PolicyDocument of(Value<Node> value, World when) {
    return DocumentReader.read(value, when);
  }

  /// The document that is this JSON text, which no user wrote.
  public static PolicyDocument ofJson(String json, Origin origin) {
    return of(Value.known(Text.of(json, origin), origin), World.ANY);
  }

  /// The document as it is in `world`, one of [#worlds(List)].
  public PolicyDocument in(World world) {
    return new PolicyDocument(
        version,
        statements.stream()
            .filter(s -> world.and(s.when()).isPresent())
            .map(s -> s.in(world))
            .toList(),
        malformed,
        origin);
  }

  /// The same document where it counts only in the deployments of `world`.
  public PolicyDocument attachedWhen(World world) {
    return new PolicyDocument(
        version,
        statements.stream().flatMap(s -> s.when().and(world).map(s::when).stream()).toList(),
        malformed,
        origin);
  }

  /// Disjoint worlds that cover every deployment, in each of which every part of `documents` is
  /// either there or not; nothing when there are too many.
  public static Optional<List<World>> worlds(List<PolicyDocument> documents) {
    var mentioned = new ArrayList<World>();
    documents.forEach(d -> d.statements.forEach(s -> s.mentioned(mentioned)));
    List<World> worlds = List.of(World.ANY);
    for (World world : new LinkedHashSet<>(mentioned)) {
      if (world.equals(World.ANY)) {
        continue;
      }
      var split = new ArrayList<World>();
      for (World before : worlds) {
        before.and(world).ifPresent(split::add);
        World.outside(List.of(world)).forEach(w -> before.and(w).ifPresent(split::add));
      }
      if (split.size() > MOST_WORLDS) {
        return Optional.empty();
      }
      worlds = split;
    }
    return Optional.of(worlds);
  }
}
