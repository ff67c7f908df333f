package dev.postern.review;

import dev.postern.finding.Finding;
import dev.postern.finding.FixText;
import dev.postern.finding.Frame;
import dev.postern.finding.Status;
import dev.postern.finding.Subject;
import dev.postern.finding.Suppression;
import dev.postern.model.Construct;
import dev.postern.model.Resource;
import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import dev.postern.rule.Severity;
import dev.postern.text.Span;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes findings of answers: one per rule, place of the defect and world, however many resources
/// share it.
final class Findings {
  /// By severity, file, line, column, rule.
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(f -> f.location().file().path())
          .thenComparingInt(f -> f.location().start())
          .thenComparing(Finding::rule)
          .thenComparing(f -> f.when().orElse(""))
          .thenComparing(Finding::fingerprint);

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int MOST_RESOURCES = 20;
  private static final int MOST_FRAMES = 8;

  private final RuleBook book;
  private final Map<String, Integer> repeated = new HashMap<>();
  private final Map<String, Map<String, List<String>>> aliases = new HashMap<>();

  Findings(RuleBook book) {
    this.book = book;
  }

  private record Identity(
      String rule,
      Status status,
      String title,
      Span place,
      String code,
      String when,
      Severity severity,
      Optional<Suppression> suppression) {
    /// What one line of a program makes alike many times is one defect.
    static Identity of(Answer answer) {
      Optional<Span> made = Made.place(answer.resource(), answer.source());
      return new Identity(
          answer.rule().name(),
          answer.status(),
          answer.title(),
          made.orElseGet(answer::source),
          made.isPresent() ? answer.source().text() : "",
          answer.when(),
          answer.severity(),
          answer.suppression());
    }
  }

  /// Without the answers that a more telling rule gives on the same evidence: about the same
  /// resource, or about one of another type, as a policy and the role that has it.
  static List<Answer> withoutSubsumed(List<Answer> answers) {
    var byPlace = new HashMap<Span, List<Answer>>();
    for (Answer answer : answers) {
      answer.places().forEach(p -> byPlace.computeIfAbsent(p, _ -> new ArrayList<>()).add(answer));
    }
    return answers.stream()
        .filter(answer ->
            answer.rule().unless().isEmpty()
                || answer.places().stream()
                    .flatMap(place -> byPlace.getOrDefault(place, List.of()).stream())
                    .noneMatch(that -> subsumes(that, answer)))
        .toList();
  }

  private static boolean subsumes(Answer that, Answer answer) {
    return answer.rule().unless().contains(that.rule().name())
        && that.when().equals(answer.when())
        && (that.status() == answer.status() || that.status() == Status.VIOLATED)
        && (that.resource().equals(answer.resource())
            || !that.resource().type().equals(answer.resource().type()));
  }

  List<Finding> of(List<Answer> answers) {
    var groups = new LinkedHashMap<Identity, List<Answer>>();
    for (Answer answer : answers) {
      groups.computeIfAbsent(Identity.of(answer), _ -> new ArrayList<>()).add(answer);
    }
    return groups.values().stream().map(this::finding).toList();
  }

  private Finding finding(List<Answer> group) {
    Answer first = group.getFirst();
    RuleInfo rule = first.rule();
    List<Subject> resources = group.stream().map(a -> subject(a.resource())).distinct().toList();
    Span written = first.evidence().getFirst().origin().place();
    Optional<Span> made = Made.place(first.resource(), first.source());
    return new Finding(
        rule.name(),
        first.severity(),
        first.status(),
        first.title(),
        made.orElse(written),
        frames(first, made),
        Optional.of(first.when()).filter(when -> !when.isEmpty()),
        resources.size(),
        resources.stream().limit(MOST_RESOURCES).toList(),
        first.claim().witness(),
        first.claim().why().map(Evidence::fact),
        first.status() == Status.UNDECIDED ? Decisions.of(first) : List.of(),
        new FixText(rule.fix(), rule.price()),
        rule.serves(),
        aliases.computeIfAbsent(rule.name(), book::aliases),
        fingerprint(first, written),
        first.suppression());
  }

  static Subject subject(Resource resource) {
    return new Subject(
        resource.unit().name(),
        resource.address(),
        resource.type(),
        resource.sourceType(),
        resource.construct().map(Construct::path));
  }

  /// @param made the place of the program that made the resource
  private static List<Frame> frames(Answer answer, Optional<Span> made) {
    var frames = new LinkedHashSet<Frame>();
    var shown = new LinkedHashSet<Span>();
    made.ifPresent(place -> frames.add(new Frame(place, "", "")));
    for (Evidence evidence : answer.evidence()) {
      String caption = frames.isEmpty() ? "" : shown.isEmpty() ? "synthesized as" : "and";
      String fact = evidence.fact();
      Optional<Origin> hop = Optional.of(evidence.origin());
      while (hop.isPresent() && frames.size() < MOST_FRAMES) {
        if (shown.add(hop.get().place())) {
          frames.add(new Frame(hop.get().place(), caption, fact));
        }
        caption = hop.get() instanceof Origin.Through(_, var name, _) ? "the value of " + name : "";
        fact = "";
        hop = hop.get().next();
      }
    }
    answer
        .claim()
        .why()
        .filter(why -> shown.add(why.origin().place()))
        .ifPresent(why -> frames.add(new Frame(why.origin().place(), "and", why.fact())));
    return List.copyOf(frames);
  }

  private String fingerprint(Answer answer, Span location) {
    String seed =
        String.join(
            "\n",
            answer.rule().name(),
            location.file().path(),
            answer.resource().address(),
            answer.title(),
            BLANKS.matcher(location.text().strip()).replaceAll(" "),
            answer.when());
    int count = repeated.merge(seed, 1, Integer::sum);
    return Digest.hex(seed + "\n" + count, 16);
  }
}
