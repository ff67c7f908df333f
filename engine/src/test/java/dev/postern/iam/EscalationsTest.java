package dev.postern.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.policy.document.Documents;
import dev.postern.policy.document.PolicyDocument;
import dev.postern.value.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EscalationsTest {
  private static final SomeActions TABLE = new SomeActions();

  private static List<String> open(String... policies) {
    List<PolicyDocument> documents = Stream.of(policies).map(Documents::statements).toList();
    return Escalations.of(Grants.of(documents, TABLE), TABLE).stream()
        .filter(f -> f.verdict() instanceof Verdict.Yes)
        .map(f -> String.join("+", f.way().actions()))
        .toList();
  }

  private static String allow(String actions, String resource) {
    return "{'Effect': 'Allow', 'Action': [" + actions + "], 'Resource': '" + resource + "'}";
  }

  @Test
  void patternsHaveTheirMeaning() {
    for (String action : List.of("iam:*", "IAM:attachrolepolicy", "iam:Attach*", "*")) {
      assertThat(open(allow("'" + action + "'", "*"))).as(action).contains("iam:AttachRolePolicy");
    }
  }

  @Test
  void splitOverPolicies() {
    String pass = allow("'iam:PassRole'", "arn:aws:iam::111122223333:role/*");
    String create = allow("'lambda:CreateFunction'", "arn:aws:lambda:*:*:function:x");

    assertThat(open(pass)).isEmpty();
    assertThat(open(pass, create)).containsExactly("iam:PassRole+lambda:CreateFunction");
  }

  @Test
  void namedTargetsGuardsAndDeniesClose() {
    String create = allow("'lambda:CreateFunction'", "*");

    assertThat(open(create, allow("'iam:PassRole'", "arn:aws:iam::1:role/batch"))).isEmpty();
    assertThat(
            open(
                create,
                "{'Effect': 'Allow', 'Action': 'iam:PassRole', 'Resource': '*', 'Condition':"
                    + " {'StringEquals': {'iam:PassedToService': 'glue.amazonaws.com'}}}"))
        .isEmpty();
    assertThat(
            open(
                create,
                allow("'iam:PassRole'", "*"),
                "{'Effect': 'Deny', 'Action': 'iam:*', 'Resource': '*'}"))
        .isEmpty();
  }

  @Test
  void aNamedRoleThatMayBeMadeIsEnough() {
    String role = "arn:aws:iam::111122223333:role/deploy";
    String create = allow("'iam:CreateRole'", role);

    assertThat(open(create, allow("'iam:AttachRolePolicy'", role)))
        .containsExactly("iam:AttachRolePolicy+iam:CreateRole");
    assertThat(open(create, allow("'iam:Put*'", "arn:aws:iam::*:role/deploy")))
        .containsExactly("iam:CreateRole+iam:PutRolePolicy");
    assertThat(open(create, allow("'iam:AttachRolePolicy'", role + "-other"))).isEmpty();
    assertThat(
            open(
                create,
                "{'Effect': 'Allow', 'Action': 'iam:AttachRolePolicy', 'Resource': '"
                    + role
                    + "', 'Condition': {'StringEquals': {'iam:PermissionsBoundary': 'edge'}}}"))
        .isEmpty();
    assertThat(
            open(
                create,
                allow("'iam:PutRolePolicy'", role),
                "{'Effect': 'Deny', 'Action': 'iam:CreateRole', 'Resource': '*'}"))
        .isEmpty();
  }

  @Test
  void theWorstIsOne() {
    Grants grants = Grants.of(List.of(Documents.statements(allow("'*'", "*"))), TABLE);

    assertThat(Escalations.worst(grants, TABLE))
        .hasValueSatisfying(found -> {
          assertThat(found.way().kind()).isEqualTo(Escalation.Kind.SELF_ESCALATION);
          assertThat(found.way().actions()).hasSize(1);
          assertThat(found.witness()).isPresent();
        });
  }

  @Test
  void everyWayIsWellFormed() {
    assertThat(Escalation.all())
        .hasSizeGreaterThan(60)
        .allSatisfy(way -> {
          assertThat(way.actions())
              .isNotEmpty()
              .allMatch(a -> a.matches("[a-z0-9-]+:[A-Za-z0-9]+"));
          assertThat(way.what()).isNotBlank();
        });
    assertThat(Escalation.all()).extracting(Escalation::id).doesNotHaveDuplicates();
  }
}
