package dev.postern.report;

import java.nio.charset.StandardCharsets;

/// Paths as the URI references of SARIF (RFC 3986): every byte that is not plainly part of a path
/// is percent-encoded, a colon too, because a relative reference must not look like it has a
/// scheme.
final class SarifUri {
  private SarifUri() {}

  /// `a b/ü.tf` is `a%20b/%C3%BC.tf`; an absolute path is a `file` URI.
  static String of(String path) {
    var uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain((char) b)) {
        uri.append((char) b);
      } else {
        uri.append("%%%02X".formatted(b));
      }
    }
    return uri.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "/-._~".indexOf(c) >= 0;
  }
}
