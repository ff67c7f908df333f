package dev.postern.view.iam;

import dev.postern.iam.ManagedPolicyRefs;
import dev.postern.model.Cloud;
import dev.postern.model.Incoming;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.policy.document.Arns;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import dev.postern.value.World;
import dev.postern.view.iam.AttachedPolicy.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the policies of an identity, however they are written and attached.
final class Attachments {
  private Attachments() {}

  /// A way to point at an identity.
  ///
  /// @param from the type that points
  /// @param path the property that names the identity
  /// @param document the property that holds a document, or else the ARN of a policy
  private record Way(String from, String path, String document) {
    boolean inline() {
      return document.equals("PolicyDocument") && !from.equals("AWS::IAM::ManagedPolicy");
    }
  }

  static final String ROLE = "Role";
  static final String USER = "User";
  static final String GROUP = "Group";

  private static List<Way> ways(String kind) {
    return List.of(
        new Way("AWS::IAM::" + kind + "Policy", kind + "Name", "PolicyDocument"),
        new Way("AWS::IAM::Policy", kind + "s[]", "PolicyDocument"),
        new Way("AWS::IAM::ManagedPolicy", kind + "s[]", "PolicyDocument"),
        new Way("Postern::IAM::" + kind + "PolicyAttachment", kind + "Name", "PolicyArn"),
        new Way("Postern::IAM::PolicyAttachment", kind + "s[]", "PolicyArn"));
  }

  /// @param kind [#ROLE], [#USER] or [#GROUP]
  static List<AttachedPolicy> of(Resource identity, Cloud cloud, String kind) {
    var all = new ArrayList<AttachedPolicy>(inline(identity));
    all.addAll(listed(identity.at("ManagedPolicyArns"), cloud, World.ANY));
    for (Way way : ways(kind)) {
      for (Incoming.Link link :
          cloud.incoming(way.from(), way.path(), identity.type()).to(identity)) {
        Resource from = link.from();
        if (way.document().equals("PolicyArn")) {
          all.addAll(listed(from.at("PolicyArn"), cloud, link.when()));
        } else {
          all.add(standalone(from, way, link.when()));
        }
      }
    }
    return List.copyOf(all);
  }

  private static AttachedPolicy standalone(Resource policy, Way way, World when) {
    Property document = policy.at("PolicyDocument");
    return new AttachedPolicy(
        way.inline() ? Kind.INLINE : Kind.CUSTOMER_MANAGED,
        name(policy.at("PolicyName")),
        Optional.of(policy),
        Optional.of(PolicyDocument.of(document.value(), when)),
        document.value().origin(),
        when);
  }

  /// The policies written into the identity itself.
  static List<AttachedPolicy> inline(Resource identity) {
    var all = new ArrayList<AttachedPolicy>();
    Property policies = identity.at("Policies");
    for (Property.Element element : policies.elements()) {
      Property document = element.property().at("PolicyDocument");
      all.add(
          new AttachedPolicy(
              Kind.INLINE,
              name(element.property().at("PolicyName")),
              Optional.empty(),
              Optional.of(document.value())
                  .filter(_ -> !(element.property().value() instanceof Value.Unknown))
                  .map(value -> PolicyDocument.of(value, element.when())),
              document.value().origin(),
              element.when()));
    }
    return all;
  }

  private static Optional<String> name(Property property) {
    return property.text().sole().map(Text::toString);
  }

  /// The policies whose ARNs stand at `arns`, one or a list.
  private static List<AttachedPolicy> listed(Property arns, Cloud cloud, World when) {
    var all = new ArrayList<AttachedPolicy>();
    for (Property.Element element : arns.elements()) {
      for (Value.Case<Text> each : element.property().text().cases()) {
        element
            .when()
            .and(each.when())
            .flatMap(when::and)
            .ifPresent(world -> all.add(attached(arns.resource(), each.value(), cloud, world)));
      }
    }
    return all;
  }

  private static AttachedPolicy attached(Resource from, Value<Text> arn, Cloud cloud, World when) {
    Optional<Text> text = arn.sole();
    Optional<String> name = text.flatMap(ManagedPolicyRefs::name);
    if (name.isPresent()) {
      return new AttachedPolicy(
          Kind.AWS_MANAGED,
          name,
          Optional.empty(),
          text.flatMap(t -> ManagedPolicyRefs.document(t, arn.origin(), cloud.facts()))
              .map(document -> within(document, when)),
          arn.origin(),
          when);
    }
    return text.flatMap(t -> cloud.target(from, t, "AWS::IAM::ManagedPolicy"))
        .map(policy ->
            new AttachedPolicy(
                Kind.CUSTOMER_MANAGED,
                name(policy.at("ManagedPolicyName")),
                Optional.of(policy),
                Optional.of(PolicyDocument.of(policy.at("PolicyDocument").value(), when)),
                arn.origin(),
                when))
        .orElseGet(() -> unread(isElsewhere(text) ? Kind.ELSEWHERE : Kind.UNKNOWN, arn, when));
  }

  /// Whether a policy surely is not one of AWS's own.
  private static boolean isElsewhere(Optional<Text> arn) {
    return arn.filter(text ->
            text.literal().isPresent()
                || text.soleReference().isPresent()
                || Arns.segment(text, 4).filter(a -> a.isString("aws") != Truth.TRUE).isPresent())
        .isPresent();
  }

  private static PolicyDocument within(PolicyDocument document, World when) {
    return when.equals(World.ANY) ? document : document.attachedWhen(when);
  }

  private static AttachedPolicy unread(Kind kind, Value<?> arn, World when) {
    return new AttachedPolicy(
        kind, Optional.empty(), Optional.empty(), Optional.empty(), arn.origin(), when);
  }

  /// The policies of a user and of its groups.
  static List<AttachedPolicy> ofUser(Resource user, Cloud cloud) {
    var all = new ArrayList<AttachedPolicy>(of(user, cloud, USER));
    var groups = new LinkedHashMap<Resource, World>();
    for (Property.Element element : user.at("Groups").elements()) {
      join(element.property(), element.when(), cloud, groups, all);
    }
    String addition = "AWS::IAM::UserToGroupAddition";
    for (Incoming.Link link : cloud.incoming(addition, "Users[]", user.type()).to(user)) {
      join(link.from().at("GroupName"), link.when(), cloud, groups, all);
    }
    groups.forEach((group, when) ->
        of(group, cloud, GROUP).forEach(policy -> limited(policy, when).ifPresent(all::add)));
    return List.copyOf(all);
  }

  /// @param groups takes the group that `name` names
  /// @param all takes what stands for the policies of a group that is not there
  private static void join(
      Property name,
      World when,
      Cloud cloud,
      Map<Resource, World> groups,
      List<AttachedPolicy> all) {
    for (Value.Case<Text> each : name.text().cases()) {
      Optional<World> world = when.and(each.when());
      Optional<Resource> group =
          each.value()
              .sole()
              .flatMap(text -> cloud.target(name.resource(), text, "AWS::IAM::Group"));
      if (world.isEmpty() || each.value() instanceof Value.Absent) {
        continue;
      }
      group.ifPresentOrElse(
          known -> groups.putIfAbsent(known, world.get()),
          () -> all.add(unread(Kind.OF_GROUP, each.value(), world.get())));
    }
  }

  private static Optional<AttachedPolicy> limited(AttachedPolicy policy, World when) {
    return policy
        .when()
        .and(when)
        .map(world ->
            new AttachedPolicy(
                policy.kind(),
                policy.name(),
                policy.resource(),
                policy.document().map(document -> within(document, when)),
                policy.origin(),
                world));
  }
}
