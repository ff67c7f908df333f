package dev.postern.model;

import java.util.List;

/// What is deployed together and has its own names: a template, a Terraform root folder, a policy
/// file.
///
/// @param name how users name it: the path of the file or folder, `/` separated
/// @param kind what it is
/// @param files the paths that it was read from, in order
public record Unit(String name, Kind kind, List<String> files) {

  public Unit {
    files = List.copyOf(files);
  }

  /// What a unit can be.
  public enum Kind {
    CLOUDFORMATION,
    TERRAFORM,
    POLICY
  }
}
