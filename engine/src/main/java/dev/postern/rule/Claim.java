package dev.postern.rule;

import dev.postern.value.Evidence;
import dev.postern.value.Verdict;
import java.util.Optional;

/// One thing that a rule says about a resource. It is placed at the first piece of the verdict's
/// evidence.
///
/// @param verdict whether the defect is there
/// @param title the claim, where it differs from the rule's title
/// @param severity how bad it is here, where that differs from the rule's severity
/// @param why what raises or lowers the severity, shown to the user; where it says what protects
///   the resource, this is evidence that the defect is harmless
/// @param witness a request or packet that proves it
public record Claim(
    Verdict verdict,
    Optional<String> title,
    Optional<Severity> severity,
    Optional<Evidence> why,
    Optional<Witness> witness) {

  public static Claim of(Verdict verdict) {
    return new Claim(
        verdict, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Claim titled(String title) {
    return new Claim(verdict, Optional.of(title), severity, why, witness);
  }

  /// The same claim at another severity, because of `why`.
  public Claim at(Severity severity, Evidence why) {
    return new Claim(verdict, title, Optional.of(severity), Optional.of(why), witness);
  }

  public Claim witnessed(Witness witness) {
    return new Claim(verdict, title, severity, why, Optional.of(witness));
  }
}
