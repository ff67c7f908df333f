package dev.postern.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Finding;
import dev.postern.finding.Secrets;
import dev.postern.model.Cloud;
import dev.postern.review.Reviewer;
import dev.postern.review.Settings;
import dev.postern.rule.Claim;
import dev.postern.rule.RuleInfo;
import dev.postern.rule.Severity;
import dev.postern.rule.Witness;
import dev.postern.value.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the rules about security groups say beside their verdicts: facts, witnesses, worlds, and
/// that one defect is told once.
final class SecurityGroupTest {
  private static final String GROUP =
      """
      Parameters:
        Open: {Type: String, AllowedValues: ["yes", "no"]}
      Conditions:
        IsOpen: !Equals [!Ref Open, "yes"]
      Resources:
        Web:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: web
            SecurityGroupIngress:
      """;

  private static List<Claim> claims(String rule, String ingress) {
    return claims(rule, ExampleCloud.read("yaml", GROUP + ingress.indent(8)).cloud());
  }

  private static List<Claim> claims(String rule, Cloud cloud) {
    RuleInfo info =
        new BuiltIn().rules().stream().filter(r -> r.name().equals(rule)).findFirst().orElseThrow();
    return cloud.ofType("AWS::EC2::SecurityGroup").stream()
        .flatMap(group -> info.judge().judge(group, cloud).claims().stream())
        .toList();
  }

  @Test
  void partsThatAreTheInternetTogetherAreAllShown() {
    List<Claim> claims =
        claims(
            "ssh-from-internet",
            """
            - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 3.0.0.0/9}
            - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 3.128.0.0/9}
            """);
    assertThat(claims).hasSize(1);
    assertThat(claims.getFirst().verdict().evidence()).hasSize(2);
    assertThat(claims.getFirst().verdict().evidence().getFirst().fact())
        .isEqualTo("3.0.0.0/8: 2 ranges, 16 777 216 addresses");
    assertThat(claims.getFirst().witness()).contains(new Witness.Packet("3.0.0.1", "tcp", 22));
  }

  @Test
  void halvesInOneTerraformRuleAreOneClaim() {
    var cloud =
        ExampleCloud.read(
                "hcl",
                """
                resource "aws_security_group" "web" {
                  ingress {
                    protocol    = "tcp"
                    from_port   = 22
                    to_port     = 22
                    cidr_blocks = var.admins
                  }
                }
                variable "admins" {
                  default = ["0.0.0.0/1", "128.0.0.0/1"]
                }
                """)
            .cloud();
    assertThat(claims("ssh-from-internet", cloud))
        .singleElement()
        .satisfies(c ->
            assertThat(c.verdict().evidence().getFirst().fact())
                .isEqualTo("every IPv4 address: 2 ranges, 4 294 967 296 addresses"));
  }

  @Test
  void everythingOutInBothVersionsIsOneClaim() {
    var cloud =
        ExampleCloud.read(
                "hcl",
                """
                resource "aws_security_group" "web" {
                  egress {
                    protocol    = "-1"
                    from_port   = 0
                    to_port     = 0
                    cidr_blocks = ["0.0.0.0/0"]
                  }
                  egress {
                    protocol         = "-1"
                    from_port        = 0
                    to_port          = 0
                    ipv6_cidr_blocks = ["::/0"]
                  }
                }
                """)
            .cloud();
    assertThat(claims("egress-to-everywhere", cloud)).hasSize(1);
  }

  @Test
  void aRuleThatIsThereInOneWorldIsAFindingThere() {
    List<Claim> claims =
        claims(
            "ssh-from-internet",
            """
            - !If
              - IsOpen
              - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}
              - !Ref AWS::NoValue
            """);
    assertThat(claims).hasSize(1);
    assertThat(claims.getFirst().verdict()).isInstanceOf(Verdict.When.class);
    assertThat(claims.getFirst().verdict().possible()).isTrue();
  }

  @Test
  void halvesInDifferentWorldsAreNotTheInternet() {
    List<Claim> claims =
        claims(
            "ssh-from-internet",
            """
            - IpProtocol: tcp
              FromPort: 22
              ToPort: 22
              CidrIp: !If [IsOpen, 3.0.0.0/9, 3.128.0.0/9]
            """);
    assertThat(claims).isEmpty();
  }

  @Test
  void eachRuleThatIsOpenByItselfIsOneClaim() {
    List<Claim> claims =
        claims(
            "ssh-from-internet",
            """
            - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0, CidrIpv6: "::/0"}
            - {IpProtocol: tcp, FromPort: 0, ToPort: 100, CidrIp: 0.0.0.0/0}
            """);
    assertThat(claims).hasSize(2);
    assertThat(claims.getFirst().verdict().evidence()).hasSize(2);
  }

  @Test
  void whatIsMalformedIsUndecided() {
    assertThat(
            claims(
                "database-port-from-internet",
                "- {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 10.0.0/8}"))
        .singleElement()
        .satisfies(c -> assertThat(c.verdict()).isInstanceOf(Verdict.Undecided.class))
        .satisfies(c ->
            assertThat(c.verdict().evidence().getFirst().fact())
                .isEqualTo("`10.0.0/8` is no CIDR block"));
  }

  @Test
  void theClaimNamesWhatIsOpen() {
    assertThat(
            claims(
                "admin-port-from-internet",
                "- {IpProtocol: tcp, FromPort: 2375, ToPort: 2380, CidrIp: 0.0.0.0/0}"))
        .extracting(c -> c.title().orElse(""))
        .containsExactly("Docker and etcd are open to the Internet");
  }

  @Test
  void everythingOpenIsToldOnce() {
    var example =
        ExampleCloud.read("yaml", GROUP + "- {IpProtocol: -1, CidrIp: 0.0.0.0/0}".indent(8));
    var settings =
        new Settings(
            "test",
            LocalDate.of(2026, 1, 1),
            Severity.HIGH,
            List.of(),
            List.of(),
            List.of(),
            true,
            Settings.Foreign.MATCHED,
            new Secrets(_ -> List.of()));
    var report =
        new Reviewer(new BuiltIn(), settings)
            .review(example.cloud(), ExampleCloud.COVERAGE, List.of());
    assertThat(report.findings())
        .filteredOn(f -> f.rule().endsWith("from-internet") || f.rule().endsWith("range"))
        .extracting(Finding::rule)
        .containsExactly("every-port-from-internet");
  }
}
