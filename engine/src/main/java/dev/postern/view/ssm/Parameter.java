package dev.postern.view.ssm;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A parameter of the Parameter Store.
public record Parameter(Resource resource) implements View {
  public static final ViewType<Parameter> TYPE = ViewType.of("AWS::SSM::Parameter", Parameter::new);

  public Property name() {
    return resource.at("Name");
  }

  public Property type() {
    return resource.at("Type");
  }
}
