package dev.postern.readers.plan;

import dev.postern.model.TerraformSchemas;
import dev.postern.model.TerraformType;
import dev.postern.readers.plan.Difference.Kind;
import dev.postern.readers.terraform.TerraformResource;
import dev.postern.readers.tree.Tree;
import dev.postern.value.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Holds resources that are read from source beside what a plan of the same source says.
final class Comparison {
  private final TerraformSchemas schemas;
  private final Defaults defaults;
  private final Tree plan;
  private final Tally tally = new Tally();

  /// What a comparison finds.
  ///
  /// @param instances of the plan
  /// @param same values that both know and that are the same
  /// @param open values that neither knows
  /// @param added values that the provider plans where nothing is written
  record Result(int instances, int same, int open, int added, List<Difference> differences) {}

  /// What is counted on the way.
  static final class Tally {
    private final List<Difference> differences = new ArrayList<>();
    int same;
    int open;
    int added;

    void add(Tally other) {
      differences.addAll(other.differences);
      same += other.same;
      open += other.open;
      added += other.added;
    }

    void add(Difference difference) {
      differences.add(difference);
    }

    /// @param open whether what the source does not know may be anything
    boolean isSame(boolean open) {
      return differences.stream().allMatch(d -> open && d.kind() == Kind.OPEN);
    }
  }

  private Comparison(Tree plan, Defaults defaults, TerraformSchemas schemas) {
    this.plan = plan;
    this.defaults = defaults;
    this.schemas = schemas;
  }

  static Result of(
      List<TerraformResource> source, Tree plan, Defaults defaults, TerraformSchemas schemas) {
    var comparison = new Comparison(plan, defaults, schemas);
    Map<String, Recorded> planned =
        Recordings.of(plan).stream()
            .collect(Collectors.toMap(Recorded::address, r -> r, (a, _) -> a, LinkedHashMap::new));
    Map<String, TerraformResource> read = new LinkedHashMap<>();
    for (TerraformResource resource : source) {
      if (read.put(resource.address(), resource) != null) {
        comparison.instance(resource.address(), resource.type(), "twice", "once");
      }
    }
    var addresses = new TreeSet<>(planned.keySet());
    addresses.addAll(read.keySet());
    addresses.forEach(a ->
        comparison.resource(
            a, Optional.ofNullable(read.get(a)), Optional.ofNullable(planned.get(a))));
    Tally tally = comparison.tally;
    return new Result(planned.size(), tally.same, tally.open, tally.added, tally.differences);
  }

  private void resource(
      String address, Optional<TerraformResource> ours, Optional<Recorded> planned) {
    if (ours.isEmpty()) {
      instance(address, planned.orElseThrow().type(), "none", "one");
    } else if (planned.isEmpty()) {
      instance(address, ours.get().type(), existence(ours.get()), "none");
    } else {
      if (!ours.get().when().equals(List.of(World.ANY)) || ours.get().symbolic().isPresent()) {
        instance(address, ours.get().type(), existence(ours.get()), "one");
      }
      body(address, ours.get(), planned.get());
    }
  }

  private static String existence(TerraformResource ours) {
    return ours.symbolic().map(Object::toString).orElse("one in " + ours.when());
  }

  private void instance(String address, String type, String ours, String planned) {
    tally.add(new Difference(Kind.INSTANCE, address, type, ours, planned));
  }

  private void body(String address, TerraformResource ours, Recorded planned) {
    var place =
        new Place(
            ours.type(),
            Optional.empty(),
            TerraformType.Shape.Scalar.ANY,
            Written.of(plan, planned));
    var properties = new Properties(address, defaults, tally);
    properties.block(
        place,
        ours.body(),
        new Planned(Optional.of(planned.values()), planned.unknown(), false),
        schemas.resource(ours.type()).map(TerraformType::arguments).orElse(Map.of()));
  }
}
