package dev.postern.finding;

import dev.postern.rule.Severity;
import dev.postern.rule.Witness;
import dev.postern.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A defect, or a question that could not be decided.
///
/// @param rule the rule's name
/// @param status violated, undecided or suppressed
/// @param title the claim, at most 72 characters
/// @param location the place of the finding
/// @param frames the places that explain it, the location first, then one per hop of the value
/// @param when the worlds in which it holds, in words; empty when in all
/// @param instances how many resources have this defect at this place
/// @param resources the first 20 of them
/// @param why what raised or lowered the severity
/// @param decide what to run or give so that an undecided question gets its answer
/// @param fix what to do, and what that costs
/// @param serves ids of the review process
/// @param aliases what other tools call the topic
/// @param fingerprint stays the same when lines move
public record Finding(
    String rule,
    Severity severity,
    Status status,
    String title,
    Span location,
    List<Frame> frames,
    Optional<String> when,
    int instances,
    List<Subject> resources,
    Optional<Witness> witness,
    Optional<String> why,
    List<String> decide,
    FixText fix,
    List<String> serves,
    Map<String, List<String>> aliases,
    String fingerprint,
    Optional<Suppression> suppression) {

  public Finding {
    frames = List.copyOf(frames);
    resources = List.copyOf(resources);
    decide = List.copyOf(decide);
    serves = List.copyOf(serves);
  }

  /// The first resource that has it.
  public Subject subject() {
    return resources.getFirst();
  }
}
