package dev.postern.view.guardduty;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// GuardDuty in one region.
public record Detector(Resource resource) implements View {
  public static final ViewType<Detector> TYPE =
      ViewType.of("AWS::GuardDuty::Detector", Detector::new);

  /// Whether it runs.
  public Property enabled() {
    return resource.at("Enable");
  }
}
