package dev.postern.rules.cloudtrail;

import dev.postern.model.Cloud;
import dev.postern.rule.CloudCheck;
import dev.postern.rule.Judgement;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.cloudtrail.Trail;

/// Whoever holds a stolen credential works where nobody looks: in a region that the account does
/// not use. A multi-region trail records every region, new ones included, and the global services
/// with them.
///
/// A trail of one region is the default of the API. It is left alone where another trail of the
/// same unit covers all regions.
///
/// ```yaml finding
/// Resources:
///   Audit:        # here
///     Type: AWS::CloudTrail::Trail
///     Properties: {S3BucketName: trails, IsLogging: true}
/// ```
///
/// ```hcl finding
/// resource "aws_cloudtrail" "audit" {
///   name                  = "audit"
///   s3_bucket_name        = "trails"
///   is_multi_region_trail = false # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Audit:
///     Type: AWS::CloudTrail::Trail
///     Properties: {S3BucketName: trails, IsLogging: true, IsMultiRegionTrail: true}
///   Local:
///     Type: AWS::CloudTrail::Trail
///     Properties: {S3BucketName: trails, IsLogging: true}
/// ```
///
/// ```hcl clean
/// resource "aws_cloudtrail" "audit" {
///   name                  = "audit"
///   s3_bucket_name        = "trails"
///   is_multi_region_trail = true
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Everywhere: {Type: String}
/// Resources:
///   Audit:
///     Type: AWS::CloudTrail::Trail
///     Properties: {S3BucketName: trails, IsLogging: true, IsMultiRegionTrail: !Ref Everywhere}
/// ```
@Rule(
    title = "trail sees one region only",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "make the trail a multi-region trail")
public final class TrailNotMultiRegion implements CloudCheck<Trail> {
  @Override
  public Judgement judge(Trail trail, Cloud cloud) {
    Verdict covered =
        Verdict.any(
            cloud.ofType("AWS::CloudTrail::Trail").stream()
                .filter(other -> !other.equals(trail.resource()))
                .filter(other -> other.unit().equals(trail.resource().unit()))
                .map(other ->
                    cloud.view(Trail.TYPE, other).multiRegion().is(true).and(other.exists()))
                .toList());
    return Judgement.of(trail.multiRegion().is(true).not().and(covered.not()));
  }
}
