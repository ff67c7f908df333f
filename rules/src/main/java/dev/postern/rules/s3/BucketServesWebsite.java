package dev.postern.rules.s3;

import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import dev.postern.view.s3.Bucket;
import java.util.ArrayList;

/// A website endpoint of S3 speaks plain HTTP only and shows nothing that is not public, so it
/// works only as long as the bucket is open to everybody. CloudFront with origin access control
/// serves the same files over TLS from a bucket that stays private.
///
/// A website that only redirects every request to another host needs no public object and is left
/// alone. Where Block Public Access restricts the bucket and ignores its ACLs, the website serves
/// nothing; then the rule says so as information.
///
/// ```yaml finding
/// Resources:
///   Site:
///     Type: AWS::S3::Bucket
///     Properties:
///       WebsiteConfiguration:
///         IndexDocument: index.html # here
/// ```
///
/// ```hcl finding
/// resource "aws_s3_bucket" "site" {
/// }
///
/// resource "aws_s3_bucket_website_configuration" "site" {
///   bucket = aws_s3_bucket.site.id
///   index_document {
///     suffix = "index.html" # here
///   }
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Site:
///     Type: AWS::S3::Bucket
///     Properties:
///       WebsiteConfiguration:
///         RedirectAllRequestsTo: {HostName: www.example.com, Protocol: https}
/// ```
///
/// ```hcl clean
/// resource "aws_s3_bucket" "site" {
/// }
///
/// resource "aws_s3_bucket_website_configuration" "site" {
///   bucket = aws_s3_bucket.site.id
///   redirect_all_requests_to {
///     host_name = "www.example.com"
///     protocol  = "https"
///   }
/// }
/// ```
///
/// ```yaml unconcerned
/// Resources:
///   Site:
///     Type: AWS::S3::Bucket
/// ```
@Rule(
    title = "bucket is a website",
    severity = Severity.MEDIUM,
    serves = {"P2.3"},
    fix =
        "serve the bucket through CloudFront with origin access control and remove the website"
            + " configuration",
    price = "the website endpoint stops answering; visitors need the new address")
public final class BucketServesWebsite implements LocalCheck<Bucket> {
  @Override
  public Judgement judge(Bucket bucket) {
    Verdict written = bucket.website().isWritten();
    if (written instanceof Verdict.No) {
      return Judgement.notApplicable();
    }
    Verdict serves = written.and(bucket.website().at("RedirectAllRequestsTo").isWritten().not());
    Verdict closed = bucket.blocks("RestrictPublicBuckets").and(bucket.blocks("IgnorePublicAcls"));
    var claims = new ArrayList<Claim>();
    claims.add(Claim.of(serves.and(closed.not())));
    if (closed.possible()) {
      Evidence why =
          closed
              .evidence()
              .getFirst()
              .saying("public access is blocked, the website serves nothing");
      claims.add(Claim.of(serves.and(closed)).at(Severity.INFO, why));
    }
    return Judgement.of(claims);
  }
}
