package dev.postern.view.iam;

import dev.postern.model.Resource;
import dev.postern.policy.document.Pattern;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.policy.document.PolicyDocument;
import java.util.List;
import java.util.Locale;

/// Policy documents that stand alone in a file: what they are for follows from what they say.
final class Bare {
  static final String TYPE = "Postern::IAM::PolicyDocument";

  private Bare() {}

  /// What a document is for.
  enum Kind {
    IDENTITY,
    TRUST,
    RESOURCE
  }

  /// A statement with a principal is about who gets in: into a role, where all its actions are
  /// those of STS.
  static Kind kind(PolicyDocument document) {
    boolean principals =
        document.statements().stream().anyMatch(s -> s.principals().sense() != Sense.NOT_WRITTEN);
    boolean sts =
        document.statements().stream()
            .flatMap(s -> s.actions().listed().stream())
            .map(Pattern::loosest)
            .allMatch(action -> action.toLowerCase(Locale.ROOT).startsWith("sts:"));
    return principals ? sts ? Kind.TRUST : Kind.RESOURCE : Kind.IDENTITY;
  }

  /// The document of a resource of type [#TYPE], where it is of this kind.
  static List<PolicyDocument> read(Resource resource, Kind kind) {
    PolicyDocument document = PolicyDocument.of(resource.at("PolicyDocument"));
    return kind(document) == kind ? List.of(document) : List.of();
  }
}
