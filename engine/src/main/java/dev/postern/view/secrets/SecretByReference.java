package dev.postern.view.secrets;

import dev.postern.model.Strings.Leaf;
import dev.postern.model.Text;
import dev.postern.model.Text.Part;
import dev.postern.secrets.Secrets;
import dev.postern.text.Span;
import dev.postern.value.Reason;
import dev.postern.value.Sensitivity;
import java.util.Optional;
import java.util.stream.Stream;

/// A string that becomes a secret when it is deployed, although none is written in it.
///
/// @param from what the secret is taken from, in the user's words
/// @param use where it is used, which in a long text is one place of many
public record SecretByReference(String from, Span use) {

  /// The first secret that the string takes.
  public static Optional<SecretByReference> of(Leaf leaf) {
    return amid(leaf)
        .or(() ->
            leaf.sensitivity() == Sensitivity.SECRET
                ? Optional.of(
                    new SecretByReference("a value that is declared secret", leaf.origin().place()))
                : Optional.empty());
  }

  /// The first secret that a part of the string takes.
  private static Optional<SecretByReference> amid(Leaf leaf) {
    Span whole = leaf.origin().place();
    return Stream.concat(leaf.text().parts().stream(), leaf.text().runs().stream())
        .flatMap(
            part -> of(part).map(from -> new SecretByReference(from, use(part, whole))).stream())
        .findFirst();
  }

  /// Whether all of a string that is sensitive is to be taken for the secret, and not only what one
  /// of its parts takes.
  public static boolean isAllSecret(Leaf leaf) {
    return Secrets.isNameOfOne(leaf.name()) || amid(leaf).isEmpty();
  }

  private static Span use(Part part, Span whole) {
    Span place = part.origin().place();
    return place.file().equals(whole.file())
            && whole.start() <= place.start()
            && place.end() <= whole.end()
        ? place
        : whole;
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
