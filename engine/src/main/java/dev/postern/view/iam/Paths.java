package dev.postern.view.iam;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Where resource types keep the policies that let others in.
///
/// @see <a
///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html">services
///   with resource-based policies</a>
final class Paths {
  private Paths() {}

  private static final String TABLE =
      """
      AWS::S3::BucketPolicy PolicyDocument
      AWS::S3::AccessPoint Policy
      AWS::S3::MultiRegionAccessPointPolicy Policy
      AWS::S3Express::BucketPolicy PolicyDocument
      AWS::S3Outposts::BucketPolicy PolicyDocument
      AWS::S3ObjectLambda::AccessPointPolicy PolicyDocument
      AWS::S3Tables::TableBucketPolicy ResourcePolicy
      AWS::S3Tables::TablePolicy ResourcePolicy
      AWS::S3Vectors::VectorBucketPolicy Policy
      AWS::SQS::QueuePolicy PolicyDocument
      AWS::SQS::QueueInlinePolicy PolicyDocument
      AWS::SNS::TopicPolicy PolicyDocument
      AWS::SNS::TopicInlinePolicy PolicyDocument
      AWS::KMS::Key KeyPolicy
      AWS::KMS::ReplicaKey KeyPolicy
      AWS::SecretsManager::ResourcePolicy ResourcePolicy
      AWS::Lambda::Permission -
      AWS::Lambda::ResourcePolicy PolicyDocument
      AWS::ECR::Repository RepositoryPolicyText
      AWS::ECR::PublicRepository RepositoryPolicyText
      AWS::ECR::RegistryPolicy PolicyText
      AWS::EFS::FileSystem FileSystemPolicy
      AWS::S3Files::FileSystemPolicy Policy
      AWS::OpenSearchService::Domain AccessPolicies
      AWS::Elasticsearch::Domain AccessPolicies
      AWS::ApiGateway::RestApi Policy,Body.x-amazon-apigateway-policy
      AWS::Events::EventBus Policy
      AWS::Events::EventBusPolicy -
      AWS::EventSchemas::RegistryPolicy Policy
      AWS::Backup::BackupVault AccessPolicy
      Postern::Glacier::Vault AccessPolicy
      AWS::Logs::ResourcePolicy PolicyDocument
      AWS::Logs::Destination DestinationPolicy
      AWS::DynamoDB::Table ResourcePolicy.PolicyDocument
      AWS::Kinesis::ResourcePolicy ResourcePolicy
      AWS::Kinesis::Stream ResourcePolicy
      AWS::MSK::ClusterPolicy Policy
      AWS::CloudTrail::ResourcePolicy ResourcePolicy
      AWS::CodeArtifact::Domain PermissionsPolicyDocument
      AWS::CodeArtifact::Repository PermissionsPolicyDocument
      AWS::SSM::ResourcePolicy Policy
      AWS::VpcLattice::AuthPolicy Policy
      AWS::VpcLattice::ResourcePolicy Policy
      AWS::MediaStore::Container Policy
      AWS::Lex::ResourcePolicy Policy
      AWS::XRay::ResourcePolicy PolicyDocument
      AWS::APS::ResourcePolicy PolicyDocument
      """;

  static SequencedMap<String, List<String>> table() {
    var table = new LinkedHashMap<String, List<String>>();
    TABLE
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(cells -> table.put(cells[0], List.of(cells[1].split(",", -1))));
    return Collections.unmodifiableSequencedMap(table);
  }
}
