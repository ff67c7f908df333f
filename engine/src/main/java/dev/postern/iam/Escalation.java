package dev.postern.iam;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// One way in which whoever may do some actions gets more permissions than were given to him.
///
/// @param actions all of them are needed
/// @param trusted the service that the role passed must trust; empty where none is passed or it
///   does not matter
/// @param what what happens, as the rest of a sentence about the principal
public record Escalation(String id, Kind kind, List<String> actions, String trusted, String what) {

  /// The ways, most serious first.
  public enum Kind {
    SELF_ESCALATION,
    CREDENTIAL_OF_ANOTHER,
    NEW_ROLE,
    GUARDRAIL_REMOVAL,
    IDENTITY_CENTER,
    NEW_PASSROLE,
    UPDATE_PASSROLE,
    EXISTING_RESOURCE
  }

  public Escalation {
    actions = List.copyOf(actions);
  }

  /// On how many resources an action of this way must be granted to be taken for dangerous without
  /// looking at what exists: IAM actions must not be limited to named identities, and a thing that
  /// is made or changed to run as a role may be any thing. A role that does not exist yet may be
  /// one that is named.
  Scope scope(String action) {
    boolean anyThing =
        (kind == Kind.NEW_PASSROLE || kind == Kind.UPDATE_PASSROLE) && !action.startsWith("iam:");
    return anyThing || kind == Kind.NEW_ROLE ? Scope.SOME : Scope.MANY;
  }

  /// Whether the way needs nothing but actions of IAM on identities that are not named one by one.
  public boolean isModificationOfIam() {
    return kind != Kind.NEW_ROLE && actions.stream().allMatch(a -> a.startsWith("iam:"));
  }

  /// Every known way, most serious kind first, fewer actions before more.
  static List<Escalation> all() {
    try (InputStream in = Escalation.class.getResourceAsStream("escalations.tsv")) {
      if (in == null) {
        throw new IllegalStateException("escalations.tsv is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Escalation of(String[] cells) {
    Kind kind = Kind.valueOf(cells[1].toUpperCase(Locale.ROOT).replace('-', '_'));
    return new Escalation(cells[0], kind, List.of(cells[2].split("\\+")), cells[3], cells[4]);
  }
}
