package dev.postern.view.rds;

import dev.postern.model.Cloud;
import dev.postern.model.Node;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.util.Optional;

/// Finds the parameters that a database is told.
final class ParameterGroup {
  private ParameterGroup() {}

  /// The parameters of the group that `name` names; empty where the group is AWS's own, which is so
  /// where none is named, and unknown where it is not reviewed too.
  ///
  /// @param type the type of the group
  static Optional<Property> of(Cloud cloud, Property name, String type) {
    Optional<Text> text = name.text().sole();
    if (name.value() instanceof Value.Absent
        || text.filter(t -> t.prefix().startsWith("default.")).isPresent()) {
      return Optional.empty();
    }
    Optional<Resource> group = text.flatMap(t -> cloud.target(name.resource(), t, type));
    if (group.isPresent()) {
      return Optional.of(group.get().at("Parameters"));
    }
    var elsewhere = new Reason(Reason.Kind.EXTERNAL, text.map(Text::toString).orElse(type));
    Value<Node> unknown = Value.unknown(elsewhere, name.value().origin());
    return Optional.of(new Property(name.resource(), "", unknown, name.holder()));
  }
}
