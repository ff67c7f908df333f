package dev.postern.iam;

import dev.postern.policy.AccessLevel;
import dev.postern.policy.Actions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A few services, as small as tests need them.
public final class SomeActions implements Actions {
  private static final String ACCESS_POINT =
      "arn:${Partition}:s3:${Region}:${Account}:accesspoint/${Name}";

  private final Map<String, Service> services = new TreeMap<>();

  public SomeActions() {
    add("s3", "GetObject", ACCESS_POINT, "arn:${Partition}:s3:::${Bucket}/${Key}");
    add("s3", "PutObject", "arn:${Partition}:s3:::${Bucket}/${Key}");
    add("s3", "ListBucket", "arn:${Partition}:s3:::${Bucket}");
    add("s3", "ListAllMyBuckets");
    add("cloudwatch", "PutMetricData");
    add("lambda", "CreateFunction", "arn:${Partition}:lambda:${Region}:${Account}:function:${F}");
    add("lambda", "InvokeFunction", "arn:${Partition}:lambda:${Region}:${Account}:function:${F}");
    add(
        "lambda",
        "UpdateFunctionCode",
        "arn:${Partition}:lambda:${Region}:${Account}:function:${F}");
    for (String name : List.of("PassRole", "CreateRole", "AttachRolePolicy", "PutRolePolicy")) {
      add("iam", name, "arn:${Partition}:iam::${Account}:role/${Role}");
    }
    add("iam", "CreateAccessKey", "arn:${Partition}:iam::${Account}:user/${User}");
    add("iam", "ListRoles");
    add("sts", "AssumeRole", "arn:${Partition}:iam::${Account}:role/${Role}");
  }

  private void add(String service, String name, String... arns) {
    List<Scope> scopes =
        Stream.of(arns)
            .map(arn -> new Scope(new ResourceType("thing", arn, List.of()), true, List.of()))
            .toList();
    var all =
        new ArrayList<>(
            Optional.ofNullable(services.get(service)).map(Service::actions).orElse(List.of()));
    all.add(new Action(service, name, level(name), scopes, List.of()));
    services.put(service, new Service(service, service, all, List.of(), List.of()));
  }

  private static AccessLevel level(String name) {
    return name.startsWith("List")
        ? AccessLevel.LIST
        : name.startsWith("Get")
            ? AccessLevel.READ
            : name.endsWith("RolePolicy") ? AccessLevel.PERMISSIONS_MANAGEMENT : AccessLevel.WRITE;
  }

  @Override
  public List<String> prefixes() {
    return List.copyOf(services.keySet());
  }

  @Override
  public int count(String prefix) {
    return service(prefix).map(s -> s.actions().size()).orElse(0);
  }

  @Override
  public int size() {
    return services.values().stream().mapToInt(s -> s.actions().size()).sum();
  }

  @Override
  public Optional<Service> service(String prefix) {
    return Optional.ofNullable(services.get(prefix.toLowerCase(Locale.ROOT)));
  }

  @Override
  public List<ConditionKey> globalKeys() {
    return List.of();
  }
}
