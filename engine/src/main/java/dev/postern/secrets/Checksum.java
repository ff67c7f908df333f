package dev.postern.secrets;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// The checksum at the end of GitHub and npm tokens: the CRC-32 of the random part, in base 62 with
/// digits, capitals and small letters in this order, in six characters.
///
/// [GitHub](https://github.blog/engineering/behind-githubs-new-authentication-token-formats/) and
/// [npm](https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/) describe it.
final class Checksum {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  static final int LENGTH = 6;

  private Checksum() {}

  /// Whether the last six characters of `body` are the checksum of those before.
  static boolean holds(String body) {
    int cut = body.length() - LENGTH;
    return cut > 0 && of(body.substring(0, cut)).equals(body.substring(cut));
  }

  /// The six characters that belong after `random`.
  static String of(String random) {
    var crc = new CRC32();
    crc.update(random.getBytes(StandardCharsets.US_ASCII));
    var digits = new char[LENGTH];
    long left = crc.getValue();
    for (int i = LENGTH - 1; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (left % 62));
      left /= 62;
    }
    return new String(digits);
  }
}
