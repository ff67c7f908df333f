package dev.postern.secrets;

/// How sure a detection is, from the least.
public enum Confidence {
  /// An identifier, a documented example, a test key, or a plain word under a secret's name.
  LOW,
  /// The right shape with a wrong checksum, or a weak literal under a secret's name.
  MEDIUM,
  /// A checksum, an unmistakable format, or a strong literal under a secret's name.
  HIGH
}
