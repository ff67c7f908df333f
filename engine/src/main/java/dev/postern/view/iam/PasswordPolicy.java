package dev.postern.view.iam;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// What an account asks of the passwords of its IAM users.
public record PasswordPolicy(Resource resource) implements View {
  public static final ViewType<PasswordPolicy> TYPE =
      ViewType.of("Postern::IAM::AccountPasswordPolicy", PasswordPolicy::new);

  /// In characters.
  public Property minimumLength() {
    return resource.at("MinimumPasswordLength");
  }

  /// How many of the last passwords may not be used again.
  public Property remembered() {
    return resource.at("PasswordReusePrevention");
  }
}
