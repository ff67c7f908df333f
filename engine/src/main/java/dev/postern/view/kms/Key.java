package dev.postern.view.kms;

import dev.postern.model.Given;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.Verdict;

/// A KMS key of the customer's own.
public record Key(Resource resource) implements View {
  public static final ViewType<Key> TYPE = ViewType.of("AWS::KMS::Key", Key::new);

  /// Whether KMS can rotate it by itself: symmetric, with material that KMS made.
  ///
  /// @see <a
  ///   href="https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html">rotation</a>
  public Verdict isRotatable() {
    return resource.at("KeySpec").is("SYMMETRIC_DEFAULT").and(resource.at("Origin").is("AWS_KMS"));
  }

  public Property rotation() {
    return resource.at("EnableKeyRotation");
  }

  /// Days between the request to delete it and its deletion.
  public Property deletionWindow() {
    return resource.at("PendingWindowInDays");
  }

  /// Whether it has a policy of its own.
  public Verdict hasPolicy() {
    return Given.isGiven(resource.at("KeyPolicy"));
  }
}
