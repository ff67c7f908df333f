package dev.postern.view.stepfunctions;

import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;

/// A state machine.
public record StateMachine(Resource resource) implements View {
  public static final ViewType<StateMachine> TYPE =
      ViewType.of("AWS::StepFunctions::StateMachine", StateMachine::new);

  /// Which events of executions are logged; `OFF` for none.
  public Property logLevel() {
    return resource.at("LoggingConfiguration", "Level");
  }
}
