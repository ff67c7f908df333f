package dev.postern.readers.terraform;

import static dev.postern.readers.terraform.Parameter.NUMBER;
import static dev.postern.readers.terraform.Parameter.STRING;

import dev.postern.model.Node;
import dev.postern.value.Reason;
import dev.postern.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Hash functions (Terraform language, "Hash and Crypto Functions"), and those that give something
/// new each time.
final class HashFunctions {
  private HashFunctions() {}

  static void add(Map<String, Function> to) {
    to.put("md5", Function.of(a -> a.string(hex("MD5", bytes(a.string(0)))), STRING));
    to.put("sha1", Function.of(a -> a.string(hex("SHA-1", bytes(a.string(0)))), STRING));
    to.put("sha256", Function.of(a -> a.string(hex("SHA-256", bytes(a.string(0)))), STRING));
    to.put("sha512", Function.of(a -> a.string(hex("SHA-512", bytes(a.string(0)))), STRING));
    to.put(
        "base64sha256", Function.of(a -> a.string(base64("SHA-256", bytes(a.string(0)))), STRING));
    to.put(
        "base64sha512", Function.of(a -> a.string(base64("SHA-512", bytes(a.string(0)))), STRING));
    to.put("uuidv5", Function.of(HashFunctions::uuid5, STRING, STRING));
    for (String name : new String[] {"uuid", "timestamp", "plantimestamp"}) {
      to.put(name, new Function(List.of(), 0, false, HashFunctions::atApply));
    }
    to.put("bcrypt", Function.optional(HashFunctions::atApply, STRING, NUMBER));
  }

  private static Value<Node> atApply(Arguments a) {
    var why = new Reason(Reason.Kind.APPLY, a.call().name() + "() at " + a.call().span());
    return a.typing().as(Type.Simple.STRING, Value.unknown(why, a.here()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String hex(String algorithm, byte[] bytes) {
    return HexFormat.of().formatHex(digest(algorithm, bytes));
  }

  static String base64(String algorithm, byte[] bytes) {
    return Base64.getEncoder().encodeToString(digest(algorithm, bytes));
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// RFC 9562 section 5.5 and its name spaces.
  private static Value<Node> uuid5(Arguments a) {
    String last =
        switch (a.string(0)) {
          case "dns" -> "0";
          case "url" -> "1";
          case "oid" -> "2";
          case "x500" -> "4";
          default -> "";
        };
    UUID space;
    try {
      space =
          UUID.fromString(
              last.isEmpty() ? a.string(0) : "6ba7b81" + last + "-9dad-11d1-80b4-00c04fd430c8");
    } catch (IllegalArgumentException _) {
      return a.invalid();
    }
    byte[] name = a.string(1).getBytes(StandardCharsets.UTF_8);
    ByteBuffer input = ByteBuffer.allocate(16 + name.length);
    input.putLong(space.getMostSignificantBits()).putLong(space.getLeastSignificantBits());
    ByteBuffer hash = ByteBuffer.wrap(digest("SHA-1", input.put(name).array()));
    long high = (hash.getLong() & ~0xF000L) | 0x5000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return a.string(new UUID(high, low).toString());
  }
}
