package dev.postern.view.sagemaker;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A notebook instance.
public record Notebook(Resource resource) implements View {
  public static final ViewType<Notebook> TYPE =
      ViewType.of("AWS::SageMaker::NotebookInstance", Notebook::new);

  /// Whether it reaches the Internet by itself.
  public Property directInternet() {
    return resource.at("DirectInternetAccess");
  }

  /// Whether its users are root.
  public Property rootAccess() {
    return resource.at("RootAccess");
  }
}
