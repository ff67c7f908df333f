package dev.postern.iam;

/// On how many resources an action is granted.
public enum Scope {
  /// On every resource of a kind that it works on, save for resources that are excluded by name.
  EVERY,
  /// On resources of which no part of the name is given: `role/*`, but not `role/app-*`.
  OPEN,
  /// On resources that are not listed one by one: there is a wildcard in the pattern.
  MANY,
  /// On one resource at least.
  SOME
}
