package dev.postern.readers.plan;

import dev.postern.readers.plan.Configured.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The resource and data source instances of a plan or state.
final class Instances {
  private static final Pattern IDENTIFIER = Pattern.compile("arn:.+|[a-z]+-[0-9a-f]{8,17}");

  private final Modules modules;
  private final Map<String, Recorded> byAddress = new HashMap<>();
  private final Map<String, List<String>> byName = new HashMap<>();
  private final Map<String, Recorded> firsts = new HashMap<>();
  private final Map<String, Target> ids = new HashMap<>();

  Instances(List<Recorded> all, Modules modules) {
    this.modules = modules;
    for (Recorded one : all) {
      byAddress.putIfAbsent(one.address(), one);
      byName.computeIfAbsent(one.module() + one.name(), _ -> new ArrayList<>()).add(one.address());
      firsts.putIfAbsent(block(one), one);
      identify(one);
    }
  }

  private void identify(Recorded resource) {
    for (String attribute : List.of("id", "arn")) {
      Trail.text(resource.values(), attribute)
          .filter(value -> !resource.isData() && IDENTIFIER.matcher(value).matches())
          .ifPresent(value -> ids.putIfAbsent(value, new Target(resource.address(), attribute)));
    }
  }

  /// Where the block stands that a resource is of.
  private String block(Recorded resource) {
    String folder =
        modules
            .place(resource.module())
            .map(Modules.Place::folder)
            .orElseGet(() -> Name.withoutKeys(resource.module()));
    return folder + ":" + resource.name();
  }

  /// The first instance of the block that a resource is of, itself or another.
  Recorded first(Recorded resource) {
    return firsts.getOrDefault(block(resource), resource);
  }

  boolean has(String address) {
    return byAddress.containsKey(address);
  }

  /// The addresses of all that have this one but for their own key.
  List<String> of(String address) {
    return byName.getOrDefault(address, List.of());
  }

  /// The resource that an identifier or ARN leaves no doubt about.
  Optional<Target> identified(String value) {
    return Optional.ofNullable(ids.get(value));
  }

  /// Whether an attribute is known to have this value.
  boolean isValue(Target target, String value) {
    return Optional.ofNullable(byAddress.get(target.address()))
        .flatMap(resource -> Trail.text(resource.values(), target.attribute()))
        .filter(value::equals)
        .isPresent();
  }
}
