package dev.postern.finding;

/// What to do about a finding.
///
/// @param title one sentence that begins with a verb
/// @param price what it costs or may break; empty when it is safe
public record FixText(String title, String price) {

  public boolean safe() {
    return price.isEmpty();
  }
}
