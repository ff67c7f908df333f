package dev.postern.readers.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Resource;
import dev.postern.readers.source.Reading;
import dev.postern.value.Truth;
import dev.postern.value.Verdict;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  @Test
  void manyDoNotExplode() {
    var text = new StringBuilder("Parameters:\n");
    for (int i = 0; i < 60; i++) {
      text.append("  P%d: {Type: String, AllowedValues: [a, b]}%n".formatted(i));
    }
    text.append("Conditions:\n  C0: !Equals [!Ref P0, a]\n");
    for (int i = 1; i < 60; i++) {
      text.append("  C%d: !And [!Equals [!Ref P%d, a], !Condition C%d]%n".formatted(i, i, i - 1));
    }
    text.append("Resources:\n");
    for (int i = 0; i < 200; i++) {
      text.append(
          """
            G%d:
              Type: AWS::EC2::SecurityGroup
              Condition: C%d
              Properties:
                GroupDescription: !If [C%d, !If [C%d, x, y], z]
                SecurityGroupIngress:
                  - !If [C%d, {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !If [C%d, 10.0.0.0/8, 0.0.0.0/0]}, !Ref AWS::NoValue]
          """
              .formatted(i, i % 60, i % 60, (i + 7) % 60, (i + 3) % 60, (i + 1) % 60)
              .indent(0));
    }
    Reading reading = Shown.read(text.toString());

    assertThat(reading.resources()).hasSize(201);
    assertThat(Shown.hasErrors(reading)).isFalse();
    for (Resource group : reading.resources()) {
      Verdict impossible = group.exists().and(group.at("GroupDescription").is("z"));
      assertThat(impossible.possible()).as(group.address()).isFalse();
      assertThat(group.properties().cases()).hasSizeLessThan(70);
    }
  }

  @Test
  void contradictoryWorldsAreNone() {
    Reading reading =
        Shown.read(
            """
            Parameters:
              Env: {Type: String, AllowedValues: [dev, prod]}
            Conditions:
              IsDev: !Equals [!Ref Env, dev]
              IsProd: !Equals [!Ref Env, prod]
              Neither: !And [!Not [!Condition IsDev], !Not [!Condition IsProd]]
            Resources:
              G:
                Type: AWS::EC2::SecurityGroup
                Condition: IsDev
                Properties:
                  GroupDescription: !If [IsProd, bad, good]
                  GroupName: !If [IsDev, !If [IsProd, bad, fine], !If [Neither, bad, other]]
              N: {Type: AWS::S3::Bucket, Condition: Neither}
            """);
    Resource group = Shown.resource(reading, "G");

    assertThat(group.exists().and(group.at("GroupDescription").is("bad")).truth())
        .isEqualTo(Truth.FALSE);
    assertThat(group.at("GroupName").is("bad").truth()).isEqualTo(Truth.FALSE);
    assertThat(reading.resources()).extracting(Resource::address).doesNotContain("N");
  }

  @Test
  void rulesLeaveWhatTheyAssert() {
    Reading reading =
        Shown.read(
            """
            Parameters:
              Cidr: {Type: String, Default: 10.0.0.0/8}
              Env: {Type: String, AllowedValues: [dev, test, prod]}
            Rules:
              Envs:
                Assertions:
                  - Assert: !Contains [[dev, prod], !Ref Env]
                    AssertDescription: no tests
              Maybe:
                RuleCondition: !Equals [!Ref Env, dev]
                Assertions: [{Assert: !Contains [[x], !Ref Cidr]}]
            Resources:
              G:
                Type: AWS::EC2::SecurityGroup
                DeletionPolicy: !If [IsProd, Retain, Delete]
                Properties: {GroupDescription: !Ref Env, GroupName: !Ref Cidr}
            Conditions: {IsProd: !Equals [!Ref Env, prod]}
            """);

    assertThat(Shown.of(Shown.resource(reading, "G").properties()))
        .isEqualTo("(GroupDescription={Env = dev: dev; Env = prod: prod}, GroupName=10.0.0.0/8)");
    assertThat(Shown.of(Shown.resource(reading, "G").attributes()))
        .isEqualTo("(DeletionPolicy={Env = prod: Retain; Env = dev: Delete})");
    assertThat(Shown.problems(reading)).isEmpty();
  }
}
