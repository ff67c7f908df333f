package dev.postern.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Finding;
import dev.postern.finding.Outcome;
import dev.postern.testkit.Golden;
import dev.postern.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownReportTest {
  @Test
  void theComment() {
    Golden.check("report", "comment.md", write(Samples.everything().findings()));
  }

  @Test
  void aCommentFitsWhatGitHubTakes() {
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < 2_000; i++) {
      findings.add(Samples.ssh().in("aws_security_group.g" + i).finding());
    }
    String comment = write(findings);
    assertThat(comment).hasSizeBetween(50_000, 60_200);
    assertThat(comment.strip()).contains("more findings left out to fit a comment");
    assertThat(comment.split("<details>", -1)).hasSameSizeAs(comment.split("</details>", -1));
  }

  @Test
  void oneHugeFindingDoesNotHideTheOthers() {
    var huge = Samples.ssh().in("@".repeat(200_000)).why("<".repeat(200_000));
    huge.decide("postern review ".repeat(50).split("(?<=w )"));
    huge.frame(SourceFile.of("a.tf", "x\n".repeat(50)).all(), "`".repeat(99), "");
    String comment = write(List.of(huge.finding(), Samples.escalation().finding()));
    assertThat(comment).hasSizeLessThan(20_000).contains("iam.tf:13:17");
  }

  @Test
  void hostileNamesStayText() {
    String comment =
        write(
            List.of(
                Samples.ssh()
                    .in("x</details><img src=http://evil>@acme`code`")
                    .why("see @acme and <b>http://evil</b>")
                    .finding()));
    assertThat(comment)
        .contains("`` x</details><img src=http://evil>@acme`code` ``")
        .contains("see @<!-- -->acme and &#60;b&#62;http:<!-- -->//evil&#60;/b&#62;");
  }

  private static String write(List<Finding> findings) {
    var report = Samples.report(Outcome.NOT_APPROVED, findings);
    return Samples.write(report, Format.MARKDOWN, Options.PLAIN);
  }
}
