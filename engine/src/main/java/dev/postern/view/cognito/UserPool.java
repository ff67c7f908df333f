package dev.postern.view.cognito;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A Cognito user pool.
public record UserPool(Resource resource) implements View {
  public static final ViewType<UserPool> TYPE =
      ViewType.of("AWS::Cognito::UserPool", UserPool::new);

  /// How short a password may be.
  public Property leastLength() {
    return resource.at("Policies", "PasswordPolicy", "MinimumLength");
  }

  /// Whether users need a second factor: `OFF`, `OPTIONAL` or `ON`.
  public Property secondFactor() {
    return resource.at("MfaConfiguration");
  }
}
