package dev.postern.view.opensearch;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Verdict;
import java.util.List;

/// An OpenSearch or Elasticsearch domain.
public record Domain(Resource resource) implements View {
  public static final ViewType<Domain> TYPE =
      new ViewType<>(
          List.of("AWS::OpenSearchService::Domain", "AWS::Elasticsearch::Domain"),
          (resource, _) -> new Domain(resource));

  public Property atRestEncryption() {
    return resource.at("EncryptionAtRestOptions", "Enabled");
  }

  public Property nodeToNodeEncryption() {
    return resource.at("NodeToNodeEncryptionOptions", "Enabled");
  }

  public Property enforceHttps() {
    return resource.at("DomainEndpointOptions", "EnforceHTTPS");
  }

  public Property tlsPolicy() {
    return resource.at("DomainEndpointOptions", "TLSSecurityPolicy");
  }

  public Property subnets() {
    return resource.at("VPCOptions", "SubnetIds");
  }

  public Property fineGrainedAccess() {
    return resource.at("AdvancedSecurityOptions", "Enabled");
  }

  /// Whether it publishes its audit log: an entry by that name in CloudFormation, a block whose
  /// `log_type` says so, by its own words, in Terraform.
  public Verdict publishesAuditLog() {
    return resource
        .at("LogPublishingOptions")
        .any(log ->
            isOn(log.at("AUDIT_LOGS"), log.at("AUDIT_LOGS").isWritten())
                .or(isOn(log, log.at("log_type").is("AUDIT_LOGS"))));
  }

  private static Verdict isOn(Property log, Verdict isThere) {
    return isThere.and(log.at("Enabled").is(false).not());
  }
}
