package dev.postern.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What AWS publishes of its actions: per service the actions, what they can be scoped to, and the
/// condition keys they know. Names are looked up without regard to case.
///
/// [#prefixes()], [#count(String)] and [#size()] are cheap; [#service(String)] reads one service.
///
/// @see <a
///   href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html">service
///   authorization reference</a>
public interface Actions {

  /// Every service prefix (`s3`), lower case, sorted.
  List<String> prefixes();

  /// The number of actions of a service; 0 for an unknown prefix.
  int count(String prefix);

  /// The number of actions of all services.
  int size();

  /// The service of a prefix without wildcards.
  Optional<Service> service(String prefix);

  /// The condition keys that any service may find in a request.
  ///
  /// @see <a
  ///   href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">global
  ///   keys</a>
  List<ConditionKey> globalKeys();

  /// One action by its full name (`s3:GetObject`).
  default Optional<Action> action(String name) {
    int colon = name.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : service(name.substring(0, colon)).flatMap(s -> s.action(name.substring(colon + 1)));
  }

  /// One condition key by its full name (`aws:SourceIp`, `aws:ResourceTag/team`): a key of the
  /// service that its prefix names, or else a global one, or else one of STS, which knows the keys
  /// that carry the name of an identity provider (`graph.facebook.com:id`).
  default Optional<ConditionKey> key(String name) {
    int colon = name.indexOf(':');
    return service(name.substring(0, Math.max(colon, 0)))
        .flatMap(service -> first(service.keys(), name))
        .or(() -> first(globalKeys(), name))
        .or(() -> service("sts").flatMap(sts -> first(sts.keys(), name)));
  }

  private static Optional<ConditionKey> first(List<ConditionKey> keys, String name) {
    return keys.stream().filter(key -> key.covers(name)).findFirst();
  }

  /// One service.
  ///
  /// @param prefix `s3`
  /// @param title `Amazon S3`
  /// @param actions sorted by name, without regard to case
  /// @param resourceTypes sorted by name
  /// @param keys the condition keys that its actions or resource types name, global ones included
  record Service(
      String prefix,
      String title,
      List<Action> actions,
      List<ResourceType> resourceTypes,
      List<ConditionKey> keys) {
    private static final Comparator<Action> BY_NAME =
        Comparator.comparing(Action::name, String.CASE_INSENSITIVE_ORDER);

    public Service {
      var sorted = new ArrayList<>(actions);
      sorted.sort(BY_NAME);
      actions = List.copyOf(sorted);
      resourceTypes = List.copyOf(resourceTypes);
      keys = List.copyOf(keys);
    }

    /// Where an action stands in [#actions()]; negative where it is unknown, as
    /// [Collections#binarySearch(List, Object, Comparator)] says it.
    public int indexOf(String name) {
      var probe = new Action(prefix, name, AccessLevel.LIST, List.of(), List.of());
      return Collections.binarySearch(actions, probe, BY_NAME);
    }

    public Optional<Action> action(String name) {
      int at = indexOf(name);
      return at < 0 ? Optional.empty() : Optional.of(actions.get(at));
    }
  }

  /// One action.
  ///
  /// @param service its prefix
  /// @param name `GetObject`
  /// @param level what it can do
  /// @param scopes what a statement's `Resource` can restrict it to; empty: only `*`
  /// @param keys the condition keys it knows whatever the resource, besides the global ones
  record Action(
      String service, String name, AccessLevel level, List<Scope> scopes, List<String> keys) {

    public Action {
      scopes = List.copyOf(scopes);
      keys = List.copyOf(keys);
    }

    /// Whether a statement must say `Resource: "*"` to mean this action.
    public boolean wildcardOnly() {
      return scopes.isEmpty();
    }

    /// `s3:GetObject`.
    @Override
    public String toString() {
      return service + ":" + name;
    }
  }

  /// A resource type that an action can be scoped to.
  ///
  /// @param required whether the action always touches one (marked `*` in AWS's tables)
  /// @param keys the condition keys that the action knows for this resource type
  record Scope(ResourceType type, boolean required, List<String> keys) {
    public Scope {
      keys = List.copyOf(keys);
    }
  }

  /// A kind of resource.
  ///
  /// @param name `bucket`
  /// @param arn `arn:${Partition}:s3:::${BucketName}`
  /// @param keys the condition keys that describe such a resource
  record ResourceType(String name, String arn, List<String> keys) {
    public ResourceType {
      keys = List.copyOf(keys);
    }

    /// The ARN with a `*` in each hole: `arn:*:s3:::*`.
    public String arnPattern() {
      return Placeholders.fill(arn, "*");
    }
  }

  /// A condition key.
  ///
  /// @param name `aws:SourceIp`, or with a hole `aws:ResourceTag/${TagKey}`
  /// @param kind which operators compare it
  /// @param multivalued whether a request carries a set of values
  record ConditionKey(String name, Kind kind, boolean multivalued) {
    /// The types of AWS's tables, without `ArrayOf`.
    public enum Kind {
      STRING,
      ARN,
      BOOL,
      NUMERIC,
      DATE,
      IP_ADDRESS,
      BINARY
    }

    /// Whether `key`, as a policy writes it, is this key. A hole stands for at least one character.
    public boolean covers(String key) {
      return Placeholders.matches(name, key);
    }
  }
}
