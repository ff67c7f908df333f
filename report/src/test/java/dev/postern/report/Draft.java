package dev.postern.report;

import dev.postern.finding.Finding;
import dev.postern.finding.FixText;
import dev.postern.finding.Frame;
import dev.postern.finding.Status;
import dev.postern.finding.Subject;
import dev.postern.finding.Suppression;
import dev.postern.rule.Severity;
import dev.postern.rule.Witness;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A finding in the making.
final class Draft {
  private final String rule;
  private final String title;
  private final List<Frame> frames = new ArrayList<>();
  private Severity severity = Severity.CRITICAL;
  private Status status = Status.VIOLATED;
  private List<Subject> resources = List.of();
  private int instances = 1;
  private Optional<String> when = Optional.empty();
  private Optional<Witness> witness = Optional.empty();
  private Optional<String> why = Optional.empty();
  private List<String> decide = List.of();
  private FixText fix = new FixText("", "");
  private Optional<Suppression> suppression = Optional.empty();

  private Draft(String rule, String title) {
    this.rule = rule;
    this.title = title;
  }

  static Draft of(String rule, String title) {
    return new Draft(rule, title);
  }

  Draft severity(Severity severity) {
    this.severity = severity;
    return this;
  }

  Draft status(Status status) {
    this.status = status;
    return this;
  }

  Draft in(String... addresses) {
    resources =
        List.of(addresses).stream()
            .map(a ->
                new Subject(
                    "envs/prod",
                    a,
                    "AWS::EC2::SecurityGroup",
                    "aws_security_group",
                    Optional.empty()))
            .toList();
    instances = addresses.length;
    return this;
  }

  Draft instances(int instances) {
    this.instances = instances;
    return this;
  }

  /// The first frame is the place.
  Draft frame(Span span, String caption, String fact) {
    frames.add(new Frame(span, caption, fact));
    return this;
  }

  Draft when(String when) {
    this.when = Optional.of(when);
    return this;
  }

  Draft witness(Witness witness) {
    this.witness = Optional.of(witness);
    return this;
  }

  Draft why(String why) {
    this.why = Optional.of(why);
    return this;
  }

  Draft decide(String... decide) {
    this.decide = List.of(decide);
    return this;
  }

  Draft fix(String title, String price) {
    fix = new FixText(title, price);
    return this;
  }

  Draft suppression(Suppression suppression) {
    this.suppression = Optional.of(suppression);
    return status(Status.SUPPRESSED);
  }

  Finding finding() {
    return new Finding(
        rule,
        severity,
        status,
        title,
        frames.getFirst().span(),
        frames,
        when,
        instances,
        resources,
        witness,
        why,
        decide,
        fix,
        List.of("F08", "C10"),
        Map.of("checkov", List.of("CKV_AWS_24")),
        "fp-" + rule + "-" + resources.getFirst().address(),
        suppression);
  }

  /// The first `part` of `file`.
  static Span at(SourceFile file, String part) {
    int start = file.text().indexOf(part);
    if (start < 0) {
      throw new IllegalArgumentException("no `" + part + "` in " + file);
    }
    return file.span(start, start + part.length());
  }
}
