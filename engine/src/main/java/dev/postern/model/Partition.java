package dev.postern.model;

import java.util.List;
import java.util.regex.Pattern;

/// A group of AWS regions that shares accounts and names.
///
/// @param name the second part of its ARNs: `aws`, `aws-cn`, `aws-us-gov`
/// @param dnsSuffix what `AWS::URLSuffix` gives: `amazonaws.com`
/// @param regions the known regions, sorted
/// @param regionNames the form of its region names, those of the future included
/// @see <a
///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">partitions</a>
public record Partition(String name, String dnsSuffix, List<String> regions, Pattern regionNames) {

  public Partition {
    regions = List.copyOf(regions);
  }

  /// Whether a region lies in it, or would by its name.
  public boolean hasRegion(String region) {
    return regions.contains(region) || regionNames.matcher(region).matches();
  }
}
