package dev.postern.view.ecr;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// An ECR repository.
public record Repository(Resource resource) implements View {
  public static final ViewType<Repository> TYPE =
      ViewType.of("AWS::ECR::Repository", Repository::new);

  public Property scanOnPush() {
    return resource.at("ImageScanningConfiguration", "ScanOnPush");
  }

  public Property tagMutability() {
    return resource.at("ImageTagMutability");
  }
}
