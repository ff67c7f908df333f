package dev.postern.finding;

import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.List;
import java.util.function.Function;

/// Masks secrets in the source that reports show.
///
/// @param in the secrets of a file, in order and apart from each other; asked again for every
///   stretch that is shown
public record Secrets(Function<SourceFile, List<Span>> in) {

  /// The text of `part` with every character of a secret replaced by `•`, so that columns stay.
  public String masked(Span part) {
    List<Span> secrets = in.apply(part.file());
    int first = firstAfter(secrets, part.start());
    if (first == secrets.size() || secrets.get(first).start() >= part.end()) {
      return part.text();
    }
    var masked = new StringBuilder(part.text());
    for (int i = first; i < secrets.size() && secrets.get(i).start() < part.end(); i++) {
      Span secret = secrets.get(i);
      for (int at = Math.max(secret.start(), part.start());
          at < Math.min(secret.end(), part.end());
          at++) {
        masked.setCharAt(at - part.start(), '•');
      }
    }
    return masked.toString();
  }

  /// The index of the first one that ends behind `offset`.
  private static int firstAfter(List<Span> spans, int offset) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
