package dev.postern.review;

import dev.postern.review.Acceptance.Scope;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `postern: allow RULE until DATE by OWNER: reason` in comments. `by OWNER` may be left out;
/// whatever else is left out is asked for.
final class OwnComments {
  private static final String FORM = "`postern: allow RULE until DATE: reason`";
  private static final Pattern MARK = Pattern.compile("postern:\\s*(?<rest>.*)");
  private static final Pattern ALLOW =
      Pattern.compile(
          "allow\\s+(?<rule>[\\w-]+)(?:\\s+until\\s+(?<until>[^\\s:]+))?"
              + "(?:\\s+(?:by|owner)\\s+(?<owner>[^:]+))?\\s*(?::(?<reason>.*))?");

  private OwnComments() {}

  /// @param line one line of a comment, without its marks
  static void read(String line, Span at, Written to) {
    Matcher mark = MARK.matcher(line);
    if (!mark.matches()) {
      return;
    }
    Matcher allow = ALLOW.matcher(mark.group("rest").strip());
    if (!allow.matches()) {
      to.problems().add(Problem.warning("this accepts nothing; it reads " + FORM, at));
      return;
    }
    Optional<String> until = Optional.ofNullable(allow.group("until"));
    Optional<LocalDate> day = until.flatMap(Dates::parse);
    if (until.isPresent() && day.isEmpty()) {
      to.problems()
          .add(
              Problem.warning(
                  "`%s` stays: `%s` is no date such as 2027-01-31"
                      .formatted(allow.group("rule"), until.get()),
                  at));
      return;
    }
    to.add(
        new Acceptance(
            allow.group("rule").toLowerCase(Locale.ROOT),
            new Scope.Beside(at),
            Optional.ofNullable(allow.group("reason")).orElse("").strip(),
            day,
            Optional.ofNullable(allow.group("owner")).map(String::strip),
            false,
            Acceptance.OURS,
            at));
  }
}
