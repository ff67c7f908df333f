package dev.postern.readers.cloudformation.sam;

import dev.postern.value.Origin;
import dev.postern.value.World;
import java.util.List;

/// An entry of `Events`.
///
/// @param id the logical id of the resource that it becomes
/// @param name its key
/// @param sam its properties
record Event(Target target, String id, String name, String type, Props sam, Stack stack) {

  Origin origin() {
    return sam.origin();
  }

  List<World> when() {
    return target.resource().when();
  }

  void add(String id, String type, Props properties) {
    stack.add(target.resource(), id, type, properties);
  }

  /// The permission for a service to call the function, its grantee's conditions left to `more`.
  void permit(String id, String principal, Props more) {
    add(
        id,
        "AWS::Lambda::Permission",
        Props.none(origin())
            .with("Action", "lambda:InvokeFunction")
            .with("FunctionName", target.name(origin()))
            .with("Principal", principal)
            .withAll(more));
  }
}
