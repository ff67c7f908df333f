package dev.postern.view.s3;

import dev.postern.model.Cloud;
import dev.postern.model.Incoming;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.value.Verdict;
import java.util.List;
import java.util.stream.Stream;

/// An S3 bucket with the settings that belong to it, its policies, and what its account blocks.
public record Bucket(Resource resource, Cloud cloud) implements View {
  public static final ViewType<Bucket> TYPE = ViewType.linked("AWS::S3::Bucket", Bucket::new);

  /// The settings of Block Public Access.
  ///
  /// @see <a
  ///   href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Block
  ///   Public Access</a>
  public static final List<String> PUBLIC_ACCESS_SETTINGS =
      List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");

  private static final String ACCOUNT_BLOCK = "Postern::S3::AccountPublicAccessBlock";

  /// The rules of its default encryption.
  public Property encryption() {
    return resource.at("BucketEncryption", "ServerSideEncryptionConfiguration");
  }

  /// Its own public-access block.
  public Property publicAccessBlock() {
    return resource.at("PublicAccessBlockConfiguration");
  }

  /// Whether a setting of Block Public Access is on, for the bucket or for the account of its unit.
  public Verdict blocks(String setting) {
    return publicAccessBlock().at(setting).is(true).or(accountBlocks(setting));
  }

  /// Whether a setting of Block Public Access is on for the whole account.
  public Verdict accountBlocks(String setting) {
    return Verdict.any(
        cloud.ofType(ACCOUNT_BLOCK).stream()
            .filter(block -> block.unit().equals(resource.unit()))
            .map(block -> block.at(setting).is(true).and(block.exists()))
            .toList());
  }

  /// The canned ACL.
  public Property accessControl() {
    return resource.at("AccessControl");
  }

  /// The grants of the ACLs that are written out, which CloudFormation cannot say.
  public List<Property> aclGrants() {
    return cloud
        .incoming("Postern::S3::BucketAcl", "Bucket", "AWS::S3::Bucket")
        .to(resource)
        .stream()
        .map(link -> link.from().at("Grants"))
        .toList();
  }

  /// Who owns objects, and with it whether ACLs count.
  public Property ownership() {
    return resource.at("OwnershipControls", "Rules");
  }

  /// Whether ACLs are off, because the bucket's owner owns every object.
  public Verdict hasAclsOff() {
    return ownership().any(rule -> rule.at("ObjectOwnership").is("BucketOwnerEnforced"));
  }

  public Property versioning() {
    return resource.at("VersioningConfiguration", "Status");
  }

  public Property accessLogging() {
    return resource.at("LoggingConfiguration");
  }

  public Property website() {
    return resource.at("WebsiteConfiguration");
  }

  /// Whether something that is reviewed with it delivers logs to it.
  public Verdict receivesLogs() {
    return Verdict.any(
        Stream.of(
                cloud.incoming(
                    "AWS::S3::Bucket",
                    "LoggingConfiguration.DestinationBucketName",
                    "AWS::S3::Bucket"),
                cloud.incoming("AWS::CloudTrail::Trail", "S3BucketName", "AWS::S3::Bucket"),
                cloud.incoming("AWS::Config::DeliveryChannel", "S3BucketName", "AWS::S3::Bucket"),
                cloud.incoming("AWS::EC2::FlowLog", "LogDestination", "AWS::S3::Bucket"),
                cloud.incoming(
                    "AWS::ElasticLoadBalancing::LoadBalancer",
                    "AccessLoggingPolicy.S3BucketName",
                    "AWS::S3::Bucket"),
                cloud.incoming(
                    "AWS::ElasticLoadBalancingV2::LoadBalancer",
                    "LoadBalancerAttributes[].Value",
                    "AWS::S3::Bucket"),
                cloud.incoming(
                    "AWS::CloudFront::Distribution",
                    "DistributionConfig.Logging.Bucket",
                    "AWS::S3::Bucket"))
            .flatMap(links -> links.to(resource).stream())
            .map(Bucket::exists)
            .toList());
  }

  private static Verdict exists(Incoming.Link link) {
    return Verdict.within(
        List.of(link.when()), Verdict.yes(link.from().evidence("delivers logs to the bucket")));
  }

  /// Whether one of its policies refuses plain HTTP; undecided where a policy may be its own.
  public Verdict refusesPlainHttp() {
    Incoming policies = cloud.incoming("AWS::S3::BucketPolicy", "Bucket", "AWS::S3::Bucket");
    Verdict any = Verdict.no();
    for (Incoming.Link link : policies.to(resource)) {
      PolicyDocument document = PolicyDocument.of(link.from().at("PolicyDocument"));
      any = any.or(Verdict.within(List.of(link.when()), TlsOnly.isEnforced(document)));
    }
    for (Verdict open : policies.open(resource)) {
      any = any.or(open);
    }
    return any;
  }
}
