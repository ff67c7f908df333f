package dev.postern.review;

import dev.postern.finding.ChecklistItem;
import dev.postern.finding.Coverage;
import dev.postern.finding.Evaluation;
import dev.postern.finding.Finding;
import dev.postern.finding.Outcome;
import dev.postern.finding.Report;
import dev.postern.finding.Status;
import dev.postern.model.Cloud;
import dev.postern.model.Resource;
import dev.postern.rule.Judgement;
import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.work.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Carries out a review.
///
/// The order: every rule answers about every resource of its types ([Answer]); what the user
/// accepted is suppressed ([Suppressions]); answers become findings, one per rule, place and world
/// ([Findings]); the checklist counts questions, not findings ([Checklist]); the outcome follows
/// from findings, checklist and problems.
public final class Reviewer {
  private final RuleBook book;
  private final Settings settings;
  private final List<Problem> problems = new ArrayList<>();

  public Reviewer(RuleBook book, Settings settings) {
    this.book = book;
    this.settings = settings;
  }

  /// Reviews what was read.
  ///
  /// @param found the problems that reading met
  public Report review(Cloud cloud, Coverage coverage, List<Problem> found) {
    problems.addAll(found);
    List<Question> questions =
        book.rules().stream()
            .filter(settings::asks)
            .flatMap(rule -> subjects(rule, cloud).map(r -> new Question(rule, r)))
            .toList();
    List<Reply> replies = Parallel.map(questions, question -> ask(question, cloud));
    replies.forEach(reply -> reply.bug().ifPresent(problems::add));
    List<Asked> asked = replies.stream().flatMap(reply -> reply.asked().stream()).toList();
    var suppressions = Suppressions.of(cloud, book, settings);
    List<Asked> judged = asked.stream().map(a -> a.with(suppressions)).toList();
    problems.addAll(suppressions.problems(names(settings::asks)));
    leftOut().ifPresent(problems::add);
    List<Answer> answers =
        judged.stream()
            .flatMap(a -> a.answers().stream())
            .filter(answer -> answer.status() != Status.SATISFIED)
            .toList();
    List<Finding> findings =
        new Findings(book)
            .of(Findings.withoutSubsumed(answers)).stream().sorted(Findings.ORDER).toList();
    List<Evaluation> evaluations = judged.stream().map(Asked::evaluation).toList();
    List<ChecklistItem> checklist = Checklist.of(book.rules(), evaluations);
    return new Report(
        settings.version(),
        outcome(findings, checklist, coverage),
        checklist,
        findings,
        evaluations,
        coverage,
        problems,
        settings.secrets());
  }

  private Set<String> names(Predicate<RuleInfo> which) {
    return book.rules().stream().filter(which).map(RuleInfo::name).collect(Collectors.toSet());
  }

  /// Says what of the checklist is not answered because rules were left out.
  private Optional<Problem> leftOut() {
    List<RuleInfo> left = book.rules().stream().filter(r -> !settings.asks(r)).toList();
    String items =
        left.stream()
            .flatMap(rule -> rule.serves().stream())
            .filter(id -> id.startsWith("C"))
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    String open = items.isEmpty() ? "" : "; the checklist is not fully answered: " + items;
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.info(
                "%d of %d rules were not asked, as wished%s"
                    .formatted(left.size(), book.rules().size(), open),
                SourceFile.of("settings", "").all()));
  }

  private static Stream<Resource> subjects(RuleInfo rule, Cloud cloud) {
    return rule.types().contains("*")
        ? cloud.resources().stream()
        : rule.types().stream().flatMap(type -> cloud.ofType(type).stream());
  }

  private record Question(RuleInfo rule, Resource resource) {}

  /// The answers to a question that applies, or what went wrong in asking it.
  private record Reply(Optional<Asked> asked, Optional<Problem> bug) {}

  private static Reply ask(Question question, Cloud cloud) {
    RuleInfo rule = question.rule();
    Resource resource = question.resource();
    try {
      Judgement judgement = rule.judge().judge(resource, cloud);
      Optional<Asked> asked =
          Optional.of(judgement)
              .filter(Judgement::applies)
              .map(j ->
                  new Asked(
                      rule,
                      resource,
                      j.claims().stream().map(c -> Answer.of(rule, resource, c)).toList()));
      return new Reply(asked, Optional.empty());
    } catch (RuntimeException | StackOverflowError e) {
      String message =
          "rule `%s` failed on `%s` with %s".formatted(rule.name(), resource.address(), where(e));
      return new Reply(Optional.empty(), Optional.of(Problem.bug(message, resource.header())));
    }
  }

  /// A question about a resource, with the answers of each claim.
  private record Asked(RuleInfo rule, Resource resource, List<Answer> answers) {

    Asked with(Suppressions suppressions) {
      return new Asked(rule, resource, suppressions.apply(rule, resource, answers));
    }

    /// The worst answer counts; a question whose defects are all accepted is suppressed.
    Evaluation evaluation() {
      List<Status> found = answers.stream().map(Answer::outcome).toList();
      Status worst =
          Stream.of(Status.VIOLATED, Status.UNDECIDED, Status.SUPPRESSED)
              .filter(found::contains)
              .findFirst()
              .orElse(Status.SATISFIED);
      return new Evaluation(rule.name(), Findings.subject(resource), worst);
    }
  }

  /// The exception's kind and place: its message may hold what the user wrote.
  private static String where(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e.getClass().getSimpleName() + (trace.length > 0 ? " at " + trace[0] : "");
  }

  private Outcome outcome(
      List<Finding> findings, List<ChecklistItem> checklist, Coverage coverage) {
    boolean violated = findings.stream().anyMatch(f -> f.status() == Status.VIOLATED && fails(f));
    if (violated || has(checklist, ChecklistItem.Answer.FAIL)) {
      return Outcome.NOT_APPROVED;
    }
    boolean open =
        findings.stream().anyMatch(f -> f.status() == Status.UNDECIDED && fails(f))
            || has(checklist, ChecklistItem.Answer.UNDECIDED)
            || problems.stream().anyMatch(p -> p.level() == Problem.Level.ERROR)
            || !coverage.unknownTypes().isEmpty();
    return open ? Outcome.INCOMPLETE : Outcome.APPROVED;
  }

  private boolean fails(Finding finding) {
    return finding.severity().atLeast(settings.failOn());
  }

  private static boolean has(List<ChecklistItem> checklist, ChecklistItem.Answer answer) {
    return checklist.stream().anyMatch(item -> item.answer() == answer);
  }
}
