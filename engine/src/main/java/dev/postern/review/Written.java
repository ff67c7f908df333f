package dev.postern.review;

import dev.postern.text.Problem;
import java.util.ArrayList;
import java.util.List;

/// Acceptances found in the reviewed files, and what is wrong with those that cannot be read.
///
/// @param ours written for this program
/// @param foreign written for other tools
record Written(List<Acceptance> ours, List<Acceptance> foreign, List<Problem> problems) {

  static Written nothing() {
    return new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  void add(Acceptance found) {
    (found.isOurs() ? ours : foreign).add(found);
  }
}
