package dev.postern.readers.cloudformation.sam;

import dev.postern.model.Node;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Logical ids that SAM makes unique by ten digits of a SHA-1. They are the same here where what is
/// digested is a known text; elsewhere the digits are left out.
final class LogicalId {
  private LogicalId() {}

  /// `prefix` and, where the suffix has other signs than letters and digits, its digest.
  static String of(String prefix, String suffix) {
    boolean isPlain = !suffix.isEmpty() && suffix.chars().allMatch(Character::isLetterOrDigit);
    return prefix + (isPlain ? suffix : digest(suffix));
  }

  static String hashed(String prefix, Value<Node> data) {
    return prefix + plain(data).map(LogicalId::digest).orElse("");
  }

  static String hashed(String prefix, List<Value<Node>> data) {
    List<String> words = data.stream().flatMap(d -> plain(d).stream()).toList();
    return words.size() == data.size()
        ? prefix + digest("[\"" + String.join("\",\"", words) + "\"]")
        : prefix;
  }

  /// What is digested: the text as far as it is known, or the JSON of a reference to a parameter.
  private static Optional<String> plain(Value<Node> data) {
    return Props.word(data)
        .or(() ->
            data.origin() instanceof Origin.Through(_, var name, _)
                ? Optional.of("{\"Ref\":\"" + name + "\"}")
                : Optional.empty());
  }

  /// The text that is written at its place as it is, without a function.
  static Optional<String> written(Value<Node> value) {
    return value.origin() instanceof Origin.Written(var span)
        ? Props.word(value).filter(word -> span.text().replaceAll("^[\"']|[\"']$", "").equals(word))
        : Optional.empty();
  }

  static String digest(String text) {
    if (text.isEmpty()) {
      return "";
    }
    try {
      byte[] sum = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum).substring(0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
