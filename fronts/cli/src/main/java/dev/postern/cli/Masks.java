package dev.postern.cli;

import dev.postern.finding.Secrets;
import dev.postern.model.Cloud;
import dev.postern.secrets.Detection;
import dev.postern.view.secrets.FoundSecret;
import java.util.Map;
import java.util.TreeMap;

/// Says what of the source must not be shown.
final class Masks {
  private Masks() {}

  static Secrets of(Cloud cloud) {
    return new Secrets(FoundSecret.places(cloud), Masks::inLine);
  }

  private static Map<Integer, Integer> inLine(String line) {
    var found = new TreeMap<Integer, Integer>();
    for (Detection detection : dev.postern.secrets.Secrets.scan(line)) {
      found.merge(detection.start(), detection.end(), Math::max);
    }
    return found;
  }
}
