package dev.postern.model;

/// What a rule looks at: a resource, or a record of the nouns that one resource type has.
public interface View {
  Resource resource();
}
