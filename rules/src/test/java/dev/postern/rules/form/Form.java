package dev.postern.rules.form;

import java.util.Map;

/// A way to write a configuration differently without a change of its meaning.
///
/// @param name in kebab case
/// @param when what a configuration must have for this to apply
public record Form(String name, String when, Rewriting rewriting) {

  /// The files of the same configuration in this form by their paths; empty where this does not
  /// apply.
  public Map<String, String> of(String text) {
    return rewriting.of(text);
  }

  /// What a form does to a text.
  @FunctionalInterface
  public interface Rewriting {
    Map<String, String> of(String text);
  }
}
