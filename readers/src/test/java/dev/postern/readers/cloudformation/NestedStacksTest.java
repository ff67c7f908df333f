package dev.postern.readers.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Resource;
import dev.postern.readers.source.Reading;
import dev.postern.text.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NestedStacksTest {
  private static final String NETWORK =
      """
      Parameters:
        Cidr: {Type: String}
        Env: {Type: String, AllowedValues: [dev, prod]}
        Names: {Type: CommaDelimitedList, Default: z}
        Secret: {Type: String, NoEcho: true, Default: none}
        Own: {Type: String}
      Conditions:
        IsProd: !Equals [!Ref Env, prod]
      Resources:
        Vpc:
          Type: AWS::EC2::VPC
          Properties:
            CidrBlock: !Ref Cidr
            Tags: [{Key: !Ref Env, Value: !Ref Secret}, {Key: !Ref Own, Value: !Ref AWS::StackName}]
        Group:
          Type: AWS::EC2::SecurityGroup
          Condition: IsProd
          Properties: {GroupDescription: !Select [1, !Ref Names], VpcId: !Ref Vpc}
      Outputs:
        VpcId: {Value: !Ref Vpc}
        Cidr: {Value: !GetAtt Vpc.CidrBlock}
        Env: {Value: !If [IsProd, p, d]}
        Loop: {Value: !Ref Cidr, Export: {Name: the-cidr}}
      """;

  private static final String MAIN =
      """
      Parameters:
        Env: {Type: String, AllowedValues: [dev, prod]}
        Pw: {Type: String, NoEcho: true}
      Conditions:
        IsDev: !Equals [!Ref Env, dev]
      Resources:
        Net:
          Type: AWS::CloudFormation::Stack
          Properties:
            TemplateURL: ./stacks/network.yaml
            Parameters: {Cidr: 10.0.0.0/8, Env: !Ref Env, Names: 'a,b', Secret: !Ref Pw}
        Other:
          Type: AWS::CloudFormation::Stack
          Condition: IsDev
          Properties:
            TemplateURL: stacks/network.yaml
            Parameters: {Cidr: !GetAtt Net.Outputs.Cidr, Env: prod, Zone: x}
        Rule:
          Type: Custom::Rule
          Properties:
            Vpc: !GetAtt Net.Outputs.VpcId
            Env: !Sub 'is-${Net.Outputs.Env}'
            No: !GetAtt [Net, Outputs.Vpc]
      """;

  private static Reading read() {
    return Shown.readAmong(
        Map.of("app/main.yaml", MAIN, "app/stacks/network.yaml", NETWORK), "app/main.yaml");
  }

  @Test
  void readsThemWithTheirParameters() {
    Reading reading = read();

    assertThat(reading.resources())
        .extracting(Resource::address)
        .containsExactly(
            "Net",
            "Other",
            "Rule",
            "Net/Vpc",
            "Net/Group",
            "Net/app/stacks/network.yaml",
            "Other/Vpc",
            "Other/Group",
            "Other/app/stacks/network.yaml",
            "app/main.yaml");
    assertThat(Shown.of(Shown.resource(reading, "Net/Vpc").properties()))
        .isEqualTo(
            "(CidrBlock=10.0.0.0/8, Tags=[(Key={Env = dev: dev; Env = prod: prod},"
                + " Value=!<parameter Pw>), (Key=<parameter Net/Own>,"
                + " Value=<Net/AWS::StackName>)])");
    assertThat(Shown.resource(reading, "Net/Group").when()).hasToString("[Env = prod]");
    assertThat(Shown.of(Shown.resource(reading, "Net/Group").properties()))
        .isEqualTo("(GroupDescription=b, VpcId=@Net/Vpc.Ref)");
    assertThat(Shown.resource(reading, "Other/Vpc").when()).hasToString("[Env = dev]");
    assertThat(Shown.of(Shown.resource(reading, "Other/Vpc").at("CidrBlock").value()))
        .isEqualTo("@Net/Vpc.CidrBlock");
    assertThat(reading.files())
        .extracting(SourceFile::path)
        .containsExactly("app/main.yaml", "app/stacks/network.yaml");
  }

  @Test
  void givesTheirOutputs() {
    Reading reading = read();

    assertThat(Shown.of(Shown.resource(reading, "Rule").properties()))
        .isEqualTo("(Vpc=@Net/Vpc.Ref, Env={Env = prod: is-p; Env = dev: is-d}, No=<Vpc>)");
    assertThat(Shown.problems(reading))
        .contains(
            "12:3 template of `Other` has no parameter `Zone`",
            "23:11 nested stack has no output `Vpc`");
  }

  @Test
  void tellsWhatIsNotHere() {
    Reading reading =
        Shown.readAmong(
            Map.of(
                "a.yaml",
                """
                Resources:
                  Far: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: 'https://x/y.yaml'}}
                  Gone: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: y.yaml}}
                  Self: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: a.yaml}}
                  A:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: b.yaml, Parameters: {P: !GetAtt B.Outputs.O}}
                  B:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: b.yaml, Parameters: {P: !GetAtt A.Outputs.O}}
                Outputs:
                  O: {Value: !GetAtt Far.Outputs.O}
                """,
                "b.yaml",
                """
                Parameters: {P: {Type: String}}
                Resources: {T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref P}}}
                Outputs: {O: {Value: !Ref P}}
                """),
            "a.yaml");

    assertThat(Shown.problems(reading))
        .contains(
            "2:3 nested stack `Far` has its template elsewhere; what it makes is not reviewed",
            "3:3 nested stack `Gone` has no template at `y.yaml`",
            "4:3 nested stack `Self` is nested in itself",
            "8:3 nested stack `B` is handed its own outputs");
    assertThat(reading.resources()).extracting(Resource::address).contains("A/T", "B/T");
  }

  @Test
  void boundsDepthAndCount() {
    var files = new LinkedHashMap<String, String>();
    for (int i = 0; i < 30; i++) {
      String one =
          "  S%d: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: t%d.yaml}}%n";
      String all = one.formatted(0, i + 1) + one.formatted(1, i + 1) + one.formatted(2, i + 1);
      files.put("t" + i + ".yaml", "Resources:\n" + all);
    }
    Reading reading = Shown.readAmong(files, "t0.yaml");

    assertThat(reading.resources()).hasSizeLessThan(3000);
    assertThat(Shown.problems(reading))
        .anyMatch(p -> p.contains("nested deeper than 10 templates"))
        .anyMatch(p -> p.contains("nests more than 500 stacks"));
  }

  @Test
  void readsWhatCdkNests() {
    Reading reading =
        Shown.readAmong(
            Map.of(
                "a.yaml",
                """
                Resources:
                  N:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: !Sub 'https://s3.${AWS::URLSuffix}/x'}
                    Metadata: {'aws:asset:path': n.yaml, 'aws:asset:property': TemplateURL}
                """,
                "n.yaml",
                "Resources: {T: {Type: AWS::SNS::Topic}}"),
            "a.yaml");

    assertThat(reading.resources()).extracting(Resource::address).contains("N/T");
    assertThat(Shown.problems(reading)).isEmpty();
  }

  @Test
  void importsWhatExactlyOneExports() {
    Reading reading =
        Shown.readAmong(
            Map.of(
                "a.yaml",
                """
                Parameters: {Env: {Type: String, AllowedValues: [x, y]}}
                Resources: {G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g}}}
                Outputs:
                  G: {Value: !GetAtt G.GroupId, Export: {Name: !Join ['-', [the, group]]}}
                  E: {Value: !Ref Env, Export: {Name: env}}
                  T: {Value: 1, Export: {Name: twice}}
                  S: {Value: 1, Export: {Name: !Sub '${AWS::StackName}-s'}}
                """,
                "b.yaml",
                """
                Parameters: {Env: {Type: String, AllowedValues: [x, y]}}
                Resources:
                  R:
                    Type: Custom::R
                    Properties:
                      A: !ImportValue the-group
                      B: !ImportValue env
                      C: !ImportValue twice
                      D: !ImportValue nobody
                      E: !ImportValue {'Fn::Sub': '${AWS::StackName}-s'}
                """,
                "c.yaml",
                """
                Resources: {N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: d.yaml}}}
                """,
                "d.yaml",
                "Outputs: {T: {Value: 2, Export: {Name: twice}}}"),
            "b.yaml");

    assertThat(Shown.of(Shown.resource(reading, "R").properties()))
        .isEqualTo(
            "(A=@a.yaml::G.GroupId, B={a.yaml::Env = x: x; a.yaml::Env = y: y}, C=<import twice>,"
                + " D=<import nobody>, E=<import ${AWS::StackName}-s>)");
    assertThat(Shown.problems(reading)).containsExactly("8:10 `twice` is exported by 3 templates");
  }

  @Test
  void handParametersWorldByWorld() {
    Reading reading =
        Shown.readAmong(
            Map.of(
                "main.yaml",
                """
                Parameters: {Env: {Type: String, AllowedValues: [dev, prod]}}
                Conditions: {IsDev: !Equals [!Ref Env, dev]}
                Resources:
                  Net:
                    Type: AWS::CloudFormation::Stack
                    Properties:
                      TemplateURL: net.yaml
                      Parameters: !If
                        - IsDev
                        - {Cidr: 0.0.0.0/0, Name: a}
                        - {Cidr: 10.0.0.0/8, Name: !Ref AWS::NoValue}
                """,
                "net.yaml",
                """
                Parameters: {Cidr: {Type: String}, Name: {Type: String, Default: none}}
                Resources:
                  G:
                    Type: AWS::EC2::SecurityGroup
                    Properties: {GroupDescription: !Ref Cidr, GroupName: !Ref Name}
                """),
            "main.yaml");

    assertThat(Shown.of(Shown.resource(reading, "Net/G").properties()))
        .isEqualTo(
            "(GroupDescription={Env = dev: 0.0.0.0/0; Env = prod: 10.0.0.0/8},"
                + " GroupName={Env = dev: a; Env = prod: none})");
    assertThat(Shown.problems(reading)).isEmpty();
  }
}
