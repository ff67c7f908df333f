package dev.postern.view.iam;

import dev.postern.iam.Escalations;
import dev.postern.iam.Grants;
import dev.postern.iam.Requests;
import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.policy.document.Statement;
import dev.postern.rule.Witness;
import dev.postern.value.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// An identity policy: a managed or inline one that is a resource of its own, the inline ones of an
/// identity, or one that stands alone.
///
/// @param documents one, or each inline policy of a role, user, group or permission set; none where
///   a document that stands alone is for something else
/// @param grants what they allow together
public record IamPolicy(
    Resource resource, Cloud cloud, List<PolicyDocument> documents, Grants grants) implements View {
  public static final ViewType<IamPolicy> TYPE =
      new ViewType<>(
          List.of(
              "AWS::IAM::ManagedPolicy",
              "AWS::IAM::Policy",
              "AWS::IAM::RolePolicy",
              "AWS::IAM::UserPolicy",
              "AWS::IAM::GroupPolicy",
              "AWS::IAM::Role",
              "AWS::IAM::User",
              "AWS::IAM::Group",
              "AWS::SSO::PermissionSet",
              Bare.TYPE),
          IamPolicy::of);

  private static final List<String> STANDING_FOR_ALL = List.of("s3", "ec2", "lambda");

  static IamPolicy of(Resource resource, Cloud cloud) {
    var documents = new ArrayList<PolicyDocument>();
    switch (resource.type()) {
      case "AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group" ->
          Attachments.inline(resource).forEach(p -> p.document().ifPresent(documents::add));
      case "AWS::SSO::PermissionSet" ->
          documents.add(PolicyDocument.of(resource.at("InlinePolicy")));
      case Bare.TYPE -> documents.addAll(Bare.read(resource, Bare.Kind.IDENTITY));
      default -> documents.add(PolicyDocument.of(resource.at("PolicyDocument")));
    }
    return new IamPolicy(
        resource, cloud, List.copyOf(documents), Grants.of(documents, cloud.facts().actions()));
  }

  /// Whether there is no statement to judge.
  public boolean isEmpty() {
    return documents.stream().allMatch(d -> d.statements().isEmpty());
  }

  public List<Statement> statements() {
    return documents.stream().flatMap(d -> d.statements().stream()).toList();
  }

  /// A request that one of its statements allows.
  public Witness.Request exampleOf(Statement statement) {
    return Requests.of(statement, cloud.facts().actions());
  }

  /// The prefixes of the services that its statements name, in order; a few that stand for all
  /// where a statement names every service.
  public List<String> namedServices() {
    Actions actions = cloud.facts().actions();
    return statements().stream()
        .filter(s -> s.allows() != Truth.FALSE)
        .flatMap(s -> s.actions().listed().stream())
        .map(pattern -> pattern.loosest().toLowerCase(Locale.ROOT))
        .flatMap(glob ->
            glob.startsWith("*") ? STANDING_FOR_ALL.stream() : services(glob, actions).stream())
        .distinct()
        .toList();
  }

  private static List<String> services(String glob, Actions actions) {
    int colon = glob.indexOf(':');
    return colon < 0
        ? List.of()
        : ActionSet.matching(actions, glob.substring(0, colon) + ":*").services();
  }

  /// The ways to more permissions that the policies here open, most serious first: of an identity,
  /// those that all of its policies open together and none that is reported by itself alone. Ways
  /// that [Grants#changesIam()] knows are left out.
  public List<Escalations.Found> ownWays() {
    Actions actions = cloud.facts().actions();
    Grants all = identity().map(Identity::grants).orElse(grants);
    List<Escalations.Found> found =
        Escalations.of(all, actions).stream().filter(f -> !f.way().isModificationOfIam()).toList();
    var elsewhere = new HashSet<String>();
    if (!found.isEmpty()) {
      identity().stream()
          .flatMap(i -> i.policies().stream())
          .filter(p -> p.resource().isPresent() || p.kind() == AttachedPolicy.Kind.AWS_MANAGED)
          .flatMap(p -> p.document().stream())
          .flatMap(d -> Escalations.of(Grants.of(List.of(d), actions), actions).stream())
          .forEach(f -> elsewhere.add(f.way().id()));
    }
    return Stream.concat(
            found.stream().filter(f -> f.verdict().possible()),
            found.stream().filter(f -> !f.verdict().possible()))
        .filter(f -> !elsewhere.contains(f.way().id()))
        .toList();
  }

  /// The role, user or group of which these are the inline policies.
  public Optional<Identity> identity() {
    return Identity.TYPE.types().contains(resource.type())
        ? Optional.of(cloud.view(Identity.TYPE, resource))
        : Optional.empty();
  }
}
