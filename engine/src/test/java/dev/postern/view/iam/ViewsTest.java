package dev.postern.view.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.iam.ManagedPolicyRefs;
import dev.postern.iam.SomeActions;
import dev.postern.model.Cloud;
import dev.postern.model.Facts;
import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Schemas;
import dev.postern.model.Text;
import dev.postern.model.TypeSchema;
import dev.postern.model.Unit;
import dev.postern.policy.ManagedPolicies;
import dev.postern.policy.document.Documents;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Origin;
import dev.postern.value.Reason;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import dev.postern.value.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ViewsTest {
  private static final Span HERE = SourceFile.of("t.yaml", "").all();
  private static final Origin ORIGIN = Origin.written(HERE);
  private static final Unit UNIT = new Unit("t.yaml", Unit.Kind.CLOUDFORMATION, List.of("t.yaml"));
  private static final String ADMIN =
      "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}";

  private static final ManagedPolicies MANAGED =
      name -> name.endsWith("/AdministratorAccess") ? Optional.of(ADMIN) : Optional.empty();

  private static final Schemas NO_SCHEMAS =
      new Schemas() {
        @Override
        public Optional<TypeSchema> type(String cfnType) {
          return Optional.empty();
        }

        @Override
        public boolean known(String cfnType) {
          return false;
        }

        @Override
        public List<String> types() {
          return List.of();
        }
      };

  private static final Facts FACTS = new Facts(new SomeActions(), MANAGED, NO_SCHEMAS);

  private static Value<Node> value(Object plain) {
    Node node =
        switch (plain) {
          case Text text -> text;
          case String text -> Documents.text(text);
          case List<?> list -> Node.Items.of(list.stream().map(ViewsTest::value).toList());
          case Map<?, ?> map -> {
            var fields = new LinkedHashMap<String, Value<Node>>();
            map.forEach((key, child) -> fields.put(key.toString(), value(child)));
            yield Node.Fields.of(fields);
          }
          default -> throw new IllegalArgumentException(plain.toString());
        };
    return Value.known(node, ORIGIN);
  }

  private static Resource resource(String name, String type, Map<String, Object> properties) {
    return new Resource(
        UNIT,
        name,
        type,
        type,
        HERE,
        HERE,
        value(properties),
        Value.absent(ORIGIN),
        List.of(World.ANY),
        Optional.empty());
  }

  private static Cloud cloud(Resource... resources) {
    return new Cloud(List.of(UNIT), List.of(resources), List.of(), FACTS);
  }

  private static Text ref(String target, String attribute) {
    return Text.reference(target, attribute, Optional.empty(), ORIGIN);
  }

  private static Map<String, Object> allow(String action) {
    return Map.of("Statement", Map.of("Effect", "Allow", "Action", action, "Resource", "*"));
  }

  @Test
  void aRoleHasThePoliciesOfEverySpelling() {
    Resource role =
        resource(
            "Role",
            "AWS::IAM::Role",
            Map.of(
                "AssumeRolePolicyDocument",
                allow("sts:AssumeRole"),
                "Policies",
                List.of(Map.of("PolicyName", "in", "PolicyDocument", allow("s3:*"))),
                "ManagedPolicyArns",
                List.of(
                    ref("Mine", "Ref"),
                    "arn:<AWS::Partition>:iam::aws:policy/AdministratorAccess",
                    "arn:aws:iam::444455556666:policy/theirs")));
    Cloud cloud =
        cloud(
            role,
            resource("Mine", "AWS::IAM::ManagedPolicy", Map.of("PolicyDocument", allow("sts:*"))),
            resource(
                "Other",
                "AWS::IAM::Policy",
                Map.of("Roles", List.of(ref("Role", "Ref")), "PolicyDocument", allow("iam:*"))),
            resource(
                "Own",
                "AWS::IAM::RolePolicy",
                Map.of("RoleName", ref("Role", "Ref"), "PolicyDocument", allow("lambda:*"))));

    Role view = Role.TYPE.of().apply(role, cloud);

    assertThat(view.policies())
        .extracting(AttachedPolicy::kind)
        .containsExactly(
            AttachedPolicy.Kind.INLINE,
            AttachedPolicy.Kind.CUSTOMER_MANAGED,
            AttachedPolicy.Kind.AWS_MANAGED,
            AttachedPolicy.Kind.ELSEWHERE,
            AttachedPolicy.Kind.INLINE,
            AttachedPolicy.Kind.INLINE);
    assertThat(view.grants().allowsEverything().verdict().truth()).isEqualTo(Truth.TRUE);
    assertThat(view.grants().allowsService("lambda").verdict().truth()).isEqualTo(Truth.TRUE);
    assertThat(view.hasUnknown().truth()).isEqualTo(Truth.FALSE);
    assertThat(view.trust().statements()).hasSize(1);
  }

  @Test
  void aUserHasThePoliciesOfItsGroups() {
    Resource user = resource("U", "AWS::IAM::User", Map.of("Groups", List.of(ref("G", "Ref"))));
    Resource group =
        resource(
            "G",
            "AWS::IAM::Group",
            Map.of("Policies", List.of(Map.of("PolicyName", "p", "PolicyDocument", allow("*")))));
    User view = User.TYPE.of().apply(user, cloud(user, group));

    assertThat(view.ownPolicies()).isEmpty();
    assertThat(view.grants().allowsEverything().verdict().truth()).isEqualTo(Truth.TRUE);
  }

  @Test
  void aGroupThatIsNotThereLeavesThePoliciesOfItsUsersOpen() {
    Text parameter = Text.hole(new Reason(Reason.Kind.INPUT, "Team"), ORIGIN);
    for (Object name : List.of(parameter, "admins")) {
      Resource listed = resource("U", "AWS::IAM::User", Map.of("Groups", List.of(name)));
      assertThat(User.TYPE.of().apply(listed, cloud(listed)).hasUnknown().truth())
          .as("%s", name)
          .isEqualTo(Truth.UNKNOWN);
      Resource user = resource("U", "AWS::IAM::User", Map.of());
      Resource addition =
          resource(
              "A",
              "AWS::IAM::UserToGroupAddition",
              Map.of("GroupName", name, "Users", List.of(ref("U", "Ref"))));
      User added = User.TYPE.of().apply(user, cloud(user, addition));
      assertThat(added.ownPolicies()).isEmpty();
      assertThat(added.policies())
          .extracting(AttachedPolicy::kind)
          .containsExactly(AttachedPolicy.Kind.OF_GROUP);
      assertThat(added.hasUnknown().truth()).isEqualTo(Truth.UNKNOWN);
    }
  }

  @Test
  void managedPoliciesArePartitionFree() {
    for (String arn :
        List.of(
            "arn:aws:iam::aws:policy/AdministratorAccess",
            "arn:<local.partition>:iam::aws:policy/AdministratorAccess",
            "arn:aws-cn:iam::aws:policy/AdministratorAccess")) {
      assertThat(ManagedPolicyRefs.name(Documents.text(arn)))
          .as(arn)
          .contains("AdministratorAccess");
    }
    assertThat(ManagedPolicyRefs.name(Documents.text("arn:aws:iam::1:policy/AdministratorAccess")))
        .isEmpty();
    assertThat(ManagedPolicyRefs.isBroad("AdministratorAccess", FACTS)).isTrue();
    assertThat(ManagedPolicyRefs.isBroad("AmazonS3FullAccess", FACTS)).isTrue();
    assertThat(ManagedPolicyRefs.isBroad("ReadOnlyAccess", FACTS)).isFalse();
  }

  @Test
  void aLambdaPermissionIsAStatement() {
    Map<String, Object> open =
        Map.of("FunctionName", "f", "Action", "lambda:InvokeFunction", "Principal", "*");
    Map<String, Object> service = new LinkedHashMap<>(open);
    service.put("Principal", "s3.amazonaws.com");
    Map<String, Object> confined = new LinkedHashMap<>(open);
    confined.put("PrincipalOrgID", "o-1234567890");

    assertThat(isPublic("AWS::Lambda::Permission", open)).isEqualTo(Truth.TRUE);
    assertThat(isPublic("AWS::Lambda::Permission", service)).isEqualTo(Truth.FALSE);
    assertThat(isPublic("AWS::Lambda::Permission", confined)).isEqualTo(Truth.FALSE);
  }

  @Test
  void policiesStandWhereTheServiceKeepsThem() {
    Object policy =
        Map.of(
            "Statement",
            Map.of("Effect", "Allow", "Principal", "*", "Action", "sqs:*", "Resource", "*"));

    assertThat(isPublic("AWS::SQS::QueuePolicy", Map.of("PolicyDocument", policy)))
        .isEqualTo(Truth.TRUE);
    assertThat(
            isPublic(
                "AWS::DynamoDB::Table", Map.of("ResourcePolicy", Map.of("PolicyDocument", policy))))
        .isEqualTo(Truth.TRUE);
    assertThat(isPublic("AWS::KMS::Key", Map.of())).isEqualTo(Truth.FALSE);
  }

  private static Truth isPublic(String type, Map<String, Object> properties) {
    Resource resource = resource("R", type, properties);
    return ResourcePolicy.TYPE
        .of()
        .apply(resource, cloud(resource))
        .publicAccess()
        .isPublic()
        .verdict()
        .truth();
  }
}
