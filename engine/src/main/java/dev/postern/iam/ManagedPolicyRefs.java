package dev.postern.iam;

import dev.postern.model.Facts;
import dev.postern.model.Text;
import dev.postern.policy.AccessLevel;
import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.text.SourceFile;
import dev.postern.value.Origin;
import dev.postern.value.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// References to the policies that AWS itself writes, in whatever partition.
public final class ManagedPolicyRefs {
  private static final String MARK = ":iam::aws:policy/";

  /// Broad ones, for when their document is not at hand.
  private static final Set<String> BROAD =
      Set.of("AdministratorAccess", "PowerUserAccess", "IAMFullAccess");

  private ManagedPolicyRefs() {}

  /// The path and name of the AWS managed policy that an ARN names:
  /// `service-role/AWSLambdaBasicExecutionRole`. The partition may be unknown.
  public static Optional<String> name(Text arn) {
    var last = new StringBuilder();
    boolean known = true;
    for (Text.Part part : arn.flat()) {
      if (part instanceof Text.Part.Literal(var text, _)) {
        last.append(text);
      } else if (last.indexOf(MARK) >= 0) {
        known = false;
      } else {
        last.append('\0');
      }
    }
    String all = last.toString();
    int mark = all.indexOf(MARK);
    boolean arnLike = all.startsWith("arn:") || all.startsWith("\0");
    return known && mark > 0 && arnLike
        ? Optional.of(all.substring(mark + MARK.length()))
        : Optional.empty();
  }

  /// The document of the AWS managed policy that an ARN names, as if written at `origin`.
  public static Optional<PolicyDocument> document(Text arn, Origin origin, Facts facts) {
    return name(arn)
        .flatMap(name -> facts.managedPolicies().document("arn:aws:iam::aws:policy/" + name))
        .map(json -> PolicyDocument.ofJson(json, origin));
  }

  /// Whether an AWS managed policy is broad: it allows all of some service that changes things, on
  /// every resource.
  ///
  /// @param name as [#name(Text)] gives it
  public static boolean isBroad(String name, Facts facts) {
    Origin nowhere = Origin.written(SourceFile.of("", "").all());
    return facts
        .managedPolicies()
        .document("arn:aws:iam::aws:policy/" + name)
        .map(json -> isBroad(PolicyDocument.ofJson(json, nowhere), facts))
        .orElseGet(() -> BROAD.contains(name) || name.endsWith("FullAccess"));
  }

  private static boolean isBroad(PolicyDocument document, Facts facts) {
    Grants grants = Grants.of(List.of(document), facts.actions());
    return grants.everywhere().services().stream()
        .filter(service -> changes(service, facts.actions()))
        .anyMatch(service -> grants.allowsService(service).verdict() instanceof Verdict.Yes);
  }

  /// Whether a service has actions that can be scoped and change something: all of a service that
  /// only reads is not much.
  private static boolean changes(String service, Actions table) {
    return ActionSet.matching(table, service + ":*").stream()
        .filter(action -> !action.wildcardOnly())
        .anyMatch(action ->
            action.level() == AccessLevel.WRITE
                || action.level() == AccessLevel.PERMISSIONS_MANAGEMENT);
  }
}
