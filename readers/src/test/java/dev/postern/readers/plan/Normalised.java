package dev.postern.readers.plan;

import dev.postern.readers.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What the provider writes into the plan in another form than the source has.
final class Normalised {
  private static final Map<String, UnaryOperator<String>> FORMS =
      Map.of(
          "aws_instance.user_data", Normalised::sha1,
          "aws_launch_configuration.user_data", Normalised::sha1,
          "aws_db_instance.maintenance_window", text -> text.toLowerCase(Locale.ROOT),
          "aws_security_group_rule.protocol", Normalised::protocol);

  private Normalised() {}

  static boolean isSame(String place, String ours, Optional<Tree.Scalar> planned) {
    UnaryOperator<String> form = FORMS.get(place);
    return form != null
        && planned.isPresent()
        && form.apply(ours).equals(planned.get().text().toLowerCase(Locale.ROOT));
  }

  /// Numbers of protocols that EC2 knows by name.
  private static String protocol(String text) {
    return switch (text) {
      case "1" -> "icmp";
      case "6" -> "tcp";
      case "17" -> "udp";
      case "58" -> "icmpv6";
      default -> text;
    };
  }

  private static String sha1(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
