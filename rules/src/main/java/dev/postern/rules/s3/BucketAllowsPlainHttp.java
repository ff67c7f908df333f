package dev.postern.rules.s3;

import dev.postern.rule.Judgement;
import dev.postern.rule.LocalCheck;
import dev.postern.rule.Rule;
import dev.postern.rule.Severity;
import dev.postern.value.Verdict;
import dev.postern.view.s3.Bucket;

/// S3 answers over plain HTTP as well as over TLS. A client that is told the wrong endpoint then
/// sends signed requests and objects in the clear, and an object that everybody may read can be
/// changed on the way. A policy that denies every S3 action when `aws:SecureTransport` is `false`
/// refuses such requests, whoever makes them.
///
/// The rule looks for that statement: Deny, everybody, all actions of S3, no other condition, on
/// the objects at least. A minimum TLS version (`s3:TlsVersion`) by itself does not refuse plain
/// HTTP.
///
/// ```yaml finding
/// Resources:
///   Data:          # here
///     Type: AWS::S3::Bucket
/// ```
///
/// ```hcl finding
/// resource "aws_s3_bucket" "data" { # here
/// }
/// ```
///
/// ```yaml clean
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///   TlsOnly:
///     Type: AWS::S3::BucketPolicy
///     Properties:
///       Bucket: !Ref Data
///       PolicyDocument:
///         Statement:
///           Effect: Deny
///           Principal: "*"
///           Action: s3:*
///           Resource: [!GetAtt Data.Arn, !Sub "${Data.Arn}/*"]
///           Condition: {Bool: {aws:SecureTransport: "false"}}
/// ```
///
/// ```hcl clean
/// resource "aws_s3_bucket" "data" {
/// }
/// resource "aws_s3_bucket_policy" "data" {
///   bucket = aws_s3_bucket.data.id
///   policy = jsonencode({
///     Statement = [{
///       Effect    = "Deny"
///       Principal = "*"
///       Action    = "s3:*"
///       Resource  = [aws_s3_bucket.data.arn, "${aws_s3_bucket.data.arn}/*"]
///       Condition = { Bool = { "aws:SecureTransport" = "false" } }
///     }]
///   })
/// }
/// ```
///
/// ```yaml finding
/// Resources:
///   Data:          # here
///     Type: AWS::S3::Bucket
///   Half:
///     Type: AWS::S3::BucketPolicy
///     Properties:
///       Bucket: !Ref Data
///       PolicyDocument:
///         Statement:
///           Effect: Deny
///           Principal: "*"
///           Action: s3:PutObject
///           Resource: !Sub "${Data.Arn}/*"
///           Condition: {Bool: {aws:SecureTransport: "false"}}
/// ```
///
/// ```hcl undecided
/// variable "policy" {
///   type = string
/// }
///
/// resource "aws_s3_bucket" "data" {
/// }
///
/// resource "aws_s3_bucket_policy" "data" {
///   bucket = aws_s3_bucket.data.id
///   policy = var.policy
/// }
/// ```
///
/// ```yaml undecided
/// Parameters:
///   Bucket: {Type: String}
/// Resources:
///   Data:
///     Type: AWS::S3::Bucket
///   TlsOnly:
///     Type: AWS::S3::BucketPolicy
///     Properties:
///       Bucket: !Ref Bucket
///       PolicyDocument: {Statement: []}
/// ```
@Rule(
    title = "bucket policy does not refuse plain HTTP",
    severity = Severity.MEDIUM,
    serves = {"P3.1"},
    fix = "add a statement that denies `s3:*` to everybody when `aws:SecureTransport` is false",
    price = "clients that use plain HTTP are refused")
public final class BucketAllowsPlainHttp implements LocalCheck<Bucket> {
  @Override
  public Judgement judge(Bucket bucket) {
    Verdict plain = bucket.resource().saying(true, "no policy statement refuses plain HTTP");
    return Judgement.of(plain.and(bucket.refusesPlainHttp().not()));
  }
}
