package dev.postern.view.lambda;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// The HTTPS endpoint of a function.
public record FunctionUrl(Resource resource) implements View {
  public static final ViewType<FunctionUrl> TYPE =
      ViewType.of("AWS::Lambda::Url", FunctionUrl::new);

  /// `AWS_IAM`, or `NONE`.
  public Property authentication() {
    return resource.at("AuthType");
  }

  /// The web origins that browsers may call it from.
  public Property allowedOrigins() {
    return resource.at("Cors", "AllowOrigins");
  }

  /// Whether browsers send cookies with such calls.
  public Property allowsCredentials() {
    return resource.at("Cors", "AllowCredentials");
  }
}
