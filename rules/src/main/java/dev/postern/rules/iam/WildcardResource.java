package dev.postern.rules.iam;

import dev.postern.iam.Grants;
import dev.postern.iam.Scope;
import dev.postern.policy.Actions;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Truth;
import dev.postern.view.iam.IamPolicy;
import java.util.Optional;

/// An action that can be scoped to resources and is allowed on `*` reaches every resource of the
/// account and, where their policies let it in, of others.
///
/// Which actions always touch a resource with an ARN is taken from what AWS publishes:
/// `ec2:DescribeInstances` and `cloudwatch:PutMetricData` do not, and need `*`. A statement with a
/// condition that leaves out requests, such as a tag of the resource, is not counted.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Effect: Allow, Action: 'sqs:SendMessage', Resource: '*'} # here
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
///             Action: ['sqs:ListQueues', 'sqs:SendMessage']
///             Resource: ['arn:aws:sqs:us-east-1:111122223333:jobs', '*'] # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "sqs:SendMessage", Resource = "*" }, # here
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
///           - {Effect: Allow, Action: ['cloudwatch:PutMetricData', 'ec2:DescribeInstances'], Resource: '*'}
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
///           - Effect: Allow
///             Action: ec2:TerminateInstances
///             Resource: '*'
///             Condition: {StringEquals: {aws:ResourceTag/team: shop}}
/// ```
///
/// ```hcl clean
/// resource "aws_sqs_queue" "q" {
/// }
///
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.q.arn }]
///   })
/// }
/// ```
///
/// ```hcl undecided
/// variable "queue" {}
///
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = var.queue }]
///   })
/// }
/// ```
@Rule(
    title = "allows on `*` what can be scoped to an ARN",
    severity = Severity.MEDIUM,
    serves = {"C01", "P1.1"},
    fix = "name the resources by their ARNs",
    unless = {
      "allows-everything",
      "allows-everything-together",
      "allows-whole-service",
      "allows-iam-modification",
      "privilege-escalation",
      "passes-any-role",
      "not-action-allow",
      "sensitive-without-condition"
    },
    price = "the task fails on any resource that is not named")
public final class WildcardResource implements LocalCheck<IamPolicy> {

  @Override
  public Judgement judge(IamPolicy policy) {
    if (policy.isEmpty()) {
      return Judgement.notApplicable();
    }
    return Judgement.of(
        policy.grants().shares(WildcardResource::isScoped, Scope.EVERY).stream()
            .flatMap(share -> claim(share).stream())
            .toList());
  }

  /// Whether an action always touches a resource that an ARN can name. AWS marks a kind as required
  /// where it is the only one; of several, one is touched.
  private static boolean isScoped(Actions.Action action) {
    return action.scopes().size() > 1 || action.scopes().stream().anyMatch(Actions.Scope::required);
  }

  private static Optional<Claim> claim(Grants.Share share) {
    return share.statement().resources().listed().stream()
        .filter(pattern -> pattern.isEverything() != Truth.FALSE)
        .findFirst()
        .map(pattern -> Claim.of(share.verdict().showing(pattern.saying(fact(share)))));
  }

  private static String fact(Grants.Share share) {
    return "every resource; "
        + share.actions().stream().findFirst().map(a -> "`" + a + "` takes ARNs").orElse("");
  }
}
