package dev.postern.view.cognito;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A Cognito identity pool.
public record IdentityPool(Resource resource) implements View {
  public static final ViewType<IdentityPool> TYPE =
      ViewType.of("AWS::Cognito::IdentityPool", IdentityPool::new);

  /// Whether anybody gets AWS credentials without signing in.
  public Property admitsGuests() {
    return resource.at("AllowUnauthenticatedIdentities");
  }
}
