package dev.postern.iam;

import dev.postern.rule.Witness;
import dev.postern.value.Verdict;
import java.util.Optional;

/// A verdict about access, and a request that proves it where it is a yes in some world.
public record Answer(Verdict verdict, Optional<Witness.Request> witness) {}
