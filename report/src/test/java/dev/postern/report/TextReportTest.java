package dev.postern.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.finding.Finding;
import dev.postern.finding.Secrets;
import dev.postern.rule.Severity;
import dev.postern.testkit.Golden;
import dev.postern.testkit.Law;
import dev.postern.text.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextReportTest {
  @Test
  void findingsLookAsTheHouseStyleSays() {
    golden("ssh.txt", Samples.ssh().finding(), 130);
    golden("escalation.txt", Samples.escalation().finding(), 130);
    golden("undecided.txt", Samples.undecided().finding(), 130);
  }

  @Test
  void theWholeReport() {
    String text = Samples.write(Samples.everything(), Format.TEXT, Samples.wide(100));
    Golden.check("report", "report.txt", text);
  }

  @Test
  void inNarrowAsciiWithColour() {
    var options = new Options(true, 72, false, false, Severity.HIGH, Optional.empty());
    String text = Samples.write(Samples.everything(), Format.TEXT, options);
    Golden.check("report", "narrow.txt", text.replace('\u001b', '␛'));
  }

  @Test
  void concise() {
    String text = Samples.write(Samples.everything(), Format.CONCISE, Options.PLAIN);
    Golden.check("report", "concise.txt", text);
  }

  @Test
  void colourAddsNothingButColour() {
    var coloured = new Options(true, 100, true, false, Severity.HIGH, Optional.empty());
    String with = Samples.write(Samples.everything(), Format.TEXT, coloured);
    assertThat(with).contains("\u001b[1;31mcritical\u001b[0m");
    assertThat(with.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(Samples.write(Samples.everything(), Format.TEXT, Options.PLAIN));
  }

  @Test
  void asciiDrawsWithAsciiOnly() {
    var ascii = new Options(false, 100, false, false, Severity.HIGH, Optional.empty());
    var finding = Samples.escalation().finding();
    assertThat(Samples.write(Samples.report(finding), Format.TEXT, ascii)).isASCII();
  }

  @Test
  void manyUndecidedFindingsOfOneCauseAreOneBlock() {
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < 9; i++) {
      findings.add(Samples.undecided().in("aws_security_group_rule.ssh" + i).finding());
    }
    String text = text(findings.toArray(Finding[]::new));
    assertThat(text).containsOnlyOnce("undecided: SSH");
    assertThat(text).contains("aws_security_group_rule.ssh5").contains("and 3 more places");
    assertThat(text).doesNotContain("aws_security_group_rule.ssh6");
  }

  @Test
  void undecidedFindingsWithOtherMissingInputsStayApart() {
    var other = Samples.undecided().decide("postern review --assume var.x=1").finding();
    assertThat(text(Samples.undecided().finding(), other).split("undecided: SSH", -1)).hasSize(3);
  }

  @Test
  void decidedFindingsComeFirstAndSuppressedLast() {
    String text =
        text(
            Samples.suppressed().finding(),
            Samples.undecided().finding(),
            Samples.ssh().severity(Severity.INFO).finding(),
            Samples.escalation().severity(Severity.LOW).finding());
    assertThat(text)
        .containsSubsequence("low: role", "undecided: SSH", "info: SSH", "suppressed h");
  }

  @Test
  void aSubjectOfManyLinesIsMarkedBeside() {
    var file = SourceFile.of("a.tf", "ingress {\n  a = 1\n  b = 2\n}\n");
    var finding = at(file, file.text().strip(), "open to all");
    assertThat(code(finding, 100))
        .isEqualTo(
            """
            1 │ ┃ ingress {
            2 │ ┃   a = 1
            3 │ ┃   b = 2
            4 │ ┃ }
              │ ┗━ open to all
              │
            """);
  }

  @Test
  void aLongSubjectIsElided() {
    var file = SourceFile.of("a.tf", "x {\n" + "  y\n".repeat(40) + "}\n");
    assertThat(code(at(file, file.text().strip(), ""), 100).lines())
        .containsExactly(
            " 1 │ ┃ x {",
            " 2 │ ┃   y",
            " 3 │ ┃   y",
            " 4 │ ┃   y",
            " ⋮ │",
            "41 │ ┃   y",
            "42 │ ┃ }",
            "   │ ┗━",
            "   │");
  }

  @Test
  void aSubjectFarFromItsBlockIsShownWithTheGap() {
    var file = SourceFile.of("a.tf", "x {\n" + "  y = 1\n".repeat(8) + "  z = 1\n}\n");
    assertThat(code(at(file, "z = 1", ""), 100).lines())
        .containsExactly(
            " 1 │ x {",
            " ⋮ │",
            " 8 │   y = 1",
            " 9 │   y = 1",
            "10 │   z = 1",
            "   │   ━━━━━",
            "11 │ }",
            "   │");
  }

  @Test
  void tabsAndWideCharactersKeepTheUnderlineInPlace() {
    var file = SourceFile.of("a.tf", "\t名前 = x");
    assertThat(code(at(file, "x", "here"), 100))
        .isEqualTo("1 │     名前 = x\n  │            ━ here\n  │\n");
  }

  @Test
  void aLineLongerThanTheTerminalIsCutAroundTheSubject() {
    var file = SourceFile.of("a.json", "{" + "\"a\": 1, ".repeat(50) + "\"p\": \"*\"" + "}");
    var rows = code(at(file, "\"*\"", "anyone"), 60).lines().toList();
    assertThat(rows.get(0)).startsWith("1 │ …").endsWith("\"p\": \"*\"}");
    assertThat(rows.get(1)).contains("━━━");
    assertThat(rows).allMatch(row -> Columns.width(row) <= 60);
    int under = rows.get(1).indexOf('━');
    assertThat(rows.get(0).substring(under, under + 3)).isEqualTo("\"*\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 72, 80, 100, 140})
  void onlyWhatCannotBeBrokenIsLongerThanTheTerminal(int width) {
    String text = Samples.write(Samples.everything(), Format.TEXT, Samples.wide(width));
    assertThat(text.lines())
        .filteredOn(line -> Columns.width(line) > width)
        .allMatch(line ->
            line.endsWith("]") // a claim
                || line.contains(".tf:") // a place
                || line.contains("postern review")); // a command
  }

  @Test
  void aSecretIsMasked() {
    String text = text(Samples.leaked().finding());
    assertThat(text).contains("\"•••••••••••••••••••••••\"").doesNotContain(Samples.SECRET);
  }

  @Test
  void instancesAreCounted() {
    assertThat(text(Samples.leaked().finding()))
        .contains("in aws_lambda_function.f[0] and 9 999 more instances");
  }

  @Test
  void aThousandHopsAreNotShown() {
    var file = SourceFile.of("a.tf", "x");
    var draft = Samples.ssh();
    for (int i = 0; i < 1000; i++) {
      draft.frame(file.all(), "hop " + i, "");
    }
    assertThat(text(draft.finding())).contains("(994 more hops)").contains("hop 999");
  }

  @Test
  void anyCodeFitsTheTerminal() {
    String[] pieces = {"x", " ", "\t", "\n", "\r\n", "{", "}", "名", "😀", "\ud83d", "\u202e"};
    Law.check(
        "rows of code are never wider than the terminal",
        20261123,
        3_000,
        random -> {
          var text = new StringBuilder();
          int length = random.nextInt(1, 900);
          for (int i = 0; i < length; i++) {
            int piece = random.nextInt(10) < 7 ? random.nextInt(2) : random.nextInt(pieces.length);
            text.append(pieces[piece]);
          }
          var file = SourceFile.of("a.tf", text.toString());
          int start = random.nextInt(text.length());
          var span = file.span(start, start + random.nextInt(random.nextBoolean() ? 20 : 900));
          return Draft.of("r", "t").in("a").frame(span, "", "a b c").finding();
        },
        finding -> assertThat(code(finding, 60).lines()).allMatch(row -> Columns.width(row) <= 60));
  }

  private static Finding at(SourceFile file, String part, String fact) {
    return Draft.of("r", "t").in("a").frame(Draft.at(file, part), "", fact).finding();
  }

  private static String code(Finding finding, int width) {
    var text = new FindingText(new Secrets(_ -> List.of()), new Ink(false, true), width);
    var lines = Arrays.asList(text.show(finding).split("\n"));
    return String.join("\n", lines.subList(2, lines.size() - 1)) + "\n";
  }

  private static void golden(String file, Finding finding, int width) {
    var text = new FindingText(new Secrets(_ -> List.of()), new Ink(false, true), width);
    Golden.check("report", file, text.show(finding));
  }

  private static String text(Finding... findings) {
    return Samples.write(Samples.report(findings), Format.TEXT, Options.PLAIN);
  }
}
