package dev.postern.rules.iam;

import dev.postern.iam.Answer;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Origin;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import dev.postern.view.iam.IamPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A task uses a few actions on a few resources of a service. All actions on all resources include
/// those that delete, that open to the public and that nobody thought of, and future ones as AWS
/// adds them.
///
/// Only actions that can be scoped to an ARN count; a service in which none can is not reported.
/// The actions of all statements are counted together, so `s3:Get*` and the rest of them in another
/// statement are found too. The services that one statement allows are one finding.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Allow, Action: 's3:*', Resource: '*'} # here
/// ```
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - Effect: Allow
///             Resource: 'arn:aws:dynamodb:*:*:*'
///             Action: 'dynamodb:*' # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = ["s3:*"], Resource = "*" }, # here
///     ]
///   })
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Allow, Action: 's3:*', Resource: 'arn:aws:s3:::shop/*'}
/// ```
///
/// ```yaml clean
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Allow, Action: 'ce:Get*', Resource: '*'}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "s3:GetObject", Resource = "*" }
///     ]
///   })
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Resource: {Type: String}
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Statement: {Effect: Allow, Action: 's3:*', Resource: !Ref Resource}
/// ```
@Rule(
    title = "allows a whole service on every resource",
    severity = Severity.HIGH,
    serves = {"F03", "C01", "C03", "C15"},
    fix = "list the actions, and the ARNs they work on",
    unless = {
      "allows-everything",
      "allows-everything-together",
      "not-action-allow",
      "allows-iam-modification"
    },
    price = "a task that uses an action nobody listed fails")
public final class AllowsWholeService implements LocalCheck<IamPolicy> {

  @Override
  public Judgement judge(IamPolicy policy) {
    if (policy.isEmpty()) {
      return Judgement.notApplicable();
    }
    var places = new LinkedHashMap<Place, List<Found>>();
    for (String service : policy.namedServices()) {
      Answer answer = policy.grants().allowsService(service);
      Verdict verdict = answer.verdict();
      if (!(verdict instanceof Verdict.No) && !verdict.evidence().isEmpty()) {
        places
            .computeIfAbsent(Place.of(policy, verdict), _ -> new ArrayList<>())
            .add(new Found(service, answer));
      }
    }
    return Judgement.of(places.values().stream().map(AllowsWholeService::claim).toList());
  }

  /// A statement, or what else is to change, and what is decided in which worlds.
  private record Place(Origin origin, Map<World, Truth> decided) {
    static Place of(IamPolicy policy, Verdict verdict) {
      Origin first = verdict.evidence().getFirst().origin();
      var decided = new LinkedHashMap<World, Truth>();
      verdict.worlds().forEach((world, v) -> decided.put(world, v.truth()));
      return policy.statements().stream()
          .filter(s -> s.actions().listed().stream().anyMatch(p -> p.origin().equals(first)))
          .findFirst()
          .map(statement -> new Place(statement.origin(), decided))
          .orElseGet(() -> new Place(first, decided));
    }
  }

  private record Found(String service, Answer answer) {}

  private static Claim claim(List<Found> found) {
    Verdict all = Verdict.any(found.stream().map(f -> f.answer().verdict()).toList());
    String first = "`" + found.getFirst().service() + "`";
    int more = found.size() - 1;
    String others = more == 0 ? "" : " and " + more + " more service" + (more == 1 ? "" : "s");
    return new Answer(all, found.getFirst().answer().witness())
        .claim()
        .titled("allows all of " + first + others + " on every resource");
  }
}
