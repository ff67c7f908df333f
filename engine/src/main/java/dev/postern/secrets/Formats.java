package dev.postern.secrets;

import static dev.postern.secrets.Format.atLeast;
import static dev.postern.secrets.Format.checked;
import static dev.postern.secrets.Format.exact;

import java.util.List;
import java.util.Optional;

/// The prefixed tokens of the providers, found in one pass: the first character of a word chooses
/// the formats that are tried there, so most characters cost one look into a table.
///
/// Each provider publishes its prefixes so that scanners find them; lengths are those of the tokens
/// that it issues, or less where it keeps the right to change them.
final class Formats {
  private static final Alphabet GITLAB = Alphabet.of("A-Za-z0-9_.-");

  /// Where one prefix begins another, the longer one stands first.
  private static final List<Format> ALL =
      List.of(
          atLeast(Kind.AWS_BEDROCK_KEY, "ABSKQmVkcm9ja0FQSUtleS", Alphabet.PADDED, 40),
          checked(Kind.GITHUB_TOKEN, "ghp_"),
          checked(Kind.GITHUB_TOKEN, "gho_"),
          checked(Kind.GITHUB_TOKEN, "ghu_"),
          checked(Kind.GITHUB_TOKEN, "ghs_"),
          checked(Kind.GITHUB_TOKEN, "ghr_"),
          atLeast(Kind.GITHUB_TOKEN, "github_pat_", Alphabet.NAME, 36),
          atLeast(Kind.GITLAB_TOKEN, "glpat-", GITLAB, 20),
          atLeast(Kind.GITLAB_TOKEN, "gldt-", GITLAB, 20),
          atLeast(Kind.GITLAB_TOKEN, "glrt-", GITLAB, 20),
          atLeast(Kind.GITLAB_TOKEN, "glptt-", GITLAB, 20),
          atLeast(Kind.GITLAB_TOKEN, "glcbt-", GITLAB, 20),
          atLeast(Kind.SLACK_TOKEN, "xoxa-", Alphabet.URL64, 20),
          atLeast(Kind.SLACK_TOKEN, "xoxb-", Alphabet.URL64, 20),
          atLeast(Kind.SLACK_TOKEN, "xoxe-", Alphabet.URL64, 20),
          atLeast(Kind.SLACK_TOKEN, "xoxp-", Alphabet.URL64, 20),
          atLeast(Kind.SLACK_TOKEN, "xoxr-", Alphabet.URL64, 20),
          atLeast(Kind.SLACK_TOKEN, "xoxs-", Alphabet.URL64, 20),
          atLeast(Kind.SLACK_TOKEN, "xapp-", Alphabet.URL64, 30),
          atLeast(Kind.SLACK_WEBHOOK, "hooks.slack.com/services/", Alphabet.BASE64, 30),
          atLeast(Kind.STRIPE_KEY, "sk_live_", Alphabet.NAME, 10),
          atLeast(Kind.STRIPE_KEY, "rk_live_", Alphabet.NAME, 10),
          atLeast(Kind.STRIPE_KEY, "sk-live-", Alphabet.URL64, 10),
          atLeast(Kind.STRIPE_KEY, "rk-live-", Alphabet.URL64, 10),
          atLeast(Kind.STRIPE_KEY, "sk_test_", Alphabet.NAME, 10).low(),
          atLeast(Kind.STRIPE_KEY, "rk_test_", Alphabet.NAME, 10).low(),
          atLeast(Kind.STRIPE_KEY, "sk-test-", Alphabet.URL64, 10).low(),
          atLeast(Kind.STRIPE_KEY, "whsec_", Alphabet.PADDED, 24),
          atLeast(Kind.ANTHROPIC_KEY, "sk-ant-", Alphabet.URL64, 24),
          atLeast(Kind.OPENAI_KEY, "sk-proj-", Alphabet.URL64, 24),
          atLeast(Kind.OPENAI_KEY, "sk-svcacct-", Alphabet.URL64, 24),
          atLeast(Kind.OPENAI_KEY, "sk-admin-", Alphabet.URL64, 24),
          atLeast(Kind.OPENAI_KEY, "sk-", Alphabet.WORD, 40),
          exact(Kind.TWILIO_KEY, "SK", Alphabet.HEX, 32).low(),
          exact(Kind.MAILGUN_KEY, "key-", Alphabet.HEX, 32),
          checked(Kind.NPM_TOKEN, "npm_"),
          atLeast(Kind.PYPI_TOKEN, "pypi-", Alphabet.URL64, 50),
          exact(Kind.RUBYGEMS_KEY, "rubygems_", Alphabet.HEX, 48),
          atLeast(Kind.DOCKER_TOKEN, "dckr_pat_", Alphabet.URL64, 20),
          atLeast(Kind.DOCKER_TOKEN, "dckr_oat_", Alphabet.URL64, 20),
          exact(Kind.DIGITALOCEAN_TOKEN, "dop_v1_", Alphabet.HEX, 64),
          exact(Kind.DIGITALOCEAN_TOKEN, "doo_v1_", Alphabet.HEX, 64),
          exact(Kind.DIGITALOCEAN_TOKEN, "dor_v1_", Alphabet.HEX, 64),
          exact(Kind.GOOGLE_KEY, "AIza", Alphabet.URL64, 35),
          exact(Kind.GOOGLE_TOKEN, "GOCSPX-", Alphabet.URL64, 28),
          atLeast(Kind.GOOGLE_TOKEN, "ya29.", Alphabet.URL64, 30),
          exact(Kind.SHOPIFY_TOKEN, "shpat_", Alphabet.HEX, 32),
          exact(Kind.SHOPIFY_TOKEN, "shpca_", Alphabet.HEX, 32),
          exact(Kind.SHOPIFY_TOKEN, "shppa_", Alphabet.HEX, 32),
          exact(Kind.SHOPIFY_TOKEN, "shpss_", Alphabet.HEX, 32),
          exact(Kind.SQUARE_TOKEN, "sq0atp-", Alphabet.URL64, 22),
          exact(Kind.SQUARE_TOKEN, "sq0csp-", Alphabet.URL64, 43),
          exact(Kind.SQUARE_TOKEN, "EAAA", Alphabet.URL64, 60),
          atLeast(Kind.HEROKU_KEY, "HRKU-", Alphabet.URL64, 36),
          exact(Kind.DATABRICKS_TOKEN, "dapi", Alphabet.HEX, 32),
          atLeast(Kind.VAULT_TOKEN, "hvs.", Alphabet.URL64, 24),
          atLeast(Kind.VAULT_TOKEN, "hvb.", Alphabet.URL64, 24),
          atLeast(Kind.VAULT_TOKEN, "hvr.", Alphabet.URL64, 24),
          exact(Kind.NEW_RELIC_KEY, "NRAK-", Alphabet.UPPER, 27),
          exact(Kind.GRAFANA_TOKEN, "glsa_", Alphabet.NAME, 41),
          atLeast(Kind.GRAFANA_TOKEN, "glc_", Alphabet.PADDED, 40),
          exact(Kind.HUGGING_FACE_TOKEN, "hf_", Alphabet.WORD, 34),
          exact(Kind.AGE_KEY, "AGE-SECRET-KEY-1", Alphabet.UPPER, 58));

