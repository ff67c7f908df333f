package dev.postern.readers.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Resource;
import dev.postern.readers.source.Reading;
import dev.postern.text.Problem;
import dev.postern.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncludesTest {

  private static Reading read(String main) {
    return Shown.readAmong(
        Map.of(
            "main.yaml",
            main,
            "parts/topics.yaml",
            """
            T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref Name}}
            U: {Type: AWS::SNS::Topic, Condition: Never}
            """,
            "parts/fields.yaml",
            "{DisplayName: d, KmsMasterKeyId: {Ref: Key}}",
            "self.yaml",
            "{A: 1, 'Fn::Transform': {Name: 'AWS::Include', Parameters: {Location: self.yaml}}}"),
        "main.yaml");
  }

  @Test
  void readsSnippetsBesideTheTemplate() {
    Reading reading =
        read(
            """
            Parameters: {Name: {Type: String, Default: n}, Key: {Type: String, Default: k}}
            Conditions: {Never: !Equals [a, b]}
            Resources:
              Fn::Transform: {Name: AWS::Include, Parameters: {Location: ./parts/topics.yaml}}
              V:
                Type: AWS::SNS::Topic
                Properties:
                  TopicName: v
                  Fn::Transform: {Name: AWS::Include, Parameters: {Location: parts/fields.yaml}}
              W:
                Type: AWS::SNS::Topic
                Properties:
                  !Transform {Name: AWS::Include, Parameters: {Location: parts/fields.yaml}}
            """);

    assertThat(reading.resources())
        .extracting(Resource::address)
        .containsExactly("T", "V", "W", "main.yaml");
    assertThat(Shown.of(Shown.resource(reading, "T").properties())).isEqualTo("(TopicName=n)");
    assertThat(Shown.of(Shown.resource(reading, "V").properties()))
        .isEqualTo("(TopicName=v, DisplayName=d, KmsMasterKeyId=k)");
    assertThat(Shown.of(Shown.resource(reading, "W").properties()))
        .isEqualTo("(DisplayName=d, KmsMasterKeyId=k)");
    assertThat(Shown.resource(reading, "T").header().file().path()).isEqualTo("parts/topics.yaml");
    assertThat(Shown.problems(reading)).isEmpty();
  }

  @Test
  void explainsWhatLiesElsewhere() {
    Reading reading =
        read(
            """
            Resources:
              Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://b/all.yaml}}
              V:
                Type: AWS::SNS::Topic
                Properties:
                  Fn::Transform: {Name: AWS::Include, Parameters: {Location: !Sub 's3://${AWS::Region}/x'}}
              W:
                Type: AWS::SNS::Topic
                Properties:
                  Fn::Transform: {Name: AWS::Include, Parameters: {Location: ../none.yaml}}
              S:
                Type: Custom::S
                Properties:
                  Fn::Transform: {Name: AWS::Include, Parameters: {Location: self.yaml}}
            """);

    assertThat(reading.problems())
        .extracting(p -> p.level() + " " + p.message())
        .containsExactly(
            "ERROR what is included from `s3://b/all.yaml` lies elsewhere and is not read",
            "INFO what is included from `s3://${AWS::Region}/x` lies elsewhere and is not read",
            "ERROR no file `../none.yaml` to include is here",
            "ERROR `self.yaml` includes itself");
    assertThat(reading.problems().getFirst().level()).isEqualTo(Problem.Level.ERROR);
    assertThat(Shown.of(Shown.resource(reading, "V").properties())).isEqualTo("<AWS::Include>");
  }

  @Test
  void macrosOfTheUsersOwnAreNotRead() {
    Reading reading =
        read(
            """
            Transform: [AWS::LanguageExtensions, Mine]
            Resources:
              Fn::Transform: {Name: Yours}
              V: {Type: AWS::SNS::Topic, Properties: !Transform {Name: Theirs}}
            """);

    assertThat(reading.problems())
        .extracting(p -> p.level() + " " + p.message())
        .containsExactlyInAnyOrder(
            "ERROR macro `Mine` is code that is not here; what it makes is not read",
            "ERROR macro `Yours` is code that is not here; what it makes is not read",
            "INFO macro `Theirs` is code that is not here; what it makes is not read");
  }

  @Test
  void refuseWhatIsNoMap() {
    Reading reading =
        Shown.readAmong(
            Map.of(
                "main.yaml",
                """
                Resources:
                  T:
                    Type: AWS::SNS::Topic
                    Properties:
                      Fn::Transform: {Name: AWS::Include, Parameters: {Location: list.yaml}}
                """,
                "list.yaml",
                "[KmsMasterKeyId, k]"),
            "main.yaml");

    assertThat(Shown.resource(reading, "T").at("KmsMasterKeyId").value())
        .isInstanceOf(Value.Unknown.class);
    assertThat(Shown.problems(reading))
        .containsExactly("5:7 `list.yaml`, which is included, is no map");
  }
}
