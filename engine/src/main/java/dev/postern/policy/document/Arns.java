package dev.postern.policy.document;

import dev.postern.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks into half-known ARNs.
public final class Arns {
  private Arns() {}

  /// The known characters alone.
  public static String known(Text text) {
    var all = new StringBuilder();
    for (Text.Part part : text.flat()) {
      if (part instanceof Text.Part.Literal(var known, _)) {
        all.append(known);
      }
    }
    return all.toString();
  }

  /// Segment `at` (from 0) of an ARN; empty where the text is not surely one.
  public static Optional<Text> segment(Text text, int at) {
    if (!text.prefix().startsWith("arn:")) {
      return Optional.empty();
    }
    var segments = new ArrayList<List<Text.Part>>();
    segments.add(new ArrayList<>());
    for (Text.Part part : text.flat()) {
      if (!(part instanceof Text.Part.Literal(var known, var origin))) {
        segments.getLast().add(part);
        continue;
      }
      String[] pieces = known.split(":", -1);
      for (int i = 0; i < pieces.length; i++) {
        if (i > 0) {
          segments.add(new ArrayList<>());
        }
        segments.getLast().add(new Text.Part.Literal(pieces[i], origin));
      }
    }
    return at < segments.size() ? Optional.of(Text.of(segments.get(at))) : Optional.empty();
  }
}
