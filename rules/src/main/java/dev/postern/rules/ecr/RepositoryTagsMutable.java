package dev.postern.rules.ecr;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.view.ecr.Repository;

/// What was reviewed and tested under a tag is what runs only if the tag cannot be moved. Where it
/// can, whoever may push puts another image under it, and the next restart runs that.
///
/// Tags are mutable where nothing is said. Immutable with exclusions (`IMMUTABLE_WITH_EXCLUSION`)
/// counts as immutable: the exclusions are written out.
///
/// ```yaml finding
/// Resources:
///   Images: # here
///     Type: AWS::ECR::Repository
/// ```
///
/// ```hcl finding
/// resource "aws_ecr_repository" "images" {
///   name                 = "images"
///   image_tag_mutability = "MUTABLE" # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Images:
///     Type: AWS::ECR::Repository
///     Properties:
///       ImageTagMutability: IMMUTABLE
/// ```
///
/// ```hcl clean
/// resource "aws_ecr_repository" "images" {
///   name                 = "images"
///   image_tag_mutability = "IMMUTABLE"
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
///       ImageTagMutability: !Ref Given
/// ```
@Rule(
    title = "image tags can be moved to other images",
    severity = Severity.MEDIUM,
    serves = {},
    fix = "make tags immutable",
    price = "a pipeline that pushes the same tag twice fails")
public final class RepositoryTagsMutable implements LocalCheck<Repository> {
  @Override
  public Judgement judge(Repository repository) {
    return Judgement.of(
        repository.tagMutability().isOneOf("IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION").not());
  }
}
