package dev.postern.rules.iam;

import dev.postern.iam.Answer;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.iam.IamPolicy;
import java.util.LinkedHashMap;
import java.util.List;

/// A task uses a few actions on a few resources of a service. All actions on all resources include
/// those that delete, that open to the public and that nobody thought of, and future ones as AWS
/// adds them.
///
/// Only actions that can be scoped to an ARN count; a service in which none can is not reported.
/// The actions of all statements are counted together, so `s3:Get*` and the rest of them in another
/// statement are found too.
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
    var claims = new LinkedHashMap<Evidence, Claim>();
    for (String service : policy.namedServices()) {
      Answer answer = policy.grants().allowsService(service);
      Verdict verdict = answer.verdict();
      if (!(verdict instanceof Verdict.No) && !verdict.evidence().isEmpty()) {
        String title = "allows all of `" + service + "` on every resource";
        claims.putIfAbsent(verdict.evidence().getFirst(), answer.claim().titled(title));
      }
    }
    return Judgement.of(List.copyOf(claims.values()));
  }
}
