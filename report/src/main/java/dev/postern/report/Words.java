package dev.postern.report;

import dev.postern.finding.ChecklistItem;
import dev.postern.finding.Coverage;
import dev.postern.finding.Finding;
import dev.postern.finding.Outcome;
import dev.postern.finding.Report;
import dev.postern.finding.Status;
import dev.postern.finding.Suppression;
import dev.postern.rule.Severity;
import dev.postern.rule.Witness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The words that several formats share.
final class Words {
  /// By file, line, rule: the order of the machine formats.
  static final Comparator<Finding> BY_PLACE =
      Comparator.comparing((Finding f) -> f.location().file().path())
          .thenComparingInt(f -> f.location().line())
          .thenComparing(Finding::rule)
          .thenComparingInt(f -> f.location().start())
          .thenComparing(Finding::fingerprint);

  private Words() {}

  /// `9 999`.
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  /// `1 file`, `2 files`.
  static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /// `9 of 312 values are not known: 6 inputs, 3 outside`.
  static String unknown(Coverage.Values values) {
    String why =
        values.unknown().entrySet().stream()
            .map(e -> count(e.getValue()) + " " + reason(e.getKey()))
            .collect(Collectors.joining(", "));
    return "%s of %s not wholly known: %s"
        .formatted(count(values.open()), count(values.written(), "value"), why);
  }

  private static String reason(String kind) {
    return switch (kind) {
      case "input" -> "without an input";
      case "external" -> "outside what is reviewed";
      case "apply" -> "known at apply";
      case "unsupported" -> "not evaluated";
      case "bound" -> "past a bound";
      default -> "not readable";
    };
  }

  /// What a finding is: its severity, or that it is undecided or accepted.
  static String label(Finding finding) {
    return switch (finding.status()) {
      case VIOLATED, SATISFIED -> finding.severity().toString();
      case UNDECIDED -> "undecided";
      case SUPPRESSED -> "suppressed " + finding.severity();
    };
  }

  /// `in aws_instance.web[0] and 9 999 more instances`.
  static String subject(Finding finding) {
    int more = finding.instances() - 1;
    return "in "
        + finding.subject().address()
        + finding.subject().construct().map(" (%s)"::formatted).orElse("")
        + (more > 0 ? " and " + count(more, "more instance") : "");
  }

  /// The proof in lines: the sentence, then the context that a request carries.
  static List<String> witness(Witness witness, String address) {
    return switch (witness) {
      case Witness.Packet(var source, var protocol, var port) ->
          List.of(
              "%s → %s%s reaches %s"
                  .formatted(source, port < 0 ? "" : "port " + port + " ", protocol, address));
      case Witness.Request(var principal, var action, var resource, var context) -> {
        var lines = new ArrayList<String>();
        lines.add("%s may call %s on %s".formatted(principal, action, resource));
        context.forEach((key, values) -> lines.add(key + " = " + String.join(", ", values)));
        yield lines;
      }
    };
  }

  /// `until 2027-01-31 by platform: the reason (postern.yaml:4)`.
  static String suppression(Suppression suppression) {
    return suppression.until().map(date -> "until " + date).orElse("without an end")
        + suppression.owner().map(owner -> " by " + owner).orElse("")
        + ": "
        + suppression.reason()
        + " ("
        + suppression.source()
        + ")";
  }

  /// `pass, 2 suppressed`, `not applicable`.
  static String answer(ChecklistItem item) {
    String suppressed = item.suppressed() > 0 ? ", " + item.suppressed() + " suppressed" : "";
    return item.answer().toString().replace('-', ' ') + suppressed;
  }

  /// How many of the questions were answered so: `3 of 14`; empty when nothing was asked.
  static String counted(ChecklistItem item) {
    int asked = item.passed() + item.failed() + item.undecided();
    int counted =
        switch (item.answer()) {
          case PASS -> item.passed();
          case FAIL -> item.failed();
          case UNDECIDED -> item.undecided();
          case NOT_APPLICABLE -> 0;
        };
    return asked > 0 ? count(counted) + " of " + count(asked) : "";
  }

  /// `not approved`.
  static String verdict(Outcome outcome) {
    return outcome.toString().replace('-', ' ');
  }

  /// `2 critical, 1 low, 3 undecided, 1 suppressed`; `no findings`.
  static String tally(Report report) {
    var parts = new ArrayList<String>();
    for (Severity severity : Severity.values()) {
      add(
          parts,
          report.findings().stream()
              .filter(f -> f.status() == Status.VIOLATED && f.severity() == severity)
              .count(),
          severity.toString());
    }
    add(parts, number(report, Status.UNDECIDED), "undecided");
    add(parts, number(report, Status.SUPPRESSED), "suppressed");
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }

  /// `12 pass, 2 fail (C06 C10), 1 undecided (C03), 1 not applicable`.
  static String checklist(Report report) {
    var parts = new ArrayList<String>();
    for (ChecklistItem.Answer answer : ChecklistItem.Answer.values()) {
      var items = report.checklist().stream().filter(i -> i.answer() == answer).toList();
      boolean named =
          answer == ChecklistItem.Answer.FAIL || answer == ChecklistItem.Answer.UNDECIDED;
      String ids =
          named && !items.isEmpty()
              ? items.stream().map(ChecklistItem::id).collect(Collectors.joining(" ", " (", ")"))
              : "";
      add(parts, items.size(), answer.toString().replace('-', ' ') + ids);
    }
    return parts.isEmpty() ? "nothing asked" : String.join(", ", parts);
  }

  private static long number(Report report, Status status) {
    return report.findings().stream().filter(f -> f.status() == status).count();
  }

  private static void add(List<String> parts, long number, String what) {
    if (number > 0) {
      parts.add(count(number) + " " + what);
    }
  }
}
