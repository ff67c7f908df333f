package dev.postern.data;

import dev.postern.policy.AccessLevel;
import dev.postern.policy.Actions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The service authorization reference. `data/generate/actions.js` defines the lines.
public final class AwsActions implements Actions {
  private final Shards shards = new Shards("actions");
  private final Map<String, Service> services = new ConcurrentHashMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> prefixes;
  private final List<ConditionKey> globalKeys = new ArrayList<>();
  private final int size;

  public AwsActions() {
    for (String line : shards.text("index").lines().toList()) {
      String[] fields = line.split("\t", -1);
      if (fields[0].equals("K")) {
        globalKeys.add(key(fields));
      } else {
        counts.put(fields[0], Integer.valueOf(fields[1]));
      }
    }
    prefixes = List.copyOf(counts.keySet());
    size = counts.values().stream().mapToInt(count -> count).sum();
  }

  @Override
  public List<String> prefixes() {
    return prefixes;
  }

  @Override
  public int count(String prefix) {
    return counts.getOrDefault(prefix.toLowerCase(Locale.ROOT), 0);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public List<ConditionKey> globalKeys() {
    return List.copyOf(globalKeys);
  }

  @Override
  public Optional<Service> service(String prefix) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    return counts.containsKey(lower)
        ? Optional.of(services.computeIfAbsent(lower, each -> read(shards.text(each))))
        : Optional.empty();
  }

  private static Service read(String text) {
    var keys = new ArrayList<ConditionKey>();
    var names = new ArrayList<String>();
    var types = new ArrayList<ResourceType>();
    var actions = new ArrayList<Action>();
    String prefix = "";
    String title = "";
    for (String line : text.lines().toList()) {
      String[] fields = line.split("\t", -1);
      switch (fields[0]) {
        case "S" -> {
          prefix = fields[1];
          title = fields[2];
        }
        case "K" -> {
          keys.add(key(fields));
          names.add(fields[1]);
        }
        case "R" -> types.add(new ResourceType(fields[1], fields[2], named(fields[3], names)));
        case "A" ->
            actions.add(
                new Action(
                    prefix,
                    fields[1],
                    level(fields[2]),
                    scopes(fields[4], types, names),
                    named(fields[3], names)));
        default -> throw new IllegalStateException("no such line: " + line);
      }
    }
    return new Service(prefix, title, actions, types, keys);
  }

  private static List<Scope> scopes(String field, List<ResourceType> types, List<String> names) {
    return parts(field, ";").stream().map(part -> scope(part, types, names)).toList();
  }

  /// A number of a resource type, `!` where it is required, then `:` and its keys.
  private static Scope scope(String part, List<ResourceType> types, List<String> names) {
    int colon = part.indexOf(':');
    String head = colon < 0 ? part : part.substring(0, colon);
    String keys = colon < 0 ? "" : part.substring(colon + 1);
    boolean required = head.endsWith("!");
    int number = Integer.parseInt(required ? head.substring(0, head.length() - 1) : head);
    return new Scope(types.get(number), required, named(keys, names));
  }

  private static List<String> named(String field, List<String> names) {
    return parts(field, ",").stream().map(number -> names.get(Integer.parseInt(number))).toList();
  }

  private static List<String> parts(String field, String separator) {
    return field.isEmpty() ? List.of() : Arrays.asList(field.split(separator, -1));
  }

  private static ConditionKey key(String[] fields) {
    return new ConditionKey(fields[1], kind(fields[2].charAt(0)), fields[2].endsWith("+"));
  }

  private static ConditionKey.Kind kind(char letter) {
    return switch (letter) {
      case 'S' -> ConditionKey.Kind.STRING;
      case 'A' -> ConditionKey.Kind.ARN;
      case 'B' -> ConditionKey.Kind.BOOL;
      case 'N' -> ConditionKey.Kind.NUMERIC;
      case 'D' -> ConditionKey.Kind.DATE;
      case 'I' -> ConditionKey.Kind.IP_ADDRESS;
      case 'Y' -> ConditionKey.Kind.BINARY;
      default -> throw new IllegalStateException("no such kind of key: " + letter);
    };
  }

  private static AccessLevel level(String letter) {
    return switch (letter) {
      case "L" -> AccessLevel.LIST;
      case "R" -> AccessLevel.READ;
      case "W" -> AccessLevel.WRITE;
      case "T" -> AccessLevel.TAGGING;
      case "P" -> AccessLevel.PERMISSIONS_MANAGEMENT;
      default -> throw new IllegalStateException("no such level: " + letter);
    };
  }
}
