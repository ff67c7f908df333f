package dev.postern.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One secret in a text, without the secret.
///
/// The fingerprint tells whether two places hold the same secret; it is computed from the value
/// alone, so that a password has the same one in a variable and in a connection string. A value
/// with a random part of at least 16 characters gets 12 hexadecimal digits of SHA-256: nobody can
/// search for it. A value that people may have chosen gets 4: any list of guesses leaves one
/// candidate in 65,536, about 150 of ten million, so a report neither gives a password away nor
/// confirms one; equal short fingerprints are a hint and no proof. A slow or salted hash would help
/// less: the salt would have to be public to compare reports, and a dictionary is quickly tried.
///
/// @param kind what sort of secret it is
/// @param start offset of its first character in the text, in UTF-16 code units
/// @param end offset after its last character; only the secret part, such as the password of a URL
/// @param confidence how sure it is
/// @param fingerprint 12 hexadecimal digits for a random value, 4 for one that can be guessed
/// @param mask what may be shown instead: a prefix that the provider publishes and `…`, or just `…`
public record Detection(
    Kind kind, int start, int end, Confidence confidence, String fingerprint, String mask) {

  static Detection of(CharSequence text, Hit hit) {
    String value = text.subSequence(hit.start(), hit.end()).toString();
    int digits = hit.random() ? 12 : 4;
    return new Detection(
        hit.kind(),
        hit.start(),
        hit.end(),
        hit.confidence(),
        digest(value).substring(0, digits),
        hit.prefix() + "…");
  }

  private static String digest(String value) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update("postern secret\0".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return kind.title() + " at " + start + ".." + end + " (" + confidence + ", " + mask + ")";
  }
}
