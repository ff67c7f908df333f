package dev.postern.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds secrets in text.
///
/// Three kinds of evidence, the surest first: the format of a provider's token, with its checksum
/// where it has one; the place in a URL, a connection string, a command or an assignment; and the
/// name of a value together with how the value looks. Randomness alone is never evidence: commit
/// hashes, generated names and digests are random too.
///
/// The cost is linear in the text: a few passes, each with bounded looks to both sides.
public final class Secrets {

  private Secrets() {}

  /// The secrets in the value of a property or environment variable.
  ///
  /// @param key the name of the property or variable, as written; empty when it has none
  /// @param value the whole value
  /// @return in the order of their places, which do not overlap
  public static List<Detection> detect(String key, String value) {
    return in(key, value).stream().map(hit -> Detection.of(value, hit)).toList();
  }

  /// The secrets in a script, a file or source lines. Give the whole text where it is at hand: the
  /// lines of a private key are only known by the first.
  ///
  /// @return in the order of their places, which do not overlap
  public static List<Detection> scan(String text) {
    return detect("", text);
  }

  /// Whether a value of this name is a secret: `DbPassword`, `api_key`, but not `PasswordPolicy`.
  public static boolean isNameOfOne(String name) {
    return switch (KeyNames.of(name)) {
      case PASSWORD, TOKEN, AWS_SECRET, AUTHORIZATION -> true;
      case NONE, HINT, STORED -> false;
    };
  }

  static List<Hit> in(String key, CharSequence text) {
    List<Hit> hits = new ArrayList<>();
    Formats.find(text, hits);
    PartedTokens.find(text, hits);
    PrivateKeys.find(text, hits);
    AwsKeys.find(text, hits);
    Connections.find(text, hits);
    if (!key.isEmpty()) {
      NamedValues.judge(KeyNames.of(key), text, 0, text.length()).ifPresent(hits::add);
    }
    Assignments.find(text, hits);
    ShortFlags.find(text, hits);
    return settle(hits);
  }

  /// Where two overlap, the one with the surer kind of evidence, which comes first, stays.
  private static List<Hit> settle(List<Hit> hits) {
    var kept = new TreeMap<Integer, Hit>();
    for (Hit hit : hits) {
      Map.Entry<Integer, Hit> before = kept.lowerEntry(hit.end());
      if (before == null || !before.getValue().overlaps(hit)) {
        kept.put(hit.start(), hit);
      }
    }
    return List.copyOf(kept.values());
  }
}
