package dev.postern.readers.cloudformation;

import dev.postern.model.Node;
import dev.postern.model.Text;
import dev.postern.value.Sensitivity;
import dev.postern.value.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether something that nothing reads could matter to a review of security: its name speaks of
/// it, or it carries a policy, a principal, addresses or a secret.
final class Weight {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)access|acl|audit|auth|backup|block|cert|cidr|cipher|credential|deletion|egress|"
              + "encrypt|expos|firewall|iam|ingress|kms|log|mfa|monitor|network|owner|password|"
              + "permission|polic|principal|privileg|protect|public|restrict|retention|role|rotat|"
              + "secret|secur|shar|sse|ssl|subnet|tls|token|trust|user|version|vpc|waf");
  private static final Pattern KEYS =
      Pattern.compile("Statement|Principal|Effect|Action|NotAction");
  private static final Pattern ADDRESSES =
      Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}/[0-9]{1,2}|::[0-9A-Fa-f:]*/[0-9]{1,3}");

  private Weight() {}

  /// @param path its name, and the names that it lies in
  /// @param meant the name that was probably meant
  static boolean couldMatter(String path, Optional<String> meant, Value<Node> value) {
    return WORDS.matcher(path).find()
        || meant.filter(word -> WORDS.matcher(word).find()).isPresent()
        || carries(value);
  }

  private static boolean carries(Value<Node> value) {
    return value.cases().stream()
        .anyMatch(c ->
            c.value().sensitivity() == Sensitivity.SECRET
                || (c.value() instanceof Value.Known<Node>(var node, _, _) && carries(node)));
  }

  private static boolean carries(Node node) {
    return switch (node) {
      case Text text ->
          text.parts().stream().anyMatch(Weight::isSecret)
              || text.literal().filter(s -> ADDRESSES.matcher(s).find()).isPresent();
      case Node.Items(var elements, _) -> elements.stream().anyMatch(Weight::carries);
      case Node.Fields(var entries, _) ->
          entries.entrySet().stream()
              .anyMatch(e ->
                  KEYS.matcher(e.getKey()).matches()
                      || WORDS.matcher(e.getKey()).find()
                      || carries(e.getValue()));
      case Node.Num _, Node.Bool _ -> false;
    };
  }

  private static boolean isSecret(Text.Part part) {
    return part instanceof Text.Part.Hole(_, _, var sensitivity, _)
        && sensitivity == Sensitivity.SECRET;
  }
}
