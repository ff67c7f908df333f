package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.text.Span;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.List;

/// What SAM's resources stand in: the template around them, and AWS.
public interface Surroundings {

  /// What all logical ids of this stack begin with; empty for one that is not nested.
  String prefix();

  /// What a pseudo parameter is where it is used.
  Value<Node> pseudo(String name, Span at);

  /// Whether the value of this key in the map that is written at this place is a function.
  boolean isCall(Span map, String key);

  /// The worlds in which a condition of the template holds; told where there is none of that name.
  List<World> worlds(String condition, Span at);

  /// Whether AWS itself has the managed policy of this ARN of the partition `aws`; true where it is
  /// not known which it has.
  boolean hasPolicy(String arn);
}
