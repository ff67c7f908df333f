package dev.postern.rules.iam;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.iam.AccessKey;

/// An access key works until somebody deletes it, from anywhere, and its secret lies in the state
/// or in the outputs of the configuration that makes it. Roles hand out credentials that expire by
/// themselves.
///
/// A key that is written as inactive is not reported.
///
/// ```yaml finding
/// Resources:
///   Key: # here
///     Type: AWS::IAM::AccessKey
///     Properties: {UserName: bob}
/// ```
///
/// ```hcl finding
/// resource "aws_iam_access_key" "k" { # here
///   user = "bob"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Key:
///     Type: AWS::IAM::AccessKey
///     Properties: {UserName: bob, Status: Inactive}
/// ```
///
/// ```hcl clean
/// resource "aws_iam_access_key" "k" {
///   user   = "bob"
///   status = "Inactive"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Status: {Type: String}
/// Resources:
///   Key:
///     Type: AWS::IAM::AccessKey
///     Properties: {UserName: bob, Status: !Ref Status}
/// ```
@Rule(
    title = "access key that never expires",
    severity = Severity.MEDIUM,
    serves = {"P1.3", "P3.2"},
    fix = "use a role, or IAM Identity Center for people, and delete the key")
public final class LongLivedAccessKey implements LocalCheck<AccessKey> {

  @Override
  public Judgement judge(AccessKey key) {
    var here = key.resource().evidence("its secret is in the state or the outputs");
    return Judgement.of(key.status().isOneOf("Inactive").not().showing(here));
  }
}
