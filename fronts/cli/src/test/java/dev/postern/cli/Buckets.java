package dev.postern.cli;

/// Buckets with and without the defect that the tests look for.
final class Buckets {
  static final String BAD =
      """
      resource "aws_s3_bucket" "bad" {
        bucket = "b"
      }
      """;
  static final String GOOD =
      """
      resource "aws_s3_bucket" "good" {
        bucket = "g"
      }
      resource "aws_s3_bucket_server_side_encryption_configuration" "good" {
        bucket = aws_s3_bucket.good.id
        rule {
          apply_server_side_encryption_by_default {
            sse_algorithm = "aws:kms"
          }
        }
      }
      """;
  static final String BAD_TEMPLATE =
      """
      Resources:
        Bad:
          Type: AWS::S3::Bucket
      """;
  static final String UNDECIDED =
      """
      Parameters:
        Env:
          Type: String
      Resources:
        Open:
          Type: AWS::S3::Bucket
          Properties:
            BucketEncryption: !Ref Env
      """;

  private Buckets() {}
}
