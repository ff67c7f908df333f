package dev.postern.view.secrets;

import dev.postern.model.Strings.Leaf;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.secrets.Secrets;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import java.util.Optional;

/// Tells strings that become a secret when they are deployed, although none is written in them.
public final class SecretByReference {
  private SecretByReference() {}

  /// What the secret is taken from, in the user's words.
  public static Optional<String> of(Leaf leaf) {
    return leaf.text().parts().stream()
        .flatMap(part -> of(part).stream())
        .findFirst()
        .or(() ->
            leaf.sensitivity() == Sensitivity.SECRET
                ? Optional.of("a value that is declared secret")
                : Optional.empty());
  }

  private static Optional<String> of(Part part) {
    return switch (part) {
      case Part.Literal(var text, _) ->
          text.contains("{{resolve:secretsmanager:") || text.contains("{{resolve:ssm-secure:")
              ? Optional.of("a dynamic reference, which is resolved when it is deployed")
              : Optional.empty();
      case Part.Hole(var reason, _, var sensitivity, _) -> of(reason, sensitivity);
      case Part.Reference(var target, var attribute, _, _) ->
          isSecret(target, attribute)
              ? Optional.of(Places.quoted(target + "." + attribute))
              : Optional.empty();
      case Part.Json _ -> Optional.empty();
    };
  }

  private static Optional<String> of(Reason reason, Sensitivity sensitivity) {
    return sensitivity == Sensitivity.SECRET || Secrets.isNameOfOne(reason.what())
        ? Optional.of("`" + reason.what() + "`")
        : Optional.empty();
  }

  private static boolean isSecret(String target, String attribute) {
    return target.contains("random_password.") || Secrets.isNameOfOne(attribute);
  }

  /// Whether a text is read from the plain Parameter Store when it is deployed.
  public static boolean isPlainParameter(Text text) {
    return text.prefix().startsWith("{{resolve:ssm:");
  }
}
