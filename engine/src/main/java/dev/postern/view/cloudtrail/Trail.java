package dev.postern.view.cloudtrail;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A CloudTrail trail.
public record Trail(Resource resource) implements View {
  public static final ViewType<Trail> TYPE = ViewType.of("AWS::CloudTrail::Trail", Trail::new);

  public Property multiRegion() {
    return resource.at("IsMultiRegionTrail");
  }

  public Property logging() {
    return resource.at("IsLogging");
  }

  public Property fileValidation() {
    return resource.at("EnableLogFileValidation");
  }

  public Property logGroup() {
    return resource.at("CloudWatchLogsLogGroupArn");
  }
}
