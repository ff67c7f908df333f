package dev.postern.rules.policies;

import dev.postern.policy.Actions;
import dev.postern.policy.document.Pattern;
import dev.postern.policy.document.Patterns;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import dev.postern.view.iam.IamPolicy;

/// `s3:GetObject` works on objects and `s3:ListBucket` on buckets. An action whose kind of resource
/// none of the statement's ARNs can be is neither allowed nor denied by it, and nobody is told.
///
/// An action that takes no resource at all needs `*`. Only actions that are written out are looked
/// at.
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
///             Resource: arn:aws:s3:::shop
///             Action: s3:GetObject # here
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
///           - Effect: Deny
///             Resource: arn:aws:s3:::shop/*
///             Action: ['s3:GetObject', 's3:ListAllMyBuckets'] # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = "s3:ListBucket", Resource = "arn:aws:s3:::shop/*" }, # here
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
///           - {Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop/*'}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Effect = "Allow", Action = ["s3:ListBucket", "s3:GetObject"], Resource = ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"] }
///     ]
///   })
/// }
/// ```
@Rule(
    title = "action never works on the resources of its statement",
    severity = Severity.LOW,
    serves = {"P1.1"},
    fix = "give the action the kind of resource that it works on")
public final class ActionOutsideResource implements LocalCheck<IamPolicy> {

  @Override
  public Judgement judge(IamPolicy policy) {
    if (policy.isEmpty()) {
      return Judgement.notApplicable();
    }
    Actions table = policy.cloud().facts().actions();
    return Judgement.of(
        policy.statements().stream()
            .filter(s -> s.resources().sense() == Sense.THESE)
            .flatMap(s ->
                s.actions().listed().stream()
                    .filter(pattern -> isOutside(pattern, s.resources(), table)))
            .map(pattern -> pattern.saying(pattern.shown() + " works on none of these resources"))
            .map(Verdict::yes)
            .map(Claim::of)
            .toList());
  }

  private static boolean isOutside(Pattern pattern, Patterns resources, Actions table) {
    return pattern.text().literal().flatMap(table::action).stream()
        .anyMatch(action ->
            resources.listed().stream()
                .allMatch(r ->
                    r.isEverything() == Truth.FALSE
                        && action.scopes().stream()
                            .allMatch(s -> r.meetsKind(s.type().arnPattern()) == Truth.FALSE)
                        && r.text().unknown().isEmpty()));
  }
}
