package dev.postern.readers.hcl;

import dev.postern.text.Problem;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The problems of one file, at most [#LIMIT] of them.
final class Problems {
  static final int LIMIT = 100;

  private final List<Problem> found = new ArrayList<>();

  void add(String message, Span at) {
    if (found.size() < LIMIT) {
      found.add(Problem.error(message, at));
    } else if (found.size() == LIMIT) {
      found.add(Problem.error("more than " + LIMIT + " problems in this file", at));
    }
  }

  int count() {
    return found.size();
  }

  List<Problem> sorted() {
    return found.stream().sorted(Comparator.comparingInt(p -> p.at().start())).toList();
  }
}
