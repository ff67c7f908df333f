package dev.postern.review;

import dev.postern.review.Acceptance.Scope;
import dev.postern.text.Problem;
import dev.postern.text.Span;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the comments with which users turn off findings of Checkov, tfsec, Trivy and KICS.
///
/// @see <a
///   href="https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html">Checkov</a>
/// @see <a href="https://trivy.dev/latest/docs/configuration/filtering/">Trivy and tfsec</a>
/// @see <a
///   href="https://github.com/Checkmarx/kics/blob/master/docs/running-kics.md#using-commands-on-scanned-files-as-comments">KICS</a>
final class ForeignComments {
  private static final Pattern CHECKOV =
      Pattern.compile(
          "(?:checkov|bridgecrew|cortex):skip\\s*=\\s*(?<ids>[\\w,]+)\\s*(?::(?<reason>.*))?");
  private static final Pattern IGNORE =
      Pattern.compile("#?\\s*(?<tool>tfsec|trivy):ignore:(?<id>[\\w*-]+)(?<rest>\\S*)");
  private static final Pattern EXPIRY = Pattern.compile(":exp:(?<date>[^:\\s]+)");

  private ForeignComments() {}

  /// @param line one line of a comment, without its marks
  static void read(String line, Span at, Written to) {
    if (line.startsWith("kics-scan ")) {
      to.problems()
          .add(Problem.info("a `kics-scan` comment gives no reason and accepts nothing here", at));
      return;
    }
    Matcher checkov = CHECKOV.matcher(line);
    if (checkov.find()) {
      String reason = Optional.ofNullable(checkov.group("reason")).orElse("").strip();
      for (String id : checkov.group("ids").split(",", -1)) {
        to.add(accepted("checkov", id, reason, Optional.empty(), at));
      }
      return;
    }
    Matcher ignore = IGNORE.matcher(line);
    String reason = ignore.replaceAll("").strip();
    ignore.reset();
    while (ignore.find()) {
      ignored(ignore, reason, at, to);
    }
  }

  private static void ignored(Matcher ignore, String reason, Span at, Written to) {
    String rest = ignore.group("rest");
    Matcher expiry = EXPIRY.matcher(rest);
    boolean ends = expiry.find();
    Optional<LocalDate> until = ends ? Dates.parse(expiry.group("date")) : Optional.empty();
    boolean narrowed = !expiry.replaceAll("").isEmpty();
    String tool = ignore.group("tool");
    String id = ignore.group("id");
    if ((ends && until.isEmpty()) || narrowed) {
      to.problems()
          .add(
              Problem.info(
                  "`%s:ignore:%s` is limited in a way that is not read and accepts nothing here"
                      .formatted(tool, id),
                  at));
      return;
    }
    to.add(accepted(tool, id, reason, until, at));
  }

  private static Acceptance accepted(
      String tool, String id, String reason, Optional<LocalDate> until, Span at) {
    return new Acceptance(
        tool.equals("checkov") ? id.toUpperCase(Locale.ROOT) : id,
        new Scope.Beside(at),
        reason,
        until,
        Optional.empty(),
        false,
        tool,
        at);
  }
}
