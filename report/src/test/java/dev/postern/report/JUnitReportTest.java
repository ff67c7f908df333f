package dev.postern.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Report;
import dev.postern.rule.Severity;
import dev.postern.testkit.Golden;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class JUnitReportTest {
  @Test
  void theSuites() {
    Golden.check("report", "junit.xml", write(Samples.everything()));
  }

  @Test
  void countsAreRight() throws Exception {
    var root = parse(write(Samples.everything()));
    for (String each : new String[] {"failure", "error"}) {
      assertThat(root.getAttribute(each + "s"))
          .isEqualTo(Integer.toString(root.getElementsByTagName(each).getLength()));
    }
    assertThat(root.getAttribute("skipped"))
        .isEqualTo(Integer.toString(root.getElementsByTagName("skipped").getLength()));
    assertThat(root.getAttribute("tests"))
        .isEqualTo(Integer.toString(root.getElementsByTagName("testcase").getLength()));
  }

  @Test
  void undecidedFailsFromFailOn() {
    var medium = Samples.undecided().severity(Severity.MEDIUM).finding();
    assertThat(write(Samples.report(medium))).contains("<skipped message=\"undecided: SSH");
    var high = Samples.undecided().severity(Severity.HIGH).finding();
    assertThat(write(Samples.report(high))).contains("<failure type=\"undecided\"");
  }

  @Test
  void hostileNamesStayText() throws Exception {
    String address = "a\"/><evil>]]>\u0000\u001b\ufffe\ud83d";
    var root = parse(write(Samples.report(Samples.ssh().in(address).finding())));
    assertThat(root.getElementsByTagName("evil").getLength()).isZero();
    assertThat(root.getTextContent()).contains("a\"/><evil>]]><U+0000><U+001B><U+FFFE><U+D83D>");
  }

  private static String write(Report report) {
    return Samples.write(report, Format.JUNIT, Options.PLAIN);
  }

  private static Element parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }
}
