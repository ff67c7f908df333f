package dev.postern.readers.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.source.Reading;
import dev.postern.text.Problem;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {

  @Test
  void tellsUnknownProperties() {
    Reading reading =
        Shown.read(
            """
            Resources:
              B:
                Type: AWS::S3::Bucket
                Properties:
                  BucketNam: files
                  PublicAccesBlockConfiguration: {BlockPublicAcls: true}
                  CorsConfiguration: {CorsRule: []}
                  Colour: red
                  Walls: [{From: 10.0.0.0/8}]
            """);

    assertThat(Shown.problems(reading))
        .containsExactly(
            "5:7 `AWS::S3::Bucket` has no property `BucketNam`, did you mean `BucketName`?",
            "6:7 `AWS::S3::Bucket` has no property `PublicAccesBlockConfiguration`, did you mean"
                + " `PublicAccessBlockConfiguration`?",
            "7:27 `AWS::S3::Bucket` has no property `CorsConfiguration.CorsRule`, did you mean"
                + " `CorsRules`?",
            "7:26 `AWS::S3::Bucket` lacks `CorsConfiguration.CorsRules`, which AWS requires",
            "8:7 `AWS::S3::Bucket` has no property `Colour`",
            "9:7 `AWS::S3::Bucket` has no property `Walls`");
    assertThat(reading.problems())
        .extracting(Problem::level)
        .containsExactly(
            Problem.Level.WARNING,
            Problem.Level.ERROR,
            Problem.Level.WARNING,
            Problem.Level.WARNING,
            Problem.Level.WARNING,
            Problem.Level.ERROR);
  }

  @Test
  void customResourcesHaveWhateverPropertiesTheirCodeReads() {
    Reading reading =
        Shown.read(
            """
            Resources:
              C:
                Type: AWS::CloudFormation::CustomResource
                Properties:
                  ServiceToken: arn:aws:lambda:eu-west-1:111122223333:function:setup
                  ModelRoleArn: arn:aws:iam::111122223333:role/model
            """);

    assertThat(Shown.problems(reading)).isEmpty();
  }

  @Test
  void samTakesTheEndpointOfAnApiInTwoForms() {
    Reading reading =
        Shown.read(
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              A:
                Type: AWS::Serverless::Api
                Properties: {StageName: v1, EndpointConfiguration: REGIONAL}
              B:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: v1
                  EndpointConfiguration: {Type: PRIVATE, VpcEndpointIds: [vpce-0aaaaaaaaaaaaaaa1]}
            """);

    assertThat(Shown.problems(reading)).isEmpty();
  }

  @Test
  void tellsWrongTypesAndWhatIsMissing() {
    Reading reading =
        Shown.read(
            """
            Resources:
              G:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  SecurityGroupIngress: {IpProtocol: tcp, FromPort: ssh, ToPort: '22'}
              V:
                Type: AWS::EC2::Volume
                Properties: {AvailabilityZone: [a], Encrypted: maybe, Tags: {a: b}}
              P: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: {A: [b]}}}
            """);

    assertThat(Shown.problems(reading))
        .containsExactly(
            "5:29 `AWS::EC2::SecurityGroup` takes a list for `SecurityGroupIngress`",
            "5:57 `AWS::EC2::SecurityGroup` takes a number for `SecurityGroupIngress[].FromPort`",
            "2:3 `AWS::EC2::SecurityGroup` lacks `GroupDescription`, which AWS requires",
            "8:36 `AWS::EC2::Volume` takes a string for `AvailabilityZone`",
            "8:52 `AWS::EC2::Volume` takes `true` or `false` for `Encrypted`",
            "8:65 `AWS::EC2::Volume` takes a list for `Tags`");
    assertThat(Shown.hasErrors(reading)).isFalse();
  }

  @Test
  void takesWhatIsNotKnownForRight() {
    Reading reading =
        Shown.read(
            """
            Transform: AWS::LanguageExtensions
            Parameters:
              Count: {Type: Number}
              Zones: {Type: 'List<AWS::EC2::AvailabilityZone::Name>'}
              Any: {Type: String}
            Resources:
              V:
                Type: AWS::EC2::Volume
                Properties:
                  AvailabilityZone: !Select [0, !Ref Zones]
                  Encrypted: !Ref Any
                  Iops: '{{resolve:ssm:iops}}'
                  Size: !Ref Count
                  Tags: [{'Fn::Transform': {Name: Mine}}]
                  KmsKeyId: !GetAtt K.Arn
              K: {Type: AWS::KMS::Key}
              C: {Type: Custom::Thing, Properties: {ServiceToken: x, Anything: 1}}
            """);

    assertThat(Shown.problems(reading))
        .containsExactly("14:14 macro `Mine` is code that is not here; what it makes is not read");
  }

  @Test
  void contradictoryWorldsSayNothing() {
    Reading reading =
        Shown.read(
            """
            Parameters:
              Env: {Type: String, AllowedValues: [dev, prod]}
            Conditions:
              IsProd: !Equals [!Ref Env, prod]
            Resources:
              V:
                Type: AWS::EC2::Volume
                Condition: IsProd
                Properties:
                  AvailabilityZone: !If [IsProd, a, !Ref AWS::NoValue]
                  Encrypted: !If [IsProd, true, often]
                  Iop: !If [IsProd, !Ref AWS::NoValue, 1]
              W:
                Type: AWS::EC2::SecurityGroup
                Properties: !If
                  - IsProd
                  - GroupDescription: !If [IsProd, a, [b]]
                  - {}
            """);

    assertThat(Shown.problems(reading))
        .containsExactly(
            "13:3 `AWS::EC2::SecurityGroup` lacks `GroupDescription`, which AWS requires");
  }

  @Test
  void tellsTypesAndAttributesThatAwsDoesNotHave() {
    Reading reading =
        Shown.read(
            """
            Resources:
              A: {Type: AWS::S3::Buckett}
              B: {Type: AWS::S3::Bucket}
              S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: !Ref AWS::URLSuffix}}
              C: {Type: AWS::CloudFormation::CustomResource, Properties: {ServiceToken: x}}
              M: {Type: My::Own::Thing::MODULE}
              D: {Type: AWS::RDS::DBInstance}
            Outputs:
              A: {Value: !GetAtt B.Arm}
              B: {Value: !GetAtt S.Outputs.X}
              C: {Value: !GetAtt C.What}
              D: {Value: !Sub '${D.Endpoint.Adress}${D.Endpoint.Port}${B}'}
            """);

    assertThat(Shown.problems(reading))
        .contains(
            "2:13 AWS has no resource type `AWS::S3::Buckett`, did you mean `AWS::S3::Bucket`?",
            "9:14 `AWS::S3::Bucket` gives no attribute `Arm`, did you mean `Arn`?")
        .filteredOn(p -> p.contains("attribute"))
        .hasSize(2);
  }

  @Test
  void ownMacrosTakeWhatTheyLike() {
    Reading reading =
        Shown.read(
            """
            Transform: [Mine]
            Resources:
              B: {Type: AWS::S3::Bucket, Properties: {PublicAccess: no}}
            """);

    assertThat(Shown.problems(reading)).noneMatch(p -> p.contains("property"));
  }
}
