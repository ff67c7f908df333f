package dev.postern.policy.document;

import dev.postern.value.Origin;

/// Something in a policy that AWS rejects or that means nothing.
///
/// @param message one sentence in the house style
public record Malformed(String message, Origin origin) {}
