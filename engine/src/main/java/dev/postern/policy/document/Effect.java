package dev.postern.policy.document;

/// What a statement does to the requests that it takes in.
public enum Effect {
  ALLOW,
  DENY
}
