package dev.postern.data;

import dev.postern.model.Partition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The partitions of AWS. `data/generate/partitions.js` defines the lines.
public final class AwsPartitions {
  private final List<Partition> all =
      Shards.root("partitions").lines().map(line -> read(line.split("\t", -1))).toList();

  /// Every partition, sorted by name.
  public List<Partition> all() {
    return all;
  }

  /// The partition by its name: `aws-cn`.
  public Optional<Partition> named(String name) {
    return all.stream().filter(partition -> partition.name().equals(name)).findFirst();
  }

  /// The partition that a region lies in, or would by its name.
  public Optional<Partition> ofRegion(String region) {
    return all.stream().filter(partition -> partition.hasRegion(region)).findFirst();
  }

  private static Partition read(String[] fields) {
    return new Partition(
        fields[0], fields[1], List.of(fields[2].split(",", -1)), Pattern.compile(fields[3]));
  }
}
