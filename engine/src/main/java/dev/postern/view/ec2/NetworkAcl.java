package dev.postern.view.ec2;

import dev.postern.model.Cloud;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.View;
import dev.postern.model.ViewType;
import dev.postern.value.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A network ACL with its entries, those written in it and those of their own.
///
/// @param ingress by number; those whose number is not known come first
public record NetworkAcl(Resource resource, List<AclEntry> ingress) implements View {
  private static final String NAME = "AWS::EC2::NetworkAcl";
  public static final ViewType<NetworkAcl> TYPE = ViewType.linked(NAME, NetworkAcl::of);

  private static NetworkAcl of(Resource acl, Cloud cloud) {
    var entries = new ArrayList<AclEntry>();
    for (Property.Element inline : acl.at("Ingress").elements()) {
      entries.addAll(AclEntry.inline(inline.property(), inline.when(), cloud));
    }
    cloud
        .incoming("AWS::EC2::NetworkAclEntry", "NetworkAclId", NAME)
        .to(acl)
        .forEach(link -> entries.addAll(AclEntry.own(link.from(), link.when(), cloud)));
    entries.sort(Comparator.comparing(e -> e.number().orElse(BigDecimal.ONE.negate())));
    return new NetworkAcl(acl, List.copyOf(entries));
  }

  /// Whether an entry surely counts: it is there in every world and its number is known.
  static boolean isCertain(AclEntry entry) {
    return entry.when().equals(World.ANY) && entry.number().isPresent();
  }
}
