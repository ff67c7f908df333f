package dev.postern.readers.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.source.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Env: {Type: String, Default: dev}
        Open: {Type: String}
        Choice: {Type: String, AllowedValues: [a, b]}
        List: {Type: CommaDelimitedList, Default: 'x, y,z'}
        OpenList: {Type: List<String>}
        Block: {Type: String, Default: 10.0.0.0/16}
        Num: {Type: Number, Default: 22}
        Pw: {Type: String, NoEcho: true, Default: hunter2}
        Ami: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /aws/x}
        Size: {Type: String, Default: small}
        Two: {Type: Number, Default: 2}
        T: {Type: String, Default: B}
      Mappings:
        M:
          a: {K: va, L: [1, 2]}
          b: {K: vb}
        Regions:
          eu-west-1: {Ami: ami-1}
          us-east-1: {Ami: ami-2}
      Conditions:
        IsA: !Equals [!Ref Choice, a]
        IsDev: !Equals [!Ref Env2, dev]
        NotA: !Not [!Condition IsA]
        Both: !And [!Condition IsA, !Condition NotA]
        Some: !Or [!Condition IsA, !Condition NotA]
        Out: !Equals [!ImportValue x, y]
        Ireland: !Equals [!Ref AWS::Region, eu-west-1]
        Small: !Equals [!Ref Size, small]
        Big: !Equals [!Ref Size, big]
        Loop: !Not [!Condition Loop]
      Resources:
        B: {Type: AWS::S3::Bucket}
        R:
          Type: X::Y::Z
          Properties:
            P: %s
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text | text",
        "22 | #22",
        "yes | #true",
        "'22' | 22",
        "~ | -",
        "[a, !Ref AWS::NoValue, b] | [a, b]",
        "!Ref Env | dev",
        "!Ref Open | <parameter Open>",
        "!Ref Choice | {Choice = a: a; Choice = b: b}",
        "!Ref List | [x, y, z]",
        "!Ref OpenList | [ ...<parameter OpenList>]",
        "!Ref Num | #22",
        "!Ref Pw | !hunter2",
        "!Sub 'x${Pw}' | !xhunter2",
        "!Ref Ami | <parameter Ami>",
        "!Ref Size | {Size = small: small; Size = big: big; Size ≠ big and Size ≠ small: <parameter"
            + " Size>}",
        "!Ref B | @B.Ref",
        "!Ref AWS::Region | <AWS::Region>",
        "!GetAtt B.Arn | @B.Arn",
        "!GetAtt [B, Website.Url] | @B.Website.Url",
        "!Sub 'arn:${AWS::Partition}:s3:::${B}/${!x}/*' | arn:<AWS::Partition>:s3:::@B.Ref/${x}/*",
        "!Sub ['${V}-${Env}', {V: !Ref Choice}] | {Choice = a: a-dev; Choice = b: b-dev}",
        "!Join ['-', [a, !Ref Env, !Ref Open, 1]] | a-dev-<parameter Open>-1",
        "!Join [',', !Ref List] | x,y,z",
        "!Join ['', [a, !If [IsA, !Ref AWS::NoValue, b]]] | {Choice = a: a; Choice = b: ab}",
        "!Select [1, !Ref List] | y",
        "!Select ['0', [!Ref Choice]] | {Choice = a: a; Choice = b: b}",
        "!Select [1, !Ref OpenList] | <parameter OpenList[1]>",
        "!Select [0, !GetAZs ''] | <Fn::GetAZs[0]>",
        "!Split ['/', !Sub 'a/${Env}/${AWS::AccountId}/z'] | [a, dev, <AWS::AccountId>, z]",
        "!Split ['/', !Sub 'a/${Open}/z'] | [a ...<parameter Open>]",
        "!FindInMap [M, a, K] | va",
        "!FindInMap [M, a, L] | [#1, #2]",
        "!FindInMap [M, !Ref Choice, K] | {Choice = a: va; Choice = b: vb}",
        "!FindInMap [Regions, !Ref AWS::Region, Ami] | {AWS::Region = eu-west-1: ami-1; AWS::Region"
            + " = us-east-1: ami-2}",
        "!FindInMap [M, c, K, {DefaultValue: d}] | d",
        "!FindInMap [M, !Ref Open, K] | {Open = a: va; Open = b: vb}",
        "!If [IsA, 1, !If [NotA, 2, 3]] | {Choice = a: #1; Choice = b: #2}",
        "!If [Both, 1, 2] | #2",
        "!If [Some, 1, 2] | #1",
        "!If [IsA, !Ref Choice, x] | {Choice = a: a; Choice = b: x}",
        "!If [Out, 1, 2] | {condition Out = true: #1; condition Out = false: #2}",
        "!If [Ireland, 1, 2] | {AWS::Region = eu-west-1: #1; AWS::Region ≠ eu-west-1: #2}",
        "!If [Small, !Ref Size, !If [Small, 1, 2]] | {Size = small: small; Size ≠ small: #2}",
        "!If [Small, 1, !Ref Size] | {Size = small: #1; Size = big: big; Size ≠ big and Size ≠"
            + " small: <parameter Size>}",
        "{'Fn::Base64': !Sub 'k=${Env}'} | k=dev",
        "!Cidr [!Ref Block, 2, 8] | [10.0.0.0/24, 10.0.1.0/24]",
        "!Select [1, !Cidr ['2001:db8::/56', 4, 64]] | 2001:db8:0:1::/64",
        "!Cidr [!Ref Open, 2, 8] | [ ...<Fn::Cidr of parameter Open>]",
        "!ImportValue net | <import net>",
        "{'Fn::Length': !Ref List} | #3",
        "{'Fn::ToJsonString': {A: !Ref Env}} | json(A=dev)",
        "{a: 1, 'Fn::Transform': {Name: 'AWS::Include'}} | (a=#1 ...<AWS::Include>)",
        "{'Fn::Transform': {Name: 'AWS::Include'}} | <AWS::Include>",
        "{'Fn::Transform': {Name: Mine}} | <Mine>",
        "{a: 1, 'Fn::Transform': {Name: Mine}} | (a=#1 ...<Mine>)",
        "'{{resolve:ssm:x}}' | {{resolve:ssm:x}}",
        "{Ref: !Join ['', [E, nv]]} | dev",
        "{Ref: !If [IsA, Env, List]} | {Choice = a: dev; Choice = b: [x, y, z]}",
        "{'Fn::GetAtt': [!Sub 'B', !Select [0, [Arn]]]} | @B.Arn",
        "{'Fn::GetAtt': !Sub '${T}.Arn'} | @B.Arn",
        "{'Fn::GetStackOutput': {StackName: net, OutputName: Vpc}} | <output Vpc of stack net>",
        "{'Fn::Length': [a, !Ref AWS::NoValue, b]} | #2",
        "{'Fn::Length': !Split [',', !Sub '${Env},x']} | #2",
        "{'Fn::Length': !Ref OpenList} | <length of parameter OpenList>",
        "{'Fn::ToJsonString': {A: !Ref AWS::NoValue, B: [!Ref Open]}} | json(A=-, B=[<parameter"
            + " Open>])",
        "!FindInMap [M, !Select [0, [a]], !If [IsA, K, L]] | {Choice = a: va; Choice = b: [#1,"
            + " #2]}",
        "!FindInMap [M, !Ref Choice, Q, {DefaultValue: !Ref Env}] | {Choice = a: dev; Choice = b:"
            + " dev}",
        "!FindInMap [Nope, a, K, {DefaultValue: !Ref AWS::NoValue}] | -",
        "!Select [!Ref Two, [a, b, c]] | c",
        "!Select [0, !Split ['-', !Ref Open]] | <parameter Open[0]>",
        "!Select [1, !Cidr [!Ref Block, !Ref Two, 12]] | 10.0.16.0/20",
        "!Cidr ['10.0.0.0/16', '2', '8'] | [10.0.0.0/24, 10.0.1.0/24]",
        "!Sub '${!Env}-${Env}-$Env' | ${Env}-dev-$Env",
        "!Sub ['${A.B}-${Env}', {A.B: x}] | x-dev",
        "!Sub '${B.Arn}/${AWS::NoValue}' | @B.Arn/",
      })
  void evaluates(String written, String value) {
    Reading reading = Shown.read(TEMPLATE.formatted(written));

    assertThat(Shown.of(Shown.resource(reading, "R").properties())).isEqualTo("(P=" + value + ")");
    assertThat(Shown.hasErrors(reading)).as("%s", Shown.problems(reading)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "!Ref Enf | `Enf` is no parameter or resource, did you mean `Env`",
        "!Ref [a] | `Ref` takes a name",
        "!GetAtt C.Arn | `C` is no resource",
        "!GetAtt C | `Fn::GetAtt` takes a resource and an attribute",
        "!Sub {a: b} | `Fn::Sub` takes a string and a map of variables",
        "!Sub 'x${List}' | `Fn::Sub` takes strings only",
        "!Join [a] | `Fn::Join` takes a list of 2 values",
        "!Join [',', [{a: b}]] | `Fn::Join` joins strings",
        "!Split ['', a] | `Fn::Split` takes a delimiter and a string",
        "!Select [7, [a]] | `Fn::Select` finds no element there",
        "!FindInMap [N, a, K] | no mapping `N`",
        "!FindInMap [M, a, Q] | mapping has no key `Q`",
        "!If [Nope, 1, 2] | no condition `Nope`",
        "!If [Bothh, 1, 2] | no condition `Bothh`, did you mean `Both`?",
        "!If [Loop, 1, 2] | condition `Loop` depends on itself",
        "{Ref: !Ref List} | a name is a string",
        "{Ref: !Sub 'En${T}'} | `EnB` is no parameter or resource",
        "{'Fn::GetAtt': !Ref T} | `Fn::GetAtt` takes a resource and an attribute",
        "{'Fn::GetStackOutput': {StackName: a}} | `Fn::GetStackOutput` takes a `StackName` and an"
            + " `OutputName`",
        "!Cidr [10.0.0.0/30, 9, 8] | `Fn::Cidr` cannot divide the block so",
        "{a: b, 'Fn::Sub': c} | `Fn::Sub` stands beside other keys, where it is not called",
      })
  void tells(String written, String problem) {
    Reading reading = Shown.read(TEMPLATE.formatted(written));

    assertThat(Shown.problems(reading)).anySatisfy(p -> assertThat(p).contains(problem));
  }

  @Test
  void takesWhatIsGiven() {
    String text = TEMPLATE.formatted("[!Ref Env, !Ref Choice, !Ref OpenList, !Ref AWS::Partition]");
    Reading reading =
        Shown.read(
            text,
            Map.of("Env", "e", "Choice", "b", "OpenList", "p,q", "AWS::Region", "cn-north-1"));

    assertThat(Shown.of(Shown.resource(reading, "R").properties()))
        .isEqualTo("(P=[e, b, [p, q], aws-cn])");
  }
}
