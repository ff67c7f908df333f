package dev.postern.model;

import java.util.List;
import java.util.Optional;

/// What is deployed together and has its own names: a template, a Terraform root folder, a policy
/// file.
///
/// @param name how users name it: the path of the file or folder, `/` separated
/// @param kind what it is
/// @param files the paths that it was read from, in order
/// @param account the account that it is deployed to, where that is known
/// @param constructs what its resources were made of
public record Unit(
    String name, Kind kind, List<String> files, Optional<String> account, Constructs constructs) {

  public Unit {
    files = List.copyOf(files);
  }

  /// A unit that may be deployed to any account.
  public Unit(String name, Kind kind, List<String> files) {
    this(name, kind, files, Optional.empty(), Constructs.NONE);
  }

  /// What a unit can be.
  public enum Kind {
    CLOUDFORMATION,
    TERRAFORM,
    POLICY
  }

  // INVARIANT: no two units of a review have the same name and kind
  @Override
  public boolean equals(Object that) {
    return that instanceof Unit unit && name.equals(unit.name) && kind == unit.kind;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
