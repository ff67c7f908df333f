package dev.postern.rules.policies;

import dev.postern.policy.document.PolicyDocument;
import dev.postern.policy.document.Statement;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.iam.WrittenPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// IAM refuses an identity policy in which two statements have the same `Sid`; where it is
/// generated, one of them may also silently replace the other.
///
/// ```yaml finding
/// Resources:
///   P:
///     Type: AWS::IAM::ManagedPolicy
///     Properties:
///       PolicyDocument:
///         Version: 2012-10-17
///         Statement:
///           - {Sid: Read, Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*'}
///           - {Sid: Read, Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*'} # here
/// ```
///
/// ```hcl finding
/// resource "aws_iam_policy" "p" {
///   policy = jsonencode({
///     Version = "2012-10-17"
///     Statement = [
///       { Sid = "Read", Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::a/*" },
///       { Sid = "Read", Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::b/*" } # here
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
///       { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/*" }
///     ]
///   })
/// }
/// ```
@Rule(
    title = "two statements of a policy have the same name",
    severity = Severity.LOW,
    serves = {"P1.1"},
    fix = "give each statement a `Sid` of its own")
public final class DuplicateSid implements LocalCheck<WrittenPolicy> {

  @Override
  public Judgement judge(WrittenPolicy policy) {
    if (policy.statements().isEmpty()) {
      return Judgement.notApplicable();
    }
    var claims = new ArrayList<Claim>();
    for (PolicyDocument document : policy.documents()) {
      Map<String, Statement> seen = new HashMap<>();
      for (Statement statement : document.statements()) {
        String sid = statement.sid().orElse("");
        Statement before = sid.isEmpty() ? null : seen.putIfAbsent(sid, statement);
        if (before != null && before.when().and(statement.when()).isPresent()) {
          String fact = "`" + sid + "` is the name of another statement too";
          claims.add(Claim.of(Verdict.yes(statement.saying(fact))));
        }
      }
    }
    return Judgement.of(claims);
  }
}
