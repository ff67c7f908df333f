package dev.postern.data;

import dev.postern.policy.ManagedPolicies;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The AWS managed policies. `data/generate/policies.js` defines the lines.
public final class AwsManagedPolicies implements ManagedPolicies {
  private static final Pattern ARN = Pattern.compile("arn:[a-z-]+:iam::aws:policy(/.*)");

  private record Place(String path, String shard) {}

  private final Shards shards = new Shards("policies");
  private Map<String, Place> places = Map.of();

  @Override
  public Optional<String> document(String nameOrArn) {
    Matcher arn = ARN.matcher(nameOrArn);
    String full = arn.matches() ? arn.group(1) : nameOrArn;
    String name = full.substring(full.lastIndexOf('/') + 1);
    return Optional.ofNullable(places().get(name))
        .filter(place -> full.equals(name) || full.equals(place.path() + name))
        .map(place -> document(shards.text(place.shard()), name));
  }

  private static String document(String shard, String name) {
    int start = ("\n" + shard).indexOf("\n" + name + "\t") + name.length() + 1;
    return shard.substring(start, shard.indexOf('\n', start));
  }

  private synchronized Map<String, Place> places() {
    if (places.isEmpty()) {
      var read = new HashMap<String, Place>();
      for (String line : shards.text("index").lines().toList()) {
        String[] fields = line.split("\t", -1);
        read.put(fields[1], new Place(fields[0], fields[2]));
      }
      places = read;
    }
    return places;
  }
}
