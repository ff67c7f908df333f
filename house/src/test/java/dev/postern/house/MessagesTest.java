package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.house.Project.Source;
import dev.postern.rule.RuleInfo;
import dev.postern.rules.BuiltIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How messages are written: lower case unless a name begins them, no final period, nothing that
/// `should` be or is `potentially` so.
final class MessagesTest {
  /// Names that begin messages and look like ordinary words.
  private static final Set<String> NAMES =
      Set.of(
          "Amazon",
          "Classic",
          "Elasticsearch",
          "Fargate",
          "Kafka",
          "Kubernetes",
          "Lambda",
          "Neptune",
          "Redis",
          "Route",
          "Terraform");

  private static final int TITLE = 72;
  private static final String LITERAL = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final Pattern MESSAGE =
      Pattern.compile(
          "(?:\\b(?:problem|error|warning|info|fail|malformed|unreadable|unsupported|skip|saying"
              + "|titled|say)|UsageException)\\(\\s*"
              + LITERAL
              + "((?:\\s*\\+\\s*"
              + LITERAL
              + ")*)(\\s*\\+)?");
  private static final Pattern JOINED = Pattern.compile("\\s*\\+\\s*" + LITERAL);
  private static final Pattern UNSURE =
      Pattern.compile("\\b(should|potential|potentially|please)\\b");

  @Test
  void titlesFixesAndPricesOfRulesFollowTheLaw() {
    var faults = new ArrayList<String>();
    for (RuleInfo rule : new BuiltIn().rules()) {
      for (String text : List.of(rule.title(), rule.fix(), rule.price())) {
        fault(text).ifPresent(f -> faults.add("%s: %s: \"%s\"".formatted(rule.name(), f, text)));
      }
      if (rule.title().length() > TITLE || rule.title().isEmpty() || rule.fix().isEmpty()) {
        faults.add(rule.name() + ": title of 1 to 72 characters, and a fix");
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void messagesInCodeFollowTheLaw() {
    var faults = new ArrayList<String>();
    int seen = 0;
    for (Source source : Project.sources()) {
      if (source.isMain()) {
        Matcher message = MESSAGE.matcher(source.text());
        while (message.find()) {
          seen++;
          String text = message.group(1) + joined(message.group(2));
          String whole = message.group(4) == null ? text : text + "x";
          fault(whole)
              .ifPresent(f -> faults.add("%s: %s: \"%s\"".formatted(source.path(), f, text)));
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(seen).as("messages found in code").isGreaterThan(100);
  }

  private static String joined(String rest) {
    var text = new StringBuilder();
    JOINED.matcher(rest).results().forEach(part -> text.append(part.group(1)));
    return text.toString();
  }

  /// What is wrong with a message.
  private static Optional<String> fault(String text) {
    String first = text.split("[\\s,:/']", 2)[0];
    boolean capital = !first.isEmpty() && Character.isUpperCase(first.charAt(0));
    boolean name =
        NAMES.contains(first)
            || first
                .chars()
                .skip(1)
                .anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    if (capital && !name) {
      return Optional.of("begins with a capital");
    }
    if (text.endsWith(".")) {
      return Optional.of("ends with a period");
    }
    return UNSURE.matcher(text).find() ? Optional.of("is unsure") : Optional.empty();
  }
}
