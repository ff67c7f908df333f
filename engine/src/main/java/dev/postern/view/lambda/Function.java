package dev.postern.view.lambda;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A Lambda function.
public record Function(Resource resource) implements View {
  public static final ViewType<Function> TYPE = ViewType.of("AWS::Lambda::Function", Function::new);

  /// After how many seconds AWS ends an invocation.
  public Property timeout() {
    return resource.at("Timeout");
  }

  /// How many invocations may run at once.
  public Property reservedConcurrency() {
    return resource.at("ReservedConcurrentExecutions");
  }

  /// The subnets in which it runs; none for outside of any VPC.
  public Property subnets() {
    return resource.at("VpcConfig", "SubnetIds");
  }

  /// Its environment variables.
  public Property environment() {
    return resource.at("Environment", "Variables");
  }

  /// The customer key that encrypts its environment variables.
  public Property environmentKey() {
    return resource.at("KmsKeyArn");
  }

  /// The language runtime of a function that is no image.
  public Property runtime() {
    return resource.at("Runtime");
  }

  /// `Zip` or `Image`.
  public Property packageType() {
    return resource.at("PackageType");
  }

  /// Whether X-Ray follows its invocations.
  public Property tracing() {
    return resource.at("TracingConfig", "Mode");
  }

  /// Where asynchronous events go that it fails to handle.
  public Property deadLetters() {
    return resource.at("DeadLetterConfig", "TargetArn");
  }
}
