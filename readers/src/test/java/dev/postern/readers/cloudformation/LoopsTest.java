package dev.postern.readers.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Resource;
import dev.postern.readers.source.Reading;
import org.junit.jupiter.api.Test;

class LoopsTest {

  @Test
  void nestInOneAnother() {
    Reading reading =
        Shown.read(
            """
            Transform: AWS::LanguageExtensions
            Mappings: {Zones: {eu: {Names: [a, b]}, us: {Names: [c]}}}
            Resources:
              Fn::ForEach::Regions:
                - R
                - [eu, us]
                - 'Fn::ForEach::Zones${R}':
                    - Z
                    - !FindInMap [Zones, !Ref R, Names]
                    - 'T${R}${Z}':
                        Type: AWS::SNS::Topic
                        DependsOn: !Sub 'B${R}'
                        Properties: {TopicName: !Sub '${R}-${Z}-&{R}-${!R}', DisplayName: '${R}.${Z}'}
              Fn::ForEach::Buckets:
                - R
                - [eu, us]
                - 'B${R}': {Type: AWS::S3::Bucket}
            """);

    assertThat(reading.resources())
        .extracting(Resource::address)
        .containsExactly("Teua", "Teub", "Tusc", "Beu", "Bus", "t");
    assertThat(Shown.of(Shown.resource(reading, "Tusc").properties()))
        .isEqualTo("(TopicName=us-c-us-${R}, DisplayName=us.c)");
    assertThat(Shown.of(Shown.resource(reading, "Tusc").attributes())).isEqualTo("(DependsOn=Bus)");
    assertThat(Shown.problems(reading)).isEmpty();
  }

  @Test
  void writeConditionsAndOutputs() {
    Reading reading =
        Shown.read(
            """
            Transform: AWS::LanguageExtensions
            Parameters:
              Env: {Type: String, Default: dev}
            Conditions:
              Fn::ForEach::Each:
                - Name
                - [dev, prod]
                - 'Is${Name}': !Equals [!Ref Env, !Ref Name]
              Any: !Or [!Condition Isdev, !Condition Isprod]
            Resources:
              Fn::ForEach::Topics:
                - Name
                - [dev, prod]
                - 'T&{Name}': {Type: AWS::SNS::Topic, Condition: 'Is${Name}'}
              A: {Type: AWS::SNS::Topic, Condition: Any}
            Outputs:
              Fn::ForEach::All:
                - Name
                - [dev, prod]
                - 'O${Name}': {Value: !GetAtt 'T${Name}.TopicArn'}
            """);

    assertThat(Shown.resource(reading, "Tdev").when()).hasToString("[Env = dev]");
    assertThat(Shown.resource(reading, "Tprod").when()).hasToString("[Env = prod]");
    assertThat(Shown.resource(reading, "A").when()).hasToString("[Env = dev, Env = prod]");
    assertThat(Shown.of(Shown.resource(reading, "t").at("Outputs").value()))
        .isEqualTo("(Odev=(Value=@Tdev.TopicArn), Oprod=(Value=@Tprod.TopicArn))");
    assertThat(Shown.problems(reading)).isEmpty();
  }

  @Test
  void tellWhatTheyMakeTwice() {
    Reading reading =
        Shown.read(
            """
            Resources:
              Fn::ForEach::X: [N, [a-1, a1], {'T&{N}': {Type: Custom::T, Properties: {N: '${N}'}}}]
              Fn::ForEach::Y: [N, !Ref X, {T: {}}]
              Fn::ForEach::Z: {N: [a]}
            """);

    assertThat(Shown.problems(reading))
        .contains(
            "2:35 `Ta1` is made twice; the last one counts",
            "3:23 `X` is no parameter or resource",
            "4:3 `Fn::ForEach::Z` takes an identifier, a collection and a map");
    assertThat(Shown.of(Shown.resource(reading, "Ta1").properties())).isEqualTo("(N=a1)");
  }
}
