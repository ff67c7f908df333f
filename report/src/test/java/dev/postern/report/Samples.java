package dev.postern.report;

import dev.postern.finding.ChecklistItem;
import dev.postern.finding.ChecklistItem.Answer;
import dev.postern.finding.Coverage;
import dev.postern.finding.Evaluation;
import dev.postern.finding.Finding;
import dev.postern.finding.Outcome;
import dev.postern.finding.Report;
import dev.postern.finding.Secrets;
import dev.postern.finding.Status;
import dev.postern.finding.Suppression;
import dev.postern.rule.Severity;
import dev.postern.rule.Witness;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Findings that tests share.
final class Samples {
  static final String SECRET = "hunter2-hunter2-hunter2";

  private static final Secrets SECRETS =
      new Secrets(file -> {
        int at = file.text().indexOf(SECRET);
        return at < 0 ? List.of() : List.of(file.span(at, at + SECRET.length()));
      });

  private Samples() {}

  static Draft ssh() {
    var main =
        SourceFile.of(
            "modules/web/main.tf",
            "\n".repeat(9)
                + """
                resource "aws_security_group" "web" {
                  ingress {
                    protocol    = "tcp"
                    from_port   = 20
                    to_port     = 25
                    cidr_blocks = var.admin_cidrs
                  }
                }
                """);
    var variables =
        SourceFile.of(
            "modules/web/variables.tf",
            """
            variable "admin_cidrs" {
              type    = list(string)
              default = ["0.0.0.0/1", "128.0.0.0/1"]
            }
            """);
    return Draft.of("ssh-from-internet", "SSH is open to the Internet")
        .in("aws_security_group.web")
        .frame(
            Draft.at(main, "var.admin_cidrs"),
            "",
            "every IPv4 address: 2 ranges, 4 294 967 296 addresses")
        .frame(
            Draft.at(variables, "[\"0.0.0.0/1\", \"128.0.0.0/1\"]"),
            "the value of var.admin_cidrs",
            "")
        .witness(new Witness.Packet("8.8.8.8", "tcp", 22))
        .fix(
            "admit named ranges only, or use Session Manager",
            "ends SSH sessions from outside; Session Manager needs no open port");
  }

  static Draft escalation() {
    var iam =
        SourceFile.of(
            "iam.tf",
            "\n".repeat(10)
                + """
                  statement {
                    actions   = ["iam:PassRole"]
                    resources = ["arn:aws:iam::111122223333:role/*"]
                    effect    = "Allow"
                  }
                """);
    var context = new TreeMap<String, List<String>>();
    context.put("iam:PassedToService", List.of("lambda.amazonaws.com"));
    return Draft.of(
            "privilege-escalation", "role ci-deploy can make itself administrator in 2 calls")
        .in("ci")
        .frame(
            Draft.at(iam, "[\"arn:aws:iam::111122223333:role/*\"]"),
            "",
            "may hand any role to a service: 14 roles, 1 of them administrator")
        .witness(
            new Witness.Request(
                "arn:aws:iam::111122223333:role/ci-deploy",
                "iam:PassRole",
                "arn:aws:iam::111122223333:role/batch-runner",
                context))
        .why("any branch of github.com/acme/shop may assume it, through github.tf:9")
        .fix("name the roles to pass", "a deployment that passes any other role fails");
  }

  static Draft undecided() {
    var ssh =
        SourceFile.of(
            "ssh.tf",
            """
            resource "aws_security_group_rule" "ssh" {
              type        = "ingress"
              protocol    = "tcp"
              from_port   = 22
              cidr_blocks = [data.external.office.result.cidr]
            }
            """);
    return Draft.of("ssh-from-internet", "SSH may be open to the Internet")
        .in("aws_security_group_rule.ssh")
        .status(Status.UNDECIDED)
        .frame(Draft.at(ssh, "data.external.office.result.cidr"), "", "known only at apply")
        .decide(
            "terraform plan -out p && terraform show -json p > p.json && postern review p.json",
            "postern review --assume data.external.office.result.cidr=203.0.113.0/29");
  }

  static Draft suppressed() {
    var file = SourceFile.of("envs/prod/db.tf", "publicly_accessible = true\n");
    return Draft.of("public-database", "database is publicly accessible")
        .severity(Severity.HIGH)
        .in("aws_db_instance.main")
        .frame(Draft.at(file, "true"), "", "")
        .suppression(
            new Suppression(
                "read replica of public data, behind a firewall",
                Optional.of(LocalDate.of(2027, 1, 31)),
                Optional.of("platform"),
                "postern.yaml:4"));
  }

  static Draft leaked() {
    var file =
        SourceFile.of(
            "lambda.tf",
            "environment {\n  DB_PASSWORD = \"" + SECRET + "\"\n  DB_USER = \"app\"\n}\n");
    return Draft.of("hard-coded-secret", "secret in an environment variable")
        .severity(Severity.HIGH)
        .in("aws_lambda_function.f[0]")
        .instances(10_000)
        .when("Env = prod")
        .frame(Draft.at(file, "\"" + SECRET + "\""), "", "a password by its name")
        .fix("store it in Secrets Manager and read it at run time", "");
  }

  static Report report(Finding... findings) {
    return report(Outcome.NOT_APPROVED, List.of(findings));
  }

  static Report report(Outcome outcome, List<Finding> findings) {
    var broken = SourceFile.of("broken.tf", "resource {\n");
    return new Report(
        "0.1.0",
        outcome,
        List.of(
            item("C06", "S3", "public access blocked", Answer.PASS, 12, 0, 0, 2),
            item("C07", "S3", "encryption enabled, SSE-KMS preferred", Answer.PASS, 12, 0, 0, 0),
            item(
                "C10",
                "Network",
                "no ingress from 0.0.0.0/0 or ::/0 except a load balancer's 443",
                Answer.FAIL,
                10,
                3,
                1,
                0),
            item("C13", "Network", "no public IPs on compute", Answer.UNDECIDED, 3, 0, 1, 0),
            item(
                "C16",
                "Compute",
                "timeouts and concurrency limits set",
                Answer.NOT_APPLICABLE,
                0,
                0,
                0,
                0)),
        findings,
        findings.stream().map(f -> new Evaluation(f.rule(), f.subject(), f.status())).toList(),
        new Coverage(
            List.of(
                new Coverage.CoveredUnit(
                    "envs/prod", "terraform root", 140, "no reviewed folder calls it")),
            12,
            140,
            new Coverage.Values(1_204, new TreeMap<>(Map.of("input", 9, "external", 4))),
            List.of("aws_foo"),
            List.of("modules/gone: no such folder"),
            List.of("broken.tf")),
        List.of(
            Problem.error("`resource` has no labels", Draft.at(broken, "resource")),
            Problem.warning("block is not closed", Draft.at(broken, "{"))),
        SECRETS);
  }

  static Report everything() {
    return report(
        ssh().finding(),
        escalation().finding(),
        leaked().finding(),
        undecided().finding(),
        suppressed().finding());
  }

  private static ChecklistItem item(
      String id,
      String area,
      String item,
      Answer answer,
      int passed,
      int failed,
      int undecided,
      int suppressed) {
    return new ChecklistItem(id, area, item, answer, passed, failed, undecided, suppressed);
  }

  static String write(Report report, Format format, Options options) {
    var out = new StringBuilder();
    try {
      Reports.write(report, format, options, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static Options wide(int columns) {
    return new Options(false, columns, true, true, Severity.HIGH, Optional.empty());
  }
}
