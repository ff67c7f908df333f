package dev.postern.secrets;

import java.util.List;
import java.util.Set;

/// What a name claims, read as English compounds are: the last word says what the thing is, so
/// `db_password` is a password, `password_policy` a policy and `token_url` a URL. Words that say
/// nothing of their own at the end are passed over (`PasswordValue`, `API_KEY_PROD`). A verb makes
/// it a setting (`expire_passwords`, `manage_master_user_password`).
final class KeyNames {
  private static final Set<String> NEUTRAL =
      Words.set(
          """
          value string plain plaintext text raw base encoded prod production dev development
          staging stage test live default old new current previous primary secondary literal env
          wo
          """);
  private static final Set<String> CONTENT =
      Set.of("value", "string", "plaintext", "text", "literal");
  private static final Set<String> ABOUT =
      Words.set(
          """
          arn arns name names id ids identifier path paths file files filename dir directory
          length url urls uri uris link endpoint policy policies type types enabled disabled
          enable required expiry expires expiration ttl age days hours minutes seconds count
          version versions prefix suffix regex pattern format algorithm rotation rotate manager
          store ref reference param parameter parameters location bucket table role roles user
          username provider providers issuer audience scope scopes header headers field fields
          column template description label title message hint prompt usage lambda function
          handler index size limit max min fingerprint thumbprint alias source service host port
          server domain region account group class mode method model settings validity units
          unit lifetime timeout duration reset recovery window characters reuse requirements set
          exists generator output outputs status state topic queue action actions effect
          resource resources schedule interval selector authorizer
          """);
  private static final Set<String> PASSWORDS =
      Words.set(
          """
          password passwords passwd pwd passphrase passcode pass pw psk
          """);
  private static final List<String> PASSWORD_ENDS =
      List.of("password", "passwd", "passphrase", "pwd", "dbpass");
  private static final Set<String> ASKING =
      Words.set(
          """
          allow allows enforce enforces expire expires has manage manages permit permits require
          requires
          """);
  private static final int OBJECT = 3;
  private static final Set<String> COMPOUNDS =
      Words.set(
          """
          api client app jwt session cookie webhook shared consumer signing hmac oauth auth
          access
          """);
  private static final Set<String> KEYS =
      Words.set(
          """
          api apikey secret private signing auth shared account access hmac jwt aes stripe
          openai anthropic sendgrid mailgun datadog github gitlab twilio slack
          """);
  private static final Set<String> MAYBE_KEYS =
      Words.set(
          """
          app application admin service session license subscription deploy write master
          encryption encrypt crypto cipher storage integration ingestion webhook relic dd
          """);
  private static final Set<String> PASSING_TOKENS =
      Words.set(
          """
          next continuation request idempotency creation page pagination task max stop eos pad
          bos sort version lock
          """);
  private static final Set<String> LOOSE =
      Set.of("auth", "credential", "credentials", "pat", "tokens");

  private KeyNames() {}

  static Claim of(CharSequence name) {
    List<String> words = Words.of(name);
    int last = words.size() - 1;
    boolean content = false;
    while (last > 0 && NEUTRAL.contains(words.get(last))) {
      content |= CONTENT.contains(words.get(last));
      last--;
    }
    if (last < 0 || ABOUT.contains(words.get(last)) || isAsked(words, last)) {
      return Claim.NONE;
    }
    Claim head = head(words, last);
    if (head == Claim.STORED && content) {
      return Claim.TOKEN;
    }
    return head == Claim.NONE && mentions(words, last) ? Claim.HINT : head;
  }

  private static boolean isAsked(List<String> words, int last) {
    return words.subList(Math.max(0, last - OBJECT), last).stream().anyMatch(ASKING::contains);
  }

  /// What the word at `last` is, with the word before it.
  private static Claim head(List<String> words, int last) {
    String word = words.get(last);
    String before = last > 0 ? words.get(last - 1) : "";
    if (PASSWORDS.contains(word) || endsIn(word, PASSWORD_ENDS)) {
      return Claim.PASSWORD;
    }
    return switch (word) {
      case "authorization" -> Claim.AUTHORIZATION;
      case "key", "keys" -> key(words, before);
      case "token", "bearer", "jwt" -> token(before);
      case "secret" -> COMPOUNDS.contains(before) ? Claim.TOKEN : Claim.STORED;
      case "apikey", "authkey", "privatekey", "apitoken", "apisecret" -> Claim.TOKEN;
      case "secretkey", "secretaccesskey" -> Claim.AWS_SECRET;
      case "secrets" -> Claim.STORED;
      default -> glued(word);
    };
  }

  private static Claim key(List<String> words, String before) {
    if (words.contains("public") || words.contains("kms")) {
      return Claim.NONE;
    }
    if (words.contains("secret") && (before.equals("secret") || before.equals("access"))) {
      return Claim.AWS_SECRET;
    }
    if (KEYS.contains(before)) {
      return Claim.TOKEN;
    }
    return MAYBE_KEYS.contains(before) ? Claim.HINT : Claim.NONE;
  }

  private static Claim token(String before) {
    return PASSING_TOKENS.contains(before) ? Claim.NONE : Claim.TOKEN;
  }

  private static Claim glued(String word) {
    if (LOOSE.contains(word)) {
      return Claim.HINT;
    }
    boolean glued = word.endsWith("apikey") || word.endsWith("accesskey") || word.endsWith("token");
    return glued || (word.endsWith("secret") && word.length() > 6) ? Claim.TOKEN : Claim.NONE;
  }

  private static boolean mentions(List<String> words, int last) {
    for (int i = 0; i < last; i++) {
      Claim claim = head(words, i);
      boolean sure = claim == Claim.PASSWORD && !words.get(i).equals("pass");
      if (sure || claim == Claim.TOKEN || claim == Claim.AWS_SECRET || claim == Claim.STORED) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsIn(String word, List<String> ends) {
    return ends.stream().anyMatch(word::endsWith);
  }
}
