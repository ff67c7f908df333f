package dev.postern.view.apigateway;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A domain name of a REST API.
public record DomainName(Resource resource) implements View {
  public static final ViewType<DomainName> TYPE =
      ViewType.of("AWS::ApiGateway::DomainName", DomainName::new);

  /// The least TLS version of its clients.
  public Property securityPolicy() {
    return resource.at("SecurityPolicy");
  }
}
