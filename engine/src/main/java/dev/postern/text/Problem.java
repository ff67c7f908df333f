package dev.postern.text;

/// Something that a reader could not take as it is written, told to the user with its place.
///
/// A message follows the house rules: lower case, no final period, the user's own words in
/// backticks, never a secret.
///
/// @param level how much it costs the review
/// @param message one sentence that stands alone
/// @param at where; the empty span at 0 of an empty file where a file could not be read at all
public record Problem(Level level, String message, Span at) {

  /// What a problem means for the review.
  public enum Level {
    /// Something was not read, so that the review cannot be complete.
    ERROR,
    /// Read, but the text looks wrong or part of it is ignored by AWS or Terraform.
    WARNING,
    /// A choice that the reader made and that the user may want to know of.
    INFO
  }

  /// How the message of a problem that is ours begins.
  private static final String OURS = "our bug: ";

  /// Something failed in the program itself, so that the review cannot be complete.
  ///
  /// @param what which part failed on what, without the text that was read
  public static Problem bug(String what, Span at) {
    return new Problem(Level.ERROR, OURS + what, at);
  }

  /// Whether the program failed rather than what the user wrote.
  public boolean isBug() {
    return message.startsWith(OURS);
  }

  public static Problem error(String message, Span at) {
    return new Problem(Level.ERROR, message, at);
  }

  public static Problem warning(String message, Span at) {
    return new Problem(Level.WARNING, message, at);
  }

  public static Problem info(String message, Span at) {
    return new Problem(Level.INFO, message, at);
  }
}
