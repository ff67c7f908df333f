package dev.postern.rules.ecr;

import dev.postern.model.Cloud;
import dev.postern.rule.CloudCheck;
import dev.postern.rule.Judgement;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ecr.Repository;

/// A scan on push tells of known vulnerabilities in an image before it runs. It is off where
/// nothing is said, unless the registry scans for all its repositories: a registry scanning
/// configuration in the same unit counts.
///
/// ```yaml finding
/// Resources:
///   Images: # here
///     Type: AWS::ECR::Repository
/// ```
///
/// ```hcl finding
/// resource "aws_ecr_repository" "images" { # here
///   name = "images"
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Images:
///     Type: AWS::ECR::Repository
///     Properties:
///       ImageScanningConfiguration: {ScanOnPush: true}
/// ```
///
/// ```hcl clean
/// resource "aws_ecr_repository" "images" {
///   name = "images"
///   image_scanning_configuration {
///     scan_on_push = true
///   }
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Given: {Type: String}
/// Resources:
///   Images:
///     Type: AWS::ECR::Repository
///     Properties:
///       ImageScanningConfiguration: {ScanOnPush: !Ref Given}
/// ```
@Rule(
    title = "images are not scanned when they are pushed",
    severity = Severity.LOW,
    serves = {},
    fix = "scan on push, or configure scanning for the whole registry")
public final class RepositoryNotScanned implements CloudCheck<Repository> {
  @Override
  public Judgement judge(Repository repository, Cloud cloud) {
    boolean registry =
        cloud.ofType("AWS::ECR::RegistryScanningConfiguration").stream()
            .anyMatch(r -> r.unit().equals(repository.resource().unit()));
    return registry ? Judgement.satisfied() : Judgement.of(repository.scanOnPush().is(true).not());
  }
}
