package dev.postern.readers.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.readers.source.Reading;
import dev.postern.testkit.Law;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class HostileTemplatesTest {
  private static final List<String> SCRAPS =
      List.of(
          "!Ref X",
          "!Sub '${A}${'",
          "!If [P, 1, 2]",
          "[]",
          "{}",
          "~",
          "!GetAtt [a, b, c]",
          "- x",
          "Fn::ForEach::Q: [A, [1, 2], {'${A}': 1}]",
          "!Select [1, !Split ['', 'a']]",
          "'",
          "\n",
          "!Join ['', !Ref L]",
          "1e999999999",
          "!FindInMap [!Ref L, !Ref P, x]",
          "Fn::If:",
          "&a *a",
          "!Cidr [::/0, 256, 128]",
          "Fn::Transform: {}",
          "!Equals [!Ref P, !Ref Q]",
          "Type:",
          ":");

  private static final String TEMPLATE =
      """
      Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
      Parameters:
        P: {Type: String, Default: p, AllowedValues: [p, q]}
        L: {Type: CommaDelimitedList, Default: 'a,b'}
        Q: {Type: Number, NoEcho: true}
      Mappings: {M: {p: {k: v}, q: {k: w}}}
      Globals: {Function: {Timeout: 3}}
      Conditions:
        C: !Or [!Equals [!Ref P, p], !Not [!Condition D]]
        D: !Equals [!Ref AWS::Region, eu-west-1]
      Resources:
        Fn::ForEach::T:
          - N
          - !Ref L
          - 'Topic${N}':
              Type: AWS::SNS::Topic
              Condition: C
              Properties: {TopicName: !Sub ['${N}-${V}', {V: !FindInMap [M, !Ref P, k]}]}
        F:
          Type: AWS::Serverless::Function
          Properties:
            Handler: x.y
            Runtime: python3.13
            Policies: [A, {Statement: [{Effect: Allow, Action: !If [C, 'a:*', !Ref AWS::NoValue]}]}]
            Tags: {a: !Join ['/', !Split [',', 'x,y']]}
            FunctionUrlConfig: {AuthType: NONE}
        Pol:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            PolicyDocument: !Sub '{"Statement": [{"Action": "${F}", "Resource": ["${Q}"]}]}'
      Outputs:
        O: {Value: !Select [0, !Cidr [10.0.0.0/8, 2, 8]]}
      """;

  private static String mutated(RandomGenerator random) {
    var text = new StringBuilder(TEMPLATE);
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(12));
      String scrap =
          switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> SCRAPS.get(random.nextInt(SCRAPS.size()));
            default -> text.substring(to, Math.min(text.length(), to + random.nextInt(40)));
          };
      text.replace(from, to, scrap);
    }
    return text.toString();
  }

  @Test
  void readsTheTemplateItself() {
    assertThat(Shown.problems(Shown.read(TEMPLATE))).isEmpty();
  }

  @Test
  void neverThrows() {
    Law.check(
        "a broken template is read",
        20261123,
        3000,
        HostileTemplatesTest::mutated,
        text -> Shown.read(text).resources().forEach(r -> Shown.of(r.properties())));
  }

  @Test
  void boundsNumbers() {
    Reading reading =
        Shown.read(
            """
            Parameters: {N: {Type: Number, Default: '1e999999999'}}
            Resources: {R: {Type: A::B::C, Properties: {P: !Ref N, Q: 1e999999999}}}
            """);

    assertThat(Shown.of(Shown.resource(reading, "R").properties()))
        .isEqualTo("(P=1e999999999, Q=1e999999999)");
    Reading sam =
        Shown.read(
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              A:
                Type: AWS::Serverless::Api
                Properties: {StageName: a, OpenApiVersion: 1e999999999}
            """);

    assertThat(Shown.resource(sam, "A").type()).isEqualTo("AWS::ApiGateway::RestApi");
  }

  @Test
  void boundsAliases() {
    var text = new StringBuilder("Metadata:\n  a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      text.append("  a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }
    Reading reading = Shown.read(text + "Resources: {R: {Type: A::B::C, Properties: {P: *a39}}}");

    assertThat(reading.problems()).isNotEmpty();
  }

  @Test
  void boundsWorlds() {
    var conditions = new StringBuilder("Conditions:\n");
    var parts = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      conditions.append("  C%d: !Equals [!ImportValue i%d, x]%n".formatted(i, i));
      parts.append(", !If [C%d, a, b]".formatted(i));
    }
    Reading reading =
        Shown.read(
            conditions
                + "  All: !Or [%s]%n".formatted(all(40))
                + "Resources:\n  R:\n    Type: A::B::C\n    Properties: {P: !Join ['', [x"
                + parts
                + "]], Q: !If [All, 1, 2]}\n");

    assertThat(Shown.of(Shown.resource(reading, "R").at("P").value()).length()).isLessThan(100_000);
    assertThat(Shown.resource(reading, "R").at("Q").value().cases()).hasSize(41);
  }

  private static String all(int count) {
    var all = new StringBuilder("!Condition C0");
    for (int i = 1; i < count; i++) {
      all.append(", !Condition C").append(i);
    }
    return all.toString();
  }
}
