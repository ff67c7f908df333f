package dev.postern.rules.s3;

import dev.postern.model.Property;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.s3.Bucket;
import java.util.ArrayList;

/// A canned ACL that grants to all users, or to every authenticated AWS user (anybody with an AWS
/// account), opens the bucket to the world: its list, and with `PublicReadWrite` its contents.
///
/// An ACL counts only where ACLs count. Where the bucket owner owns every object
/// (`BucketOwnerEnforced`), or where Block Public Access ignores public ACLs for the bucket or its
/// account, the ACL lets nobody in; then the rule says so as information.
///
/// ```yaml finding
/// Resources:
///   Site:
///     Type: AWS::S3::Bucket
///     Properties:
///       AccessControl: PublicRead # here
/// ```
///
/// ```hcl finding
/// resource "aws_s3_bucket" "site" {
/// }
///
/// resource "aws_s3_bucket_acl" "site" {
///   bucket = aws_s3_bucket.site.id
///   acl    = "public-read-write" # here
/// }
/// ```
///
/// ```yaml finding
/// Resources:
///   Site:
///     Type: AWS::S3::Bucket
///     Properties:
///       AccessControl: AuthenticatedRead # here
///       PublicAccessBlockConfiguration:
///         IgnorePublicAcls: true
/// ```
///
/// ```yaml clean
/// Resources:
///   Site:
///     Type: AWS::S3::Bucket
///     Properties:
///       AccessControl: LogDeliveryWrite
/// ```
///
/// ```hcl clean
/// resource "aws_s3_bucket" "site" {
/// }
///
/// resource "aws_s3_bucket_acl" "site" {
///   bucket = aws_s3_bucket.site.id
///   acl    = "private"
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Acl: {Type: String}
/// Resources:
///   Site:
///     Type: AWS::S3::Bucket
///     Properties:
///       AccessControl: !Ref Acl
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Site:
///     Type: AWS::S3::Bucket
/// ```
@Rule(
    title = "bucket ACL lets everybody in",
    severity = Severity.CRITICAL,
    serves = {"F05"},
    fix = "remove the ACL and give access by a policy that names who needs it",
    price = "ends access of everybody who reads without credentials")
public final class BucketAclIsPublic implements LocalCheck<Bucket> {
  @Override
  public Judgement judge(Bucket bucket) {
    Verdict granted =
        Verdict.any(
            bucket.aclGrants().stream().map(g -> g.any(BucketAclIsPublic::isPublic)).toList());
    if (bucket.accessControl().isWritten() instanceof Verdict.No && bucket.aclGrants().isEmpty()) {
      return Judgement.notApplicable();
    }
    Verdict open = bucket.accessControl().isOneOf(CANNED).or(granted).saying("grants to everybody");
    Verdict harmless = bucket.blocks("IgnorePublicAcls").or(bucket.hasAclsOff());
    var claims = new ArrayList<Claim>();
    claims.add(Claim.of(open.and(harmless.not())));
    if (harmless.possible()) {
      Evidence why = harmless.evidence().getFirst().saying("public ACLs do not count here");
      claims.add(Claim.of(open.and(harmless)).at(Severity.INFO, why));
    }
    return Judgement.of(claims);
  }

  private static final String[] CANNED = {"PublicRead", "PublicReadWrite", "AuthenticatedRead"};

  private static Verdict isPublic(Property grant) {
    return grant
        .at("Grantee")
        .at("URI")
        .isOneOf(
            "http://acs.amazonaws.com/groups/global/AllUsers",
            "http://acs.amazonaws.com/groups/global/AuthenticatedUsers");
  }
}
