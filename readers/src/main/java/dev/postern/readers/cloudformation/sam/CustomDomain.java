package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The custom domain of an API, its mappings and its DNS records.
///
/// @param domain the value of `Domain`
/// @see <a
///   href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-domainconfiguration.html">DomainConfiguration</a>
record CustomDomain(Resource api, Props domain, Stack stack) {
  /// The hosted zone of every CloudFront distribution.
  private static final String CLOUDFRONT = "Z2FDTNDATAQYW2";

  void rest() {
    Optional<Value<Node>> name = domain.find("DomainName");
    if (name.isEmpty()) {
      return;
    }
    String endpoint = domain.word("EndpointConfiguration").orElse("REGIONAL");
    boolean isPrivate = endpoint.equals("PRIVATE");
    String id =
        LogicalId.hashed(isPrivate ? "ApiGatewayDomainNameV2" : "ApiGatewayDomainName", name.get());
    Props types =
        Props.none(domain.origin())
            .with("Types", List.of(endpoint(endpoint)))
            .taking(domain, "IpAddressType");
    Props made =
        Props.none(domain.origin())
            .taking(
                domain,
                "DomainName",
                "SecurityPolicy",
                "EndpointAccessMode",
                "Policy",
                "OwnershipVerificationCertificateArn")
            .with(
                endpoint.equals("REGIONAL") ? "RegionalCertificateArn" : "CertificateArn",
                domain.find("CertificateArn"))
            .with("EndpointConfiguration", types);
    if (!isPrivate) {
      made = made.with("MutualTlsAuthentication", domain.find("MutualTlsAuthentication"));
    }
    stack.add(
        api, id, isPrivate ? "AWS::ApiGateway::DomainNameV2" : "AWS::ApiGateway::DomainName", made);
    stack.name(api.address() + (isPrivate ? ".DomainNameV2" : ".DomainName"), id);
    addRestMappings(id, isPrivate);
    if (isPrivate && domain.has("AccessAssociation")) {
      stack.add(
          api,
          "DomainNameAccessAssociation",
          "AWS::ApiGateway::DomainNameAccessAssociation",
          Props.none(domain.origin())
              .with("DomainNameArn", Props.reference(id, "Ref", domain.origin()))
              .with("AccessAssociationSourceType", "VPCE")
              .with(
                  "AccessAssociationSource",
                  domain.inside("AccessAssociation").find("VpcEndpointId")));
    }
    addRecords(id, endpoint);
  }

  private Value<Node> endpoint(String type) {
    return domain.find("EndpointConfiguration").orElseGet(() -> Props.text(type, domain.origin()));
  }

  private void addRestMappings(String id, boolean isPrivate) {
    Origin origin = domain.origin();
    Props mapping =
        Props.none(origin)
            .with(isPrivate ? "DomainNameArn" : "DomainName", Props.reference(id, "Ref", origin))
            .with("RestApiId", Props.reference(api.address(), "Ref", origin))
            .with("Stage", Props.reference(api.address() + ".Stage", "Ref", origin));
    String type =
        isPrivate ? "AWS::ApiGateway::BasePathMappingV2" : "AWS::ApiGateway::BasePathMapping";
    if (domain.list("BasePath").isEmpty()) {
      stack.add(api, api.address() + "BasePathMapping", type, mapping);
    }
    for (Value<Node> path : domain.list("BasePath")) {
      String letters = Props.word(path).orElse("").replaceAll("[^\\p{Alnum}]", "");
      Value<Node> base =
          domain.isFalse("NormalizeBasePath") || Props.word(path).isEmpty()
              ? path
              : Props.text(letters, path.origin());
      stack.add(
          api, api.address() + letters + "BasePathMapping", type, mapping.with("BasePath", base));
    }
  }

