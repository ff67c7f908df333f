package dev.postern.value;

/// What an answer rests on: a place and the fact that was decided there.
///
/// @param origin where it stands and where it comes from
/// @param fact what is so, in a few words beside the underlined code; empty where the code says it
public record Evidence(Origin origin, String fact) {

  public Evidence saying(String fact) {
    return new Evidence(origin, fact);
  }
}
