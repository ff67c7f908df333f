package dev.postern.data;

import dev.postern.policy.AccessLevel;
import dev.postern.policy.Actions;
import java.util.ArrayList;
import java.util.HashMap;
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
        ? Optional.of(
            services.computeIfAbsent(lower, each -> new ServiceReader().read(shards.text(each))))
        : Optional.empty();
  }

  /// Reads one shard. Actions repeat the lists of keys and the scopes of their neighbours, which
  /// are therefore read once.
  private static final class ServiceReader {
    private final List<ConditionKey> keys = new ArrayList<>();
    private final List<ResourceType> types = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final Map<String, List<String>> keyLists = new HashMap<>();
    private final Map<String, Scope> scopes = new HashMap<>();
    private String prefix = "";
    private String title = "";

    Service read(String text) {
      int end;
      for (int start = 0; start < text.length(); start = end + 1) {
        end = text.indexOf('\n', start);
        read(text.substring(start, end).split("\t", -1));
      }
      return new Service(prefix, title, actions, types, keys);
    }

    private void read(String[] fields) {
      switch (fields[0].charAt(0)) {
        case 'S' -> {
          prefix = fields[1];
          title = fields[2];
        }
        case 'K' -> keys.add(key(fields));
        case 'R' -> types.add(new ResourceType(fields[1], fields[2], keyList(fields[3])));
        case 'A' -> actions.add(action(fields));
        default -> throw new IllegalStateException("no such line: " + fields[0]);
      }
    }

    private Action action(String[] fields) {
      var its = new ArrayList<Scope>();
      for (String part : parts(fields[4], ";")) {
        its.add(scopes.computeIfAbsent(part, this::scope));
      }
      return new Action(prefix, fields[1], level(fields[2]), its, keyList(fields[3]));
    }

    /// A number of a resource type, `!` where it is required, then `:` and its keys.
    private Scope scope(String part) {
      int colon = part.indexOf(':');
      String head = colon < 0 ? part : part.substring(0, colon);
      boolean required = head.endsWith("!");
      int number = Integer.parseInt(required ? head.substring(0, head.length() - 1) : head);
      List<String> own = colon < 0 ? List.of() : keyList(part.substring(colon + 1));
      return new Scope(types.get(number), required, own);
    }

    private List<String> keyList(String field) {
      return keyLists.computeIfAbsent(field, this::readKeyList);
    }

    private List<String> readKeyList(String field) {
      var names = new ArrayList<String>();
      for (String number : parts(field, ",")) {
        names.add(keys.get(Integer.parseInt(number)).name());
      }
      return List.copyOf(names);
    }

    private static String[] parts(String field, String separator) {
      return field.isEmpty() ? new String[0] : field.split(separator, -1);
    }
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
