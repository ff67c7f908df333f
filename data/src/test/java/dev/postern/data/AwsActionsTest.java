package dev.postern.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.policy.AccessLevel;
import dev.postern.policy.ActionSet;
import dev.postern.policy.Actions;
import dev.postern.policy.Actions.Action;
import dev.postern.policy.Actions.ConditionKey;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

final class AwsActionsTest {
  private final Actions actions = new AwsActions();

  @Test
  void everyShardParsesAndAgreesWithTheIndex() {
    int total = 0;
    for (String prefix : actions.prefixes()) {
      Actions.Service service = actions.service(prefix).orElseThrow();
      assertThat(service.prefix()).isEqualTo(prefix);
      assertThat(service.actions()).as(prefix).hasSize(actions.count(prefix)).isNotEmpty();
      assertThat(service.actions())
          .extracting(Action::name)
          .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
      assertThat(service.resourceTypes()).allMatch(type -> type.arn().startsWith("arn:"));
      total += service.actions().size();
    }
    assertThat(actions.prefixes())
        .hasSizeGreaterThan(440)
        .isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(total).isEqualTo(actions.size()).isGreaterThan(22_000);
  }

  @Test
  void readingAnObjectIsScopedToObjects() {
    Action action = action("S3:getobject");

    assertThat(action).hasToString("s3:GetObject");
    assertThat(action.level()).isEqualTo(AccessLevel.READ);
    assertThat(action.scopes()).extracting(scope -> scope.type().name()).contains("object");
    assertThat(action.scopes())
        .extracting(scope -> scope.type().arnPattern())
        .contains("arn:*:s3:::*/*");
    assertThat(action.keys()).contains("s3:ExistingObjectTag/${key}");
  }

  @Test
  void passingARoleIsAWriteOnRoles() {
    Action action = action("iam:PassRole");

    assertThat(action.level()).isEqualTo(AccessLevel.WRITE);
    assertThat(action.keys()).contains("iam:PassedToService");
    assertThat(action.scopes())
        .singleElement()
        .satisfies(scope -> {
          assertThat(scope.required()).isTrue();
          assertThat(scope.type().name()).isEqualTo("role");
        });
  }

  @Test
  void levelsAndWildcardsAreAsAwsLists() {
    assertThat(action("ec2:DescribeInstances").wildcardOnly()).isTrue();
    assertThat(action("s3:ListAllMyBuckets").wildcardOnly()).isTrue();
    assertThat(action("ec2:DescribeInstances").level()).isEqualTo(AccessLevel.LIST);
    assertThat(action("s3:PutBucketPolicy").level()).isEqualTo(AccessLevel.PERMISSIONS_MANAGEMENT);
    assertThat(action("ec2:CreateTags").level()).isEqualTo(AccessLevel.TAGGING);
    assertThat(action("cloudwatch:PutMetricData").scopes()).noneMatch(Actions.Scope::required);
  }

  @Test
  void keysAreFoundWithTheirTypes() {
    assertThat(key("aws:sourceip").kind()).isEqualTo(ConditionKey.Kind.IP_ADDRESS);
    assertThat(key("aws:TagKeys").multivalued()).isTrue();
    assertThat(key("aws:PrincipalTag/team").kind()).isEqualTo(ConditionKey.Kind.STRING);
    assertThat(key("s3:TlsVersion").kind()).isEqualTo(ConditionKey.Kind.NUMERIC);
    assertThat(key("token.actions.githubusercontent.com:repository").kind())
        .isEqualTo(ConditionKey.Kind.STRING);
    assertThat(actions.key("aws:NoSuchKey")).isEmpty();
    assertThat(actions.key("SourceIp")).isEmpty();
    assertThat(actions.globalKeys()).hasSizeGreaterThan(50);
  }

  @Test
  void unknownNamesAreAbsent() {
    assertThat(actions.service("nosuch")).isEmpty();
    assertThat(actions.service("../ports")).isEmpty();
    assertThat(actions.count("nosuch")).isZero();
    assertThat(actions.action("s3:NoSuch")).isEmpty();
    assertThat(actions.action("s3")).isEmpty();
  }

  @Test
  void patternsNameTheActionsOfTheTable() {
    ActionSet reads = ActionSet.matching(actions, "s3:Get*");

    assertThat(reads.contains("s3:GetObject")).isTrue();
    assertThat(reads.contains("s3:PutObject")).isFalse();
    assertThat(ActionSet.matching(actions, "*:*")).isEqualTo(ActionSet.all(actions));
    assertThat(ActionSet.matching(actions, "iam:*").size()).isEqualTo(actions.count("iam"));
  }

  private Action action(String name) {
    return actions.action(name).orElseThrow();
  }

  private ConditionKey key(String name) {
    return actions.key(name).orElseThrow();
  }
}
