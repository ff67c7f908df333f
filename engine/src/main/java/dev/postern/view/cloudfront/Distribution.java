package dev.postern.view.cloudfront;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A CloudFront distribution.
public record Distribution(Resource resource) implements View {
  public static final ViewType<Distribution> TYPE =
      ViewType.of("AWS::CloudFront::Distribution", Distribution::new);

  private static final Pattern BUCKET =
      Pattern.compile("\\.s3(?!-website)[a-z0-9.-]*\\.amazonaws\\.com(\\.cn)?$");
  private static final Set<String> BUCKET_NAMES =
      Set.of(
          "DomainName",
          "RegionalDomainName",
          "DualStackDomainName",
          "bucket_domain_name",
          "bucket_regional_domain_name");

  /// Where it takes content from.
  public Property origins() {
    return resource.at("DistributionConfig", "Origins");
  }

  /// What it does with paths that no other behaviour names.
  public Property defaultBehavior() {
    return resource.at("DistributionConfig", "DefaultCacheBehavior");
  }

  /// What it does with some paths.
  public Property behaviors() {
    return resource.at("DistributionConfig", "CacheBehaviors");
  }

  /// Its certificate and the TLS versions of its viewers.
  public Property certificate() {
    return resource.at("DistributionConfig", "ViewerCertificate");
  }

  /// Where its standard log goes.
  public Property logBucket() {
    return resource.at("DistributionConfig", "Logging", "Bucket");
  }

  /// The web ACL in front of it.
  public Property webAcl() {
    return resource.at("DistributionConfig", "WebACLId");
  }

  /// What it serves for its bare name.
  public Property rootObject() {
    return resource.at("DistributionConfig", "DefaultRootObject");
  }

  /// Whether an origin is an S3 bucket itself; its website endpoint is no bucket.
  public static Verdict isBucket(Property origin) {
    Verdict named = origin.at("DomainName").text().decide(Distribution::isBucketName);
    return named.and(origin.at("CustomOriginConfig").isWritten().not());
  }

  private static Truth isBucketName(Text name) {
    if (name.soleReference().isPresent()) {
      return Truth.of(BUCKET_NAMES.contains(name.soleReference().get().attribute()));
    }
    String known =
        name.flat().stream()
            .map(part -> part instanceof Text.Part.Literal(var text, _) ? text : "x")
            .collect(Collectors.joining());
    boolean open = name.literal().isEmpty() && name.endsWith(".amazonaws.com") != Truth.FALSE;
    return BUCKET.matcher(known).find() ? Truth.TRUE : open ? Truth.UNKNOWN : Truth.FALSE;
  }
}
