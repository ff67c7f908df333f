package dev.postern.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reasons that a review does not take, each with what is so instead.
///
/// A reason is compared by words within its clauses, so that "internal auditors read it" or "debug
/// logs hold no data" are none of these. Who means it all the same says so in `postern.yaml`.
enum Excuse {
  /// It is only internal.
  INTERNAL(
      "X1",
      "one machine inside that is taken over reaches whatever trusts the inside",
      "(only|just|purely|strictly|merely) (an? |for |used |our |in |the )*<internal>( <noun>)?("
          + " <end>|$)",
      "<internal>( use| network| access| traffic| service| tool| app)? only( <noun>)?( <end>|$)",
      "^(it s |it is |its |this is |they are )?(an? |our )?<internal>( <noun>)?$"),
  /// We will lock it down later.
  LATER(
      "X2",
      "what is left open for later stays open; say what ends it, or close it now",
      "(lock|locked|restrict|restricted|tighten|tightened|fix|fixed|secure|secured|harden|hardened"
          + "|close|closed|clean|remove|removed|change|changed|address|addressed|do|done|handle"
          + "|encrypt|enable|look)\\b.* (later|soon|eventually|someday|some day|afterwards"
          + "|in the future|at some point|next sprint|next time)$",
      "^(later|soon|todo|tbd|fixme|wip)( .*)?$",
      "^(?!.* (until|till|while|during) )(?!.*\\d).*\\b(temporary|temporarily|for now"
          + "|for the moment|for the time being)$",
      "^(it s |it is |this is )?(a |only |just )*(temporary|temporarily|for now)"
          + "( fix| workaround| solution| measure| exception| access| setting)?$"),
  /// The app needs those permissions.
  NEEDED(
      "X3",
      "no program needs everything; name the actions that it calls and the resources it calls"
          + " them on",
      "(needs?|requires?) (all |full |these |those |such |the |its |this |that |some |broad |wide"
          + " |admin |all the |all of )*(permissions?|access|rights|privileges|it|this|that|them"
          + "|these|those|everything|all|admin)( to work| to run| to function| anyway)?$"),
  /// The public bucket is intentional.
  INTENDED(
      "X4",
      "CloudFront with origin access control serves the same files from a bucket that is closed",
      "(public|publicly|open|exposed|world readable)\\b.* <intended>$",
      "<intended> (is |made |left |kept )?(public|publicly|open|exposed)\\b.*",
      "^(it s |it is |this is |that s |that is )?(by )?<intended>$"),
  /// SSH is for debugging.
  DEBUGGING(
      "X5",
      "Session Manager gives a shell without an open port, and says who used it",
      "(ssh|rdp|port 22|port 3389|shell|login|bastion)\\b.* <debug>( .*)?$",
      "^(is |used |needed |only |just |for |it s |it is )*<debug>( only| purposes?)*$"),
  /// The secrets are encrypted in Lambda.
  ENCRYPTED(
      "X6",
      "whoever may read the function's configuration reads them in plain text; Secrets Manager"
          + " hands them out at run time",
      "encrypted\\b.* (lambda|lambda s)\\b.*",
      "lambda (already )?(encrypts|has encrypted)\\b.*",
      "(environment|env) (variables?|vars?) (are|is) (already )?encrypted\\b.*");

  private static final int LONGEST = 2_000;

  private final String id;
  private final String reality;
  private final Pattern pattern;

  Excuse(String id, String reality, String... wordings) {
    this.id = id;
    this.reality = reality;
    this.pattern =
        Pattern.compile(
            Arrays.stream(wordings)
                .map(Excuse::spelled)
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow());
  }

  private static String spelled(String wording) {
    String anywhere = wording.startsWith("^") ? wording : "\\b" + wording;
    return "(?:"
        + anywhere
            .replace("<internal>", "(?:internal|internally)")
            .replace(
                "<noun>",
                "(?:use|used|network|networks|access|traffic|services?|tools?|tooling|systems?"
                    + "|apps?|applications?|users?|stuff|bucket|api|vpc|testing)")
            .replace("<end>", "(?:and|so|but|behind|anyway|now|here)\\b.*")
            .replace(
                "<intended>",
                "(?:intentional|intentionally|intended|on purpose|deliberate|deliberately|by design"
                    + "|wanted)")
            .replace(
                "<debug>",
                "(?:debug|debugging|troubleshoot|troubleshooting|to debug|to troubleshoot)")
        + ")";
  }

  /// `X1` to `X6`, as the review process numbers them.
  String id() {
    return id;
  }

  /// What is so instead, to be told to the user.
  String reality() {
    return reality;
  }

  /// The excuse that a reason amounts to.
  static Optional<Excuse> in(String reason) {
    String text = reason.substring(0, Math.min(reason.length(), LONGEST)).toLowerCase(Locale.ROOT);
    for (String clause : text.split("[.,;:!?()\\n]+| - | — | – ", -1)) {
      String words = clause.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
      for (Excuse excuse : values()) {
        if (excuse.pattern.matcher(words).find()) {
          return Optional.of(excuse);
        }
      }
    }
    return Optional.empty();
  }
}
