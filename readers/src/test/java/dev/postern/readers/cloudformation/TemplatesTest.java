package dev.postern.readers.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Node;
import dev.postern.model.Property;
import dev.postern.model.Resource;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.readers.json.Json;
import dev.postern.readers.source.Reading;
import dev.postern.readers.yaml.Yaml;
import dev.postern.text.SourceFile;
import dev.postern.value.Origin;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import dev.postern.value.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  @Test
  void findsTemplates() {
    assertThat(isYaml("AWSTemplateFormatVersion: 2010-09-09")).isTrue();
    assertThat(isYaml("Transform: AWS::Serverless-2016-10-31")).isTrue();
    assertThat(isYaml("Resources: {A: {Type: AWS::S3::Bucket}}")).isTrue();
    assertThat(isYaml("Resources: {A: {Type: Microsoft.Web/sites}}")).isFalse();
    assertThat(isYaml("a: b")).isFalse();
    assertThat(isYaml("")).isFalse();
    assertThat(
            Templates.looksLikeOne(
                Json.parse(SourceFile.of("t", "{\"Resources\":{\"A\":{\"Type\":\"A::B::C\"}}}"))))
        .isTrue();
  }

  private static boolean isYaml(String text) {
    return Templates.looksLikeOne(Yaml.parse(SourceFile.of("t", text)));
  }

  @Test
  void placesEverything() {
    Reading reading =
        Shown.read(
            """
            Parameters:
              Who:
                Type: String
                Default: everyone
            Resources:
              Bucket:
                Type: AWS::S3::Bucket
                DeletionPolicy: Retain
                Properties:
                  AccessControl: PublicRead
                  Names: !Sub "a-${Who}-b"
                  Ref: !Ref Who
            """);
    Resource bucket = Shown.resource(reading, "Bucket");

    assertThat(bucket.header().text()).isEqualTo("Bucket");
    assertThat(bucket.whole().text()).startsWith("Bucket:").endsWith("!Ref Who");
    assertThat(Shown.of(bucket.attributes())).isEqualTo("(DeletionPolicy=Retain)");
    assertThat(bucket.at("AccessControl").value().origin().place().text()).isEqualTo("PublicRead");
    assertThat(bucket.at("Ref").value().origin())
        .isInstanceOfSatisfying(
            Origin.Through.class,
            through -> {
              assertThat(through.name()).isEqualTo("Who");
              assertThat(through.use().text()).isEqualTo("!Ref Who");
              assertThat(through.source().text()).isEqualTo("everyone");
            });
    List<Part> parts = text(bucket.at("Names")).parts();
    assertThat(parts.stream().map(p -> p.origin().place().text()))
        .containsExactly("a-", "${Who}", "-b");
    assertThat(parts.get(1).origin().source().text()).isEqualTo("everyone");
  }

  private static Text text(Property property) {
    return (Text) property.value().sole().orElseThrow();
  }

  @Test
  void keepsConditionsAsWorlds() {
    Reading reading =
        Shown.read(
            """
            Parameters:
              Env: {Type: String, Default: dev}
            Conditions:
              IsProd: !Equals [!Ref Env, prod]
              Never: !And [!Condition IsProd, !Not [!Condition IsProd]]
            Resources:
              A: {Type: AWS::S3::Bucket, Condition: IsProd}
              B: {Type: AWS::S3::Bucket, Condition: Never}
              C:
                Type: AWS::S3::Bucket
                Properties: !If [IsProd, {BucketName: p}, {BucketName: !Ref Env}]
            """);

    assertThat(Shown.resource(reading, "A").when()).hasToString("[Env = prod]");
    assertThat(reading.resources()).extracting(Resource::address).containsExactly("A", "C", "t");
    assertThat(Shown.of(Shown.resource(reading, "C").properties()))
        .isEqualTo(
            "{Env = prod: (BucketName=p); Env ≠ prod: (BucketName={Env = prod: prod; Env = dev:"
                + " dev; Env ≠ dev and Env ≠ prod: <parameter Env>})}");
    assertThat(Shown.problems(reading)).isEmpty();
  }

  @Test
  void findsWhatIsBadInTheFalseBranchOnly() {
    Reading reading =
        Shown.read(
            """
            Parameters:
              Open: {Type: String, AllowedValues: [a, b]}
              Cidr: {Type: String, Default: 10.0.0.0/8, AllowedValues: [10.0.0.0/8, 0.0.0.0/0]}
            Conditions:
              IsA: !Equals [!Ref Open, a]
            Resources:
              R:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  GroupDescription: !If [IsA, good, bad]
                  VpcId: !Ref Cidr
            """);
    Resource group = Shown.resource(reading, "R");

    Verdict bad = group.at("GroupDescription").is("bad");
    assertThat(bad.worlds().keySet()).hasToString("[Open = a, Open = b]");
    assertThat(bad.possible()).isTrue();
    assertThat(group.at("VpcId").is("0.0.0.0/0").possible()).isTrue();
    assertThat(group.at("VpcId").is("1.1.1.1/32").truth()).isEqualTo(Truth.FALSE);
  }

  @Test
  void takesLoopsApart() {
    Reading reading =
        Shown.read(
            """
            Transform: AWS::LanguageExtensions
            Parameters:
              Names: {Type: CommaDelimitedList, Default: 'A,B'}
              Later: {Type: CommaDelimitedList}
            Resources:
              Fn::ForEach::Topics:
                - Name
                - !Ref Names
                - Topic${Name}:
                    Type: Custom::Topic
                    Properties:
                      TopicName: !Ref Name
                      DisplayName: !Sub '${Name}-${AWS::Region}'
                      Fn::ForEach::Tagging:
                        - Key
                        - [x-1, y]
                        - 'Tag&{Key}': {'${Key}': !GetAtt 'Topic${Name}.TopicArn'}
              Fn::ForEach::Open:
                - Id
                - !Ref Later
                - Queue${Id}: {Type: AWS::SQS::Queue}
            """);

    assertThat(reading.resources())
        .extracting(Resource::address)
        .containsExactly("TopicA", "TopicB", "Queue${parameter Later}", "t");
    assertThat(Shown.of(Shown.resource(reading, "TopicB").properties()))
        .isEqualTo(
            "(TopicName=B, DisplayName=B-<AWS::Region>, Tagx1=(x-1=@TopicB.TopicArn),"
                + " Tagy=(y=@TopicB.TopicArn))");
    assertThat(reading.resources().get(2).symbolic()).isPresent();
    assertThat(Shown.problems(reading)).isEmpty();
  }

  @Test
  void readsPoliciesThatAreStrings() {
    Reading reading =
        Shown.read(
            """
            Resources:
              Bucket: {Type: AWS::S3::Bucket, Properties: {BucketName: files}}
              P:
                Type: AWS::IAM::ManagedPolicy
                Properties:
                  PolicyDocument: !Sub |
                    {"Version": "2012-10-17",
                     "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "${Bucket.Arn}/*"}]}
              Q:
                Type: AWS::IAM::ManagedPolicy
                Properties: {PolicyDocument: !Ref AWS::NoValue, Description: '{"a": 1}'}
            """);
    Resource policy = Shown.resource(reading, "P");

    assertThat(Shown.of(policy.at("PolicyDocument").value()))
        .isEqualTo(
            "(Version=2012-10-17, Statement=[(Effect=Allow, Action=s3:*,"
                + " Resource=@Bucket.Arn(arn:<AWS::Partition>:s3:::files)/*)])");
    Property action =
        policy.at("PolicyDocument").at("Statement").elements().getFirst().property().at("Action");
    assertThat(action.value().origin().place().text()).isEqualTo("\"s3:*\"");
    assertThat(text(action).parts().getFirst().origin().place().text()).isEqualTo("s3:*");
    assertThat(Shown.of(Shown.resource(reading, "Q").properties()))
        .isEqualTo("(PolicyDocument=-, Description={\"a\": 1})");
  }

  @Test
  void keepsWhatBelongsToNoResource() {
    Reading reading =
        Shown.read(
            """
            Description: d
            Parameters:
              Pw: {Type: String, NoEcho: true, Default: hunter2}
            Mappings: {M: {a: {b: c}}}
            Resources:
              B: {Type: AWS::S3::Bucket}
            Outputs:
              O: {Value: !Sub '${Pw}x', Export: {Name: !Ref AWS::StackName}}
            """);

    assertThat(Shown.of(Shown.resource(reading, "t").properties()))
        .isEqualTo(
            "(Description=d, Parameters=(Pw=(Type=String, NoEcho=#true, Default=!hunter2)),"
                + " Mappings=(M=(a=(b=c))), Outputs=(O=(Value=!hunter2x,"
                + " Export=(Name=<AWS::StackName>))))");
  }

  @Test
  void tellsWhatIsWronglyBuilt() {
    Reading reading =
        Shown.read(
            """
            Resource: {}
            Resources:
              A: {Properties: {}}
              B: [x]
              C: {Type: AWS::S3::Bucket, Properties: [a], Propertys: {}}
              D: {Type: AWS::S3::Bucket, Condition: Nope}
              E: {Type: Some::New::Thing}
            """);

    assertThat(Shown.problems(reading))
        .containsExactly(
            "1:1 no section `Resource`, did you mean `Resources`?",
            "3:3 resource `A` has no `Type`",
            "4:3 resource `B` is no map",
            "5:42 properties of `C` are no map",
            "5:47 resource has no attribute `Propertys`, did you mean `Properties`?",
            "6:41 no condition `Nope`");
    assertThat(reading.resources()).extracting(Resource::address).contains("C", "D", "E");
  }

  @Test
  void customResourcesHaveAVersion() {
    Reading reading =
        Shown.read(
            """
            Resources:
              A: {Type: Custom::Thing, Version: '1.0'}
              B:
                Type: AWS::CloudFormation::CustomResource
                Version: '1.0'
                Properties: {ServiceToken: !Ref A}
              C: {Type: AWS::S3::Bucket, Version: '1.0'}
            """);

    assertThat(Shown.problems(reading)).containsExactly("7:30 resource has no attribute `Version`");
  }

  @Test
  void boundsLoops() {
    String list = "a".concat(",a".repeat(200));
    Reading reading =
        Shown.read(
            """
            Parameters:
              N: {Type: CommaDelimitedList, Default: '%s'}
            Resources:
              Fn::ForEach::X:
                - X
                - !Ref N
                - Fn::ForEach::Y: [Y, !Ref N, {'R${X}${Y}': {Type: A::B::C}}]
            """
                .formatted(numbers(list)));

    assertThat(Shown.problems(reading))
        .containsExactly("7:7 loops of the template take more than 10000 turns");
    assertThat(reading.resources()).hasSizeLessThan(10_001);
  }

  private static String numbers(String list) {
    var all = new StringBuilder();
    for (int i = 0; i < list.length() / 2; i++) {
      all.append('n').append(i).append(',');
    }
    return all.append('n').toString();
  }

  @Test
  void translatesServerlessFunctions() {
    Reading reading =
        Shown.read(
            """
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Function: {Runtime: python3.12, Environment: {Variables: {A: a, B: b}}}
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: x.y
                  Environment: {Variables: {B: c}}
                  Policies:
                    - AmazonS3ReadOnlyAccess
                    - SQSSendMessagePolicy: {QueueName: q}
                    - Statement: [{Effect: Allow, Action: '*', Resource: '*'}]
                  FunctionUrlConfig: {AuthType: NONE}
              T: {Type: AWS::Serverless::SimpleTable}
            Outputs:
              Role: {Value: !GetAtt FRole.Arn}
            """);

    assertThat(reading.resources())
        .extracting(Resource::address)
        .containsExactly(
            "F", "FUrl", "FUrlPublicPermissions", "FURLInvokeAllowPublicAccess", "FRole", "T", "t");
    Resource function = Shown.resource(reading, "F");
    assertThat(function.type()).isEqualTo("AWS::Lambda::Function");
    assertThat(function.sourceType()).isEqualTo("AWS::Serverless::Function");
    assertThat(Shown.of(function.properties()))
        .isEqualTo(
            "(Handler=x.y, Runtime=python3.12, Environment=(Variables=(A=a, B=c)),"
                + " Role=@FRole.Arn, Tags=[(Key=lambda:createdBy, Value=SAM)])");
    Resource role = Shown.resource(reading, "FRole");
    assertThat(Shown.of(role.at("ManagedPolicyArns").value()))
        .isEqualTo(
            "[arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole,"
                + " arn:<AWS::Partition>:iam::aws:policy/AmazonS3ReadOnlyAccess]");
    assertThat(Shown.of(role.at("Policies").value()))
        .isEqualTo(
            "[(PolicyName=FRolePolicy1, PolicyDocument=(Statement=[(Effect=Allow,"
                + " Action=[sqs:SendMessage*],"
                + " Resource=[arn:<AWS::Partition>:sqs:<AWS::Region>:<AWS::AccountId>:q])])),"
                + " (PolicyName=FRolePolicy2, PolicyDocument=(Statement=[(Effect=Allow, Action=*,"
                + " Resource=*)]))]");
    Value<Node> action =
        role.at("Policies")
            .elements()
            .get(1)
            .property()
            .at("PolicyDocument")
            .at("Statement")
            .elements()
            .getFirst()
            .property()
            .at("Action")
            .value();
    assertThat(action.origin().place().line()).isEqualTo(13);
    assertThat(Shown.problems(reading)).isEmpty();
  }
}
