package dev.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Finding;
import dev.postern.rule.Judgement;
import dev.postern.rule.Severity;
import dev.postern.value.Reason;
import dev.postern.value.Verdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecisionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main.tf | INPUT | var.cidr | postern review . --var cidr=VALUE; postern review ."
            + " --var-file FILE.tfvars",
        "main.tf | INPUT | var.net.cidr | postern review . --var net=VALUE; postern review ."
            + " --var-file FILE.tfvars",
        "a b.yaml | INPUT | parameter Env | postern review 'a b.yaml' --parameters Env=VALUE",
        "main.tf | EXTERNAL | data.aws_ami.x | ''",
        "main.tf | APPLY | aws_vpc.x.id | ''",
        "main.tf | UNSUPPORTED | var.x | ''",
      })
  void commands(String path, Reason.Kind kind, String what, String expected) {
    var rule =
        Sample.rule(
            "open",
            Severity.HIGH,
            (r, _) ->
                Judgement.of(Verdict.undecided(r.evidence(new Reason(kind, what).toString()))));
    List<Finding> findings =
        Sample.review(Sample.cloud(path, "resource a {\n}\n"), Sample.book(rule), Sample.settings())
            .findings();
    assertThat(String.join("; ", findings.getFirst().decide())).isEqualTo(expected);
  }
}
