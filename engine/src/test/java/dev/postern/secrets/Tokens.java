package dev.postern.secrets;

import java.util.Random;

/// Made-up tokens of the right form, put together at run time so that this repository holds none.
final class Tokens {
  static final String BASE62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  static final String HEX = "0123456789abcdef";
  static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Tokens() {}

  /// `length` characters of `alphabet`, always the same ones for a seed.
  static String random(String alphabet, int length, long seed) {
    var random = new Random(seed);
    var made = new StringBuilder();
    for (int i = 0; i < length; i++) {
      made.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return made.toString();
  }

  static String base62(int length) {
    return random(BASE62, length, 62);
  }

  static String hex(int length) {
    return random(HEX, length, 16);
  }

  /// With a valid checksum.
  static String github(String letter) {
    String body = base62(30);
    return "gh" + letter + "_" + body + Checksum.of(body);
  }

  static String accessKeyId() {
    return "AK" + "IA" + random(UPPER, 16, 7);
  }

  static String secretKey() {
    return random(BASE62 + "+/", 40, 8);
  }

  static String exampleId() {
    return "AK" + "IAIOSFODNN7" + "EXAMPLE";
  }

  static String exampleSecret() {
    return "wJalrXUtnFEMI" + "/K7MDENG/bPxRfiCY" + "EXAMPLEKEY";
  }

  static String pem(String label) {
    String line = random(BASE62 + "+/", 64, 9);
    return "-----BEGIN "
        + label
        + "-----\n"
        + line
        + "\n"
        + line
        + "\n-----END "
        + label
        + "-----\n";
  }
}
