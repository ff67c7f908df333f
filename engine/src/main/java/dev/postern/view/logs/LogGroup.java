package dev.postern.view.logs;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A CloudWatch log group.
public record LogGroup(Resource resource) implements View {
  public static final ViewType<LogGroup> TYPE = ViewType.of("AWS::Logs::LogGroup", LogGroup::new);

  public Property retention() {
    return resource.at("RetentionInDays");
  }
}
