package dev.postern.iam;

import dev.postern.rule.Claim;
import dev.postern.rule.Witness;
import dev.postern.value.Verdict;
import java.util.Optional;

/// A verdict about access, and a request that proves it where it is a yes in some world.
public record Answer(Verdict verdict, Optional<Witness.Request> witness) {

  /// The claim that it is so, proved by the request.
  public Claim claim() {
    Claim claim = Claim.of(verdict);
    return witness.map(claim::witnessed).orElse(claim);
  }
}