  private static final Format[][] BY_FIRST = byFirst();

  private Formats() {}

  private static Format[][] byFirst() {
    var table = new Format[128][0];
    for (int c = 0; c < table.length; c++) {
      char first = (char) c;
      table[c] = ALL.stream().filter(f -> f.prefix().charAt(0) == first).toArray(Format[]::new);
    }
    return table;
  }

  static void find(CharSequence text, List<Hit> into) {
    int length = text.length();
    boolean inWord = false;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (!inWord && c < 128 && BY_FIRST[c].length > 0) {
        Optional<Hit> hit = at(text, i, BY_FIRST[c]);
        if (hit.isPresent()) {
          into.add(hit.get());
          i = hit.get().end() - 1;
          c = text.charAt(i);
        }
      }
      inWord = Alphabet.WORD.has(c);
    }
  }

  private static Optional<Hit> at(CharSequence text, int at, Format[] formats) {
    for (Format format : formats) {
      Optional<Hit> hit = format.at(text, at);
      if (hit.isPresent()) {
        return hit;
      }
    }
    return Optional.empty();
  }

  static boolean startsWith(CharSequence text, int at, String prefix) {
    if (at < 0 || at + prefix.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (text.charAt(at + i) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean contains(CharSequence text, String word) {
    for (int i = 0; i + word.length() <= text.length(); i++) {
      if (startsWith(text, i, word)) {
        return true;
      }
    }
    return false;
  }
}
