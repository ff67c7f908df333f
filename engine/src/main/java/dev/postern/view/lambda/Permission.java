package dev.postern.view.lambda;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Verdict;

/// One statement of a function's resource policy.
public record Permission(Resource resource) implements View {
  public static final ViewType<Permission> TYPE =
      ViewType.of("AWS::Lambda::Permission", Permission::new);

  /// Who may call it: an account, an ARN, a service, or `*`.
  public Property principal() {
    return resource.at("Principal");
  }

  /// The resource on whose behalf a service calls.
  public Property sourceArn() {
    return resource.at("SourceArn");
  }

  /// The account on whose behalf a service calls.
  public Property sourceAccount() {
    return resource.at("SourceAccount");
  }

  /// The organisation that callers belong to.
  public Property organization() {
    return resource.at("PrincipalOrgID");
  }

  /// For which kind of function URL it holds.
  public Property urlAuthentication() {
    return resource.at("FunctionUrlAuthType");
  }

  /// Whether callers are confined to a resource, account or organisation.
  public Verdict isConfined() {
    return sourceArn().isWritten().or(sourceAccount().isWritten()).or(organization().isWritten());
  }
}