  void http(Props tags) {
    Optional<Value<Node>> name = domain.find("DomainName");
    if (name.isEmpty()) {
      return;
    }
    String id = LogicalId.hashed("ApiGatewayDomainNameV2", name.get());
    Props configuration =
        Props.none(domain.origin())
            .taking(
                domain, "CertificateArn", "OwnershipVerificationCertificateArn", "SecurityPolicy")
            .with("EndpointType", endpoint("REGIONAL"));
    Props made =
        Props.none(domain.origin())
            .taking(domain, "DomainName", "MutualTlsAuthentication")
            .with("DomainNameConfigurations", List.of(configuration.value()));
    stack.add(api, id, "AWS::ApiGatewayV2::DomainName", made.with("Tags", tags));
    stack.name(api.address() + ".DomainName", id);
    Props mapping =
        Props.none(domain.origin())
            .with("DomainName", Props.reference(id, "Ref", domain.origin()))
            .with("ApiId", Props.reference(api.address(), "Ref", domain.origin()))
            .with("Stage", Props.reference(api.address() + ".Stage", "Ref", domain.origin()));
    if (domain.list("BasePath").isEmpty()) {
      stack.add(api, api.address() + "ApiMapping", "AWS::ApiGatewayV2::ApiMapping", mapping);
    }
    for (Value<Node> path : domain.list("BasePath")) {
      String word = Props.word(path).orElse("");
      Value<Node> key = Props.text(word.replaceAll("^/+|/+$", ""), path.origin());
      stack.add(
          api,
          api.address() + word.replaceAll("[-_/]+", "") + "ApiMapping",
          "AWS::ApiGatewayV2::ApiMapping",
          mapping.with("ApiMappingKey", word.isEmpty() ? path : key));
    }
    addRecords(id, "REGIONAL");
  }

  /// APIs of one hosted zone share a group of records, unless one wants its own.
  private void addRecords(String domainId, String endpoint) {
    Props route = domain.inside("Route53");
    Optional<Value<Node>> zone = route.find("HostedZoneId").or(() -> route.find("HostedZoneName"));
    if (zone.isEmpty()) {
      return;
    }
    String prefix = "RecordSetGroup";
    String id =
        route.isTrue("SeparateRecordSetGroup")
            ? LogicalId.hashed(prefix, List.of(zone.get(), domain.find("DomainName").orElseThrow()))
            : LogicalId.hashed(prefix, zone.get());
    var records = new ArrayList<Value<Node>>();
    records.add(record("A", domainId, endpoint));
    if (route.isTrue("IpV6")) {
      records.add(record("AAAA", domainId, endpoint));
    }
    if (stack.made(id).isPresent()) {
      stack.change(
          id,
          all -> {
            var more = new ArrayList<>(all.list("RecordSets"));
            more.addAll(records);
            return all.with("RecordSets", more);
          });
      return;
    }
    stack.add(
        api,
        id,
        "AWS::Route53::RecordSetGroup",
        Props.none(route.origin())
            .taking(route, "HostedZoneId", "HostedZoneName")
            .with("RecordSets", records));
  }

  private Value<Node> record(String type, String domainId, String endpoint) {
    Props route = domain.inside("Route53");
    Origin origin = route.origin();
    Props target = Props.none(origin).taking(route, "EvaluateTargetHealth");
    target =
        switch (endpoint) {
          case "REGIONAL" ->
              target
                  .with("HostedZoneId", Props.reference(domainId, "RegionalHostedZoneId", origin))
                  .with("DNSName", Props.reference(domainId, "RegionalDomainName", origin));
          case "EDGE" ->
              target
                  .with("HostedZoneId", CLOUDFRONT)
                  .with(
                      "DNSName",
                      route
                          .find("DistributionDomainName")
                          .orElseGet(
                              () -> Props.reference(domainId, "DistributionDomainName", origin)));
          default ->
              target
                  .with("HostedZoneId", route.find("VpcEndpointHostedZoneId"))
                  .with("DNSName", route.find("VpcEndpointDomainName"));
        };
    return Props.none(origin)
        .with("Name", domain.find("DomainName"))
        .with("Type", type)
        .with("AliasTarget", target)
        .taking(route, "Region", "SetIdentifier")
        .value();
  }
}
