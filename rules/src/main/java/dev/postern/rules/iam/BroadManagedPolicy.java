package dev.postern.rules.iam;

import dev.postern.iam.Federation;
import dev.postern.iam.ManagedPolicyRefs;
import dev.postern.model.Facts;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.iam.AttachedPolicy;
import dev.postern.view.iam.Identity;
import dev.postern.view.iam.Role;
import dev.postern.view.iam.User;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The policies that AWS writes are for everyone, and so for nobody's task: `AmazonS3FullAccess` on
/// a function that writes to one bucket lets whoever breaks into the function delete all of them.
///
/// A policy is broad when it allows everything of some service that changes things, on every
/// resource; that is read from the document that AWS publishes, whatever the partition. For people,
/// whose tasks are wider, all but an administrator's policy weighs less.
///
/// ```yaml finding
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument:
///         Statement: {Effect: Allow, Action: 'sts:AssumeRole', Principal: {Service: lambda.amazonaws.com}}
///       ManagedPolicyArns:
///         - arn:aws:iam::aws:policy/AmazonS3FullAccess # here
/// ```
///
/// ```yaml finding
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument: {}
///       ManagedPolicyArns:
///         - !Sub arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess # here
/// ```
///
/// ```hcl finding
/// data "aws_partition" "current" {}
///
/// resource "aws_iam_role" "r" {
///   assume_role_policy = jsonencode({ Statement = [] })
/// }
///
/// resource "aws_iam_role_policy_attachment" "a" {
///   role       = aws_iam_role.r.name
///   policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/PowerUserAccess" # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   R:
///     Type: AWS::IAM::Role
///     Properties:
///       AssumeRolePolicyDocument: {}
///       ManagedPolicyArns:
///         - arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole
///         - arn:aws:iam::111122223333:policy/AdministratorAccess
/// ```
///
/// ```hcl clean
/// resource "aws_iam_role" "r" {
///   assume_role_policy  = jsonencode({ Statement = [] })
///   managed_policy_arns = ["arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"]
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Team: {Type: String}
/// Resources:
///   U:
///     Type: AWS::IAM::User
///     Properties: {Groups: [!Ref Team]}
/// ```
///
/// ```hcl undecided
/// variable "policies" {
///   type = list(string)
/// }
///
/// resource "aws_iam_role" "r" {
///   assume_role_policy  = jsonencode({ Statement = [] })
///   managed_policy_arns = var.policies
/// }
/// ```
@Rule(
    title = "broad policy of AWS on an identity",
    severity = Severity.HIGH,
    serves = {"F12", "C03", "C15"},
    fix = "replace it by a policy of your own that lists actions and resources",
    unless = {"allows-everything-together"},
    price = "a task that uses an action nobody listed fails")
public final class BroadManagedPolicy implements LocalCheck<Identity> {

  @Override
  public Judgement judge(Identity identity) {
    List<AttachedPolicy> own =
        identity instanceof User user
            ? Stream.concat(user.ownPolicies().stream(), ofUnknownGroups(user)).toList()
            : identity.policies();
    return own.isEmpty()
        ? Judgement.notApplicable()
        : Judgement.of(own.stream().flatMap(p -> claim(identity, p).stream()).toList());
  }

  /// Those of groups that are there are the groups'.
  private static Stream<AttachedPolicy> ofUnknownGroups(User user) {
    return user.policies().stream().filter(p -> p.kind() == AttachedPolicy.Kind.OF_GROUP);
  }

  private static Optional<Claim> claim(Identity identity, AttachedPolicy policy) {
    Optional<Evidence> missing = policy.missing();
    if (missing.isPresent()) {
      Verdict open = Verdict.undecided(missing.get());
      return Optional.of(Claim.of(Verdict.within(List.of(policy.when()), open)));
    }
    Facts facts = identity.cloud().facts();
    if (policy.kind() != AttachedPolicy.Kind.AWS_MANAGED
        || policy.name().filter(name -> ManagedPolicyRefs.isBroad(name, facts)).isEmpty()) {
      return Optional.empty();
    }
    String name = policy.name().orElseThrow();
    var here = new Evidence(policy.origin(), "`" + name + "`, written by AWS for everyone");
    Verdict verdict = Verdict.within(List.of(policy.when()), Verdict.yes(here));
    Claim claim = Claim.of(verdict).titled("has the broad AWS policy `" + name + "`");
    Claim proved = policy.example(facts).map(claim::witnessed).orElse(claim);
    boolean people = !(identity instanceof Role r) || Federation.isForPeople(r.trust());
    return Optional.of(
        people && !name.equals("AdministratorAccess")
            ? proved.at(Severity.MEDIUM, here.saying("held by people, not by a workload"))
            : proved);
  }
}
