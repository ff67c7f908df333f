package dev.postern.review;

import dev.postern.finding.Coverage;
import dev.postern.finding.Finding;
import dev.postern.finding.Report;
import dev.postern.finding.Secrets;
import dev.postern.finding.Status;
import dev.postern.iam.SomeActions;
import dev.postern.model.Cloud;
import dev.postern.model.Facts;
import dev.postern.model.Node;
import dev.postern.model.Resource;
import dev.postern.model.Schemas;
import dev.postern.model.Text;
import dev.postern.model.TypeSchema;
import dev.postern.model.Unit;
import dev.postern.rule.Claim;
import dev.postern.rule.Judgement;
import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import dev.postern.rule.Severity;
import dev.postern.text.Comment;
import dev.postern.text.Problem;
import dev.postern.text.SourceFile;
import dev.postern.text.Span;
import dev.postern.value.Evidence;
import dev.postern.value.Origin;
import dev.postern.value.Value;
import dev.postern.value.Verdict;
import dev.postern.value.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reviews of a few lines, in which every block at the margin is a resource and every line with the
/// word `bad` a defect.
final class Sample {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  static final String RULE = "bad-line";

  private Sample() {}

  /// Every rule that a sample has.
  static RuleBook book(RuleInfo... rules) {
    return new RuleBook() {
      @Override
      public List<RuleInfo> rules() {
        return List.of(rules);
      }

      @Override
      public Optional<String> page(String rule) {
        return Optional.empty();
      }

      @Override
      public Map<String, List<String>> aliases(String rule) {
        return rule.equals(RULE)
            ? Map.of(
                "checkov", List.of("CKV_AWS_24"),
                "trivy", List.of("AWS-0107"),
                "cfn_nag", List.of("W41"),
                "cdk-nag", List.of("AwsSolutions-S1"))
            : Map.of();
      }
    };
  }

  static RuleInfo rule(String name, Severity severity, RuleInfo.Application judge) {
    return rule(name, severity, List.of(), judge);
  }

  static RuleInfo rule(
      String name, Severity severity, List<String> serves, RuleInfo.Application judge) {
    return new RuleInfo(
        name,
        "a line is bad",
        severity,
        true,
        List.of("*"),
        serves,
        List.of(),
        "mend it",
        "",
        judge);
  }

  /// One claim for each line of the resource with the word `bad`.
  static RuleInfo badLines(Severity severity) {
    return rule(
        RULE,
        severity,
        (resource, _) -> {
          SourceFile file = resource.whole().file();
          var claims = new ArrayList<Claim>();
          for (int line = resource.whole().line(); line <= resource.whole().endLine(); line++) {
            int at = file.lineText(line).split("#", 2)[0].indexOf("bad");
            if (at >= 0) {
              int start = file.lineStart(line) + at;
              claims.add(
                  Claim.of(
                      Verdict.yes(new Evidence(Origin.written(file.span(start, start + 3)), ""))));
            }
          }
          return Judgement.of(claims);
        });
  }

  static Cloud cloud(String path, String text) {
    return cloud(path, text, Value.absent(Origin.written(SourceFile.of(path, "").all())));
  }

  /// @param attributes of every resource
  static Cloud cloud(String path, String text, Value<Node> attributes) {
    SourceFile file = SourceFile.of(path, text);
    Unit.Kind kind = path.endsWith(".tf") ? Unit.Kind.TERRAFORM : Unit.Kind.CLOUDFORMATION;
    var unit = new Unit(kind == Unit.Kind.TERRAFORM ? "." : path, kind, List.of(path));
    var resources = new ArrayList<Resource>();
    var comments = new ArrayList<Comment>();
    for (int line = 1; line <= file.lineCount(); line++) {
      String words = file.lineText(line);
      int mark = words.indexOf('#');
      if (mark >= 0) {
        int start = file.lineStart(line);
        comments.add(
            new Comment(
                file.span(start + mark, start + words.length()),
                words.substring(mark + 1).strip()));
      }
      if (words.startsWith("resource ")) {
        resources.add(resource(file, line, unit, attributes));
      }
    }
    return new Cloud(List.of(unit), resources, comments, FACTS);
  }

  private static Resource resource(SourceFile file, int line, Unit unit, Value<Node> attributes) {
    int start = file.lineStart(line);
    String header = file.lineText(line);
    int end = file.text().indexOf("\n}", start);
    String address = header.split(" ", -1)[1];
    return new Resource(
        unit,
        address,
        "AWS::S3::Bucket",
        "AWS::S3::Bucket",
        file.span(start, start + ("resource " + address).length()),
        file.span(start, end + 2),
        Value.known(Node.Fields.of(Map.of()), Origin.written(file.span(start, start + 1))),
        attributes,
        List.of(World.ANY),
        Optional.empty());
  }

  /// A map whose texts stand at `at`.
  static Value<Node> map(Span at, Map<String, ?> fields) {
    var all = new LinkedHashMap<String, Value<Node>>();
    fields.forEach((key, value) -> all.put(key, node(at, value)));
    return Value.known(Node.Fields.of(all), Origin.written(at));
  }

  private static Value<Node> node(Span at, Object value) {
    if (value instanceof Map<?, ?> map) {
      var fields = new LinkedHashMap<String, Object>();
      map.forEach((key, inner) -> fields.put(key.toString(), inner));
      return map(at, fields);
    }
    if (value instanceof List<?> list) {
      return Value.known(
          Node.Items.of(list.stream().map(item -> node(at, item)).toList()), Origin.written(at));
    }
    return Value.known(Text.of(value.toString(), Origin.written(at)), Origin.written(at));
  }

  static Settings settings(Acceptance... accepted) {
    return settings(List.of(accepted), true, Settings.Foreign.MATCHED);
  }

  static Settings settings(
      List<Acceptance> accepted, boolean sourceSuppressions, Settings.Foreign foreign) {
    return new Settings(
        "1",
        TODAY,
        Severity.HIGH,
        List.of(),
        List.of(),
        accepted,
        sourceSuppressions,
        foreign,
        new Secrets(_ -> List.of()));
  }

  static Report review(Cloud cloud, RuleBook book, Settings settings) {
    return new Reviewer(book, settings).review(cloud, coverage(), List.of());
  }

  static Coverage coverage(String... unknownTypes) {
    return new Coverage(
        List.of(),
        1,
        1,
        new Coverage.Values(1, new LinkedHashMap<>()),
        List.of(unknownTypes),
        List.of(),
        List.of());
  }

  /// The lines of findings with a status.
  static List<Integer> lines(Report report, Status status) {
    return report.findings().stream()
        .filter(f -> f.status() == status)
        .map(Finding::location)
        .map(Span::line)
        .toList();
  }

  static List<String> problems(Report report) {
    return report.problems().stream()
        .map(p -> p.level() + " " + p.at().line() + " " + p.message())
        .toList();
  }

  static final Facts FACTS =
      new Facts(
          new SomeActions(),
          _ -> Optional.empty(),
          new Schemas() {
            @Override
            public Optional<TypeSchema> type(String cfnType) {
              return Optional.empty();
            }

            @Override
            public boolean known(String cfnType) {
              return true;
            }

            @Override
            public List<String> types() {
              return List.of();
            }
          });

  static Problem problem(Problem.Level level) {
    return new Problem(level, "something is so", SourceFile.of("x", "").all());
  }
}
