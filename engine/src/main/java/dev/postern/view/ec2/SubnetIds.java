package dev.postern.view.ec2;

import dev.postern.model.Cloud;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The subnets that a resource names.
final class SubnetIds {
  private SubnetIds() {}

  /// The written properties at dotted paths; of a list on the way, each element's.
  static List<Property> at(Resource resource, List<String> paths) {
    var found = new ArrayList<Property>();
    for (String path : paths) {
      List<Property> here = List.of(resource.root());
      for (String key : path.split("\\.", -1)) {
        here =
            here.stream()
                .flatMap(p -> p.elements().stream())
                .map(element -> element.property().at(key))
                .toList();
      }
      here.stream().filter(p -> !(p.value() instanceof Value.Absent)).forEach(found::add);
    }
    return found;
  }

  static Verdict anyPublic(List<Property> ids, Cloud cloud) {
    return Verdict.any(ids.stream().map(list -> list.any(id -> isPublic(id, cloud))).toList());
  }

  private static Verdict isPublic(Property id, Cloud cloud) {
    Optional<Resource> subnet =
        id.text().sole().flatMap(text -> cloud.target(id.resource(), text, "AWS::EC2::Subnet"));
    Evidence place = new Evidence(Origin.written(id.value().origin().place()), "a public subnet");
    return subnet
        .map(s -> cloud.view(Subnet.TYPE, s).isPublic().showing(place))
        .orElseGet(() -> decide(id.text()));
  }

  private static Verdict decide(Value<Text> id) {
    return Verdict.undecided(new Evidence(id.origin(), "this subnet is not in the review"));
  }
}
