package dev.postern.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Node;
import dev.postern.policy.document.Patterns.Sense;
import dev.postern.value.Origin;
import dev.postern.value.Truth;
import dev.postern.value.Value;
import dev.postern.value.Variable;
import dev.postern.value.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyDocumentTest {
  @Test
  void oneOrMany() {
    PolicyDocument one =
        Documents.of("{'Statement': {'Effect': 'Allow', 'Action': 's3:Get*', 'Resource': '*'}}");
    PolicyDocument many =
        Documents.of(
            "{'Statement': [{'Effect': 'Allow', 'Action': ['s3:Get*'], 'Resource': ['*']}]}");

    for (PolicyDocument document : List.of(one, many)) {
      assertThat(document.malformed()).isEmpty();
      Statement statement = document.statements().getFirst();
      assertThat(statement.allows()).isEqualTo(Truth.TRUE);
      assertThat(statement.actions().listed())
          .extracting(Pattern::shown)
          .containsExactly("`s3:Get*`");
      assertThat(statement.actions().listed().getFirst().origin().place().text())
          .isEqualTo("\"s3:Get*\"");
    }
  }

  @Test
  void whatCannotBeReadIsUnknownAndComplainedOf() {
    PolicyDocument document =
        Documents.statements(
            """
            {'Effect': 'allow', 'Action': 'GetObject', 'Resources': '*'},
            {'Effect': 'Deny', 'Principal': {'AWS': 'arn:aws:iam::*:root', 'Aws': 'x'},
             'Action': '*', 'Resource': '*', 'Condition': {'StringIs': {'aws:x': 'y'}}},
            7
            """);

    assertThat(document.malformed())
        .extracting(Malformed::message)
        .containsExactly(
            "a statement has no `Resources`",
            "`GetObject` names no service: `service:Action`",
            "the effect of a statement is `Allow` or `Deny`",
            "a principal takes no wildcards but `*` alone",
            "there are no `Aws` principals",
            "there is no condition operator `StringIs`",
            "a statement is an object");
    assertThat(document.statements()).hasSize(3);
    assertThat(document.statements().getFirst().allows()).isEqualTo(Truth.UNKNOWN);
    assertThat(document.statements().getLast().allows()).isEqualTo(Truth.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'*'; Everyone",
        "{'AWS': '*'}; Everyone",
        "{'AWS': ['111122223333']}; Account",
        "{'AWS': 'arn:aws:iam::111122223333:root'}; Account",
        "{'AWS': 'arn:aws:iam::<AWS::AccountId>:root'}; Account",
        "{'AWS': 'arn:aws:iam::<v>:role/x'}; Arn",
        "{'AWS': 'AROAEXAMPLEEXAMPLE123'}; Deleted",
        "{'AWS': '<v>'}; Unknown",
        "{'Service': 'ec2.amazonaws.com'}; Service",
        "{'Federated': 'cognito-identity.amazonaws.com'}; Federated",
        "{'CanonicalUser': 'abc'}; CanonicalUser",
        "<v>; Unknown",
      },
      quoteCharacter = '|')
  void principals(String written, String kind) {
    PolicyDocument document =
        Documents.statements("{'Effect': 'Allow', 'Action': '*', 'Principal': " + written + "}");

    assertThat(document.malformed()).isEmpty();
    assertThat(document.statements().getFirst().principals().listed())
        .singleElement()
        .satisfies(
            named -> assertThat(named.principal().getClass().getSimpleName()).isEqualTo(kind));
  }

  @Test
  void anUnknownDocumentMayBeAnything() {
    PolicyDocument document = Documents.of("<var.policy>");

    assertThat(document.statements())
        .singleElement()
        .satisfies(statement -> {
          assertThat(statement.allows()).isEqualTo(Truth.UNKNOWN);
          assertThat(statement.resources().sense()).isEqualTo(Sense.THESE);
          assertThat(statement.actions().listed().getFirst().isEverything())
              .isEqualTo(Truth.UNKNOWN);
        });
  }

  @Test
  void worldsSplitTheDocument() {
    Origin origin = Documents.of("{}").origin();
    World prod = World.is(new Variable("Env", List.of("prod", "dev")), "prod");
    World dev = World.is(new Variable("Env", List.of("prod", "dev")), "dev");
    Value<Node> action =
        Value.oneOf(
            List.of(
                new Value.Case<>(prod, Value.known(Documents.text("s3:Get*"), origin)),
                new Value.Case<>(dev, Value.known(Documents.text("*"), origin))),
            origin);
    Value<Node> statement =
        Value.known(
            Node.Fields.of(
                Map.of("Effect", Value.known(Documents.text("Allow"), origin), "Action", action)),
            origin);
    PolicyDocument document =
        PolicyDocument.of(
            Value.known(Node.Fields.of(Map.of("Statement", statement)), origin), World.ANY);

    List<World> worlds = PolicyDocument.worlds(List.of(document)).orElseThrow();
    assertThat(worlds).containsExactlyInAnyOrder(prod, dev);
    assertThat(document.in(dev).statements().getFirst().actions().listed())
        .extracting(Pattern::shown)
        .containsExactly("`*`");
  }
}
