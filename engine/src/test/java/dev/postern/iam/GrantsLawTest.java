package dev.postern.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.policy.Actions;
import dev.postern.policy.document.Documents;
import dev.postern.testkit.Law;
import dev.postern.value.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Grants against a definition that knows only one request at a time.
final class GrantsLawTest {
  private static final SomeActions TABLE = new SomeActions();

  private static final List<String> ACTIONS =
      List.of("*", "s3:*", "s3:Get*", "S3:getobject", "iam:*", "iam:Pass?ole", "lambda:*", "sts:*");
  private static final List<String> RESOURCES =
      List.of(
          "*",
          "arn:aws:*:*:*:*",
          "arn:aws:s3:::*",
          "arn:aws:s3:::b/*",
          "arn:aws:iam::*:role/*",
          "arn:aws:iam::1:role/a*");
  private static final List<String> CONCRETE =
      List.of(
          "arn:aws:s3:::b",
          "arn:aws:s3:::b/k",
          "arn:aws:s3:::c/k",
          "arn:aws:iam::1:role/a1",
          "arn:aws:iam::1:role/b1",
          "arn:aws:lambda:eu-west-1:1:function:f");

  private record Line(
      boolean allow,
      boolean notAction,
      List<String> actions,
      boolean notResource,
      List<String> resources) {
    String json() {
      return "{'Effect': '%s', '%sAction': %s, '%sResource': %s}"
          .formatted(
              allow ? "Allow" : "Deny",
              notAction ? "Not" : "",
              list(actions),
              notResource ? "Not" : "",
              list(resources));
    }

    boolean takes(String action, String resource) {
      boolean a = actions.stream().anyMatch(p -> action.matches(regex(p, "(?i)", ".*")));
      boolean r = resources.stream().anyMatch(p -> arn(p, resource));
      return a != notAction && r != notResource;
    }
  }

  private static String list(List<String> all) {
    return all.stream().map(p -> "'" + p + "'").collect(Collectors.joining(", ", "[", "]"));
  }

  private static String regex(String glob, String flags, String star) {
    return flags + glob.replace("*", star).replace("?", ".");
  }

  private static boolean arn(String pattern, String resource) {
    if (pattern.equals("*")) {
      return true;
    }
    String[] p = pattern.split(":", 6);
    String[] r = resource.split(":", 6);
    for (int i = 0; i < 6; i++) {
      if (!r[i].matches(regex(p[i], "", ".*"))) {
        return false;
      }
    }
    return true;
  }

  private static boolean allowed(List<Line> lines, String action, String resource) {
    boolean allow = lines.stream().anyMatch(l -> l.allow() && l.takes(action, resource));
    boolean deny = lines.stream().anyMatch(l -> !l.allow() && l.takes(action, resource));
    return allow && !deny;
  }

  private static List<Line> lines(RandomGenerator random) {
    var lines = new ArrayList<Line>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      lines.add(
          new Line(
              random.nextInt(4) > 0,
              random.nextInt(5) == 0,
              some(random, ACTIONS),
              random.nextInt(6) == 0,
              some(random, RESOURCES)));
    }
    return lines;
  }

  private static List<String> some(RandomGenerator random, List<String> from) {
    return random.ints(random.nextInt(1, 3), 0, from.size()).mapToObj(from::get).toList();
  }

  private static Grants grants(List<Line> lines) {
    String statements = lines.stream().map(Line::json).collect(Collectors.joining(", "));
    return Grants.of(List.of(Documents.statements(statements)), TABLE);
  }

  @Test
  void oneRequest() {
    Law.check(
        "Grants.allows is the definition",
        20_261_123,
        1_500,
        GrantsLawTest::lines,
        lines -> {
          Grants grants = grants(lines);
          for (String prefix : TABLE.prefixes()) {
            for (Actions.Action action : TABLE.service(prefix).orElseThrow().actions()) {
              for (String resource : CONCRETE) {
                assertThat(grants.allows(action.toString(), resource).truth())
                    .as("%s on %s", action, resource)
                    .isEqualTo(Truth.of(allowed(lines, action.toString(), resource)));
              }
            }
          }
        });
  }

  /// What is said to be allowed everywhere is allowed on every resource of its kind, save for those
  /// that a narrower Deny or a `NotResource` names.
  @Test
  void everywhere() {
    Law.check(
        "what is allowed everywhere is allowed on each resource",
        99,
        1_500,
        GrantsLawTest::lines,
        lines -> {
          if (lines.stream().anyMatch(l -> l.notResource())) {
            return;
          }
          List<Line> wide =
              lines.stream()
                  .filter(l -> l.allow() || l.resources().stream().anyMatch("*"::equals))
                  .toList();
          for (Actions.Action action : grants(lines).everywhere()) {
            for (String resource : CONCRETE) {
              boolean kind =
                  action.scopes().stream().anyMatch(s -> arn(s.type().arnPattern(), resource));
              if (kind) {
                assertThat(allowed(wide, action.toString(), resource))
                    .as("%s on %s", action, resource)
                    .isTrue();
              }
            }
          }
        });
  }
}
