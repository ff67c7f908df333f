package dev.postern.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.report.Format;
import dev.postern.report.RulePage;
import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import dev.postern.rules.BuiltIn;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The documentation says what the program says; `-Dpostern.update=true` rewrites what is
/// generated.
final class DocsTest {
  private static final String RULES = "docs/rules/";
  private static final Pattern COMMAND = Pattern.compile("postern (?!explain RULE)([a-z][a-z-]+)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
  private static final Pattern EXPLAINED = Pattern.compile("postern explain ([a-z][a-z0-9-]+)");

  private final RuleBook book = new BuiltIn();

  @Test
  void rulePagesAreThoseOfTheProgram() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    for (RuleInfo rule : book.rules()) {
      pages.put(RULES + rule.name() + ".md", RulePage.text(rule, book));
    }
    pages.put(RULES + "README.md", index());
    List<String> present = Project.files().stream().filter(file -> file.startsWith(RULES)).toList();
    if (Project.updates()) {
      for (String file : present) {
        Files.delete(Project.ROOT.resolve(file));
      }
      pages.forEach(Project::write);
      return;
    }
    assertThat(present)
        .as("pages; -Dpostern.update=true rewrites them")
        .containsExactlyElementsOf(pages.keySet());
    pages.forEach((file, page) -> assertThat(Project.read(file)).as(file).isEqualTo(page));
  }

  private String index() {
    var text = new StringBuilder("# Rules\n\n");
    text.append("| rule | severity | claim | serves |\n|---|---|---|---|\n");
    book.rules().stream()
        .sorted(Comparator.comparing(RuleInfo::severity).thenComparing(RuleInfo::name))
        .forEach(rule ->
            text.append(
                "| [%s](%s.md) | %s | %s | %s |\n"
                    .formatted(
                        rule.name(),
                        rule.name(),
                        rule.severity(),
                        rule.title().replace("|", "\\|"),
                        String.join(" ", rule.serves()))));
    return text.toString();
  }

  @Test
  void commandsAndOptionsInTheDocumentationExist() throws IOException, InterruptedException {
    String known = Program.run("completion").out();
    var unknown = new ArrayList<String>();
    for (String file : guides()) {
      for (String code : code(Project.read(file))) {
        if (!code.contains("postern ")) {
          continue;
        }
        COMMAND
            .matcher(code)
            .results()
            .map(command -> command.group(1))
            .filter(command -> !known.contains("_postern_" + command + "()"))
            .forEach(command -> unknown.add(file + ": postern " + command));
        code.lines()
            .filter(line -> line.contains("postern "))
            .flatMap(line -> OPTION.matcher(line).results().map(MatchResult::group))
            .filter(option -> !known.contains(option))
            .forEach(option -> unknown.add(file + ": " + option));
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void theReadmeNamesEveryFormat() {
    assertThat(Project.read("README.md"))
        .contains(Stream.of(Format.values()).map(format -> "`" + format + "`").toList());
  }

  /// A finding in the README is one that the program prints for the example next to it.
  @Test
  void theReadmeShowsWhatTheProgramPrints() throws IOException, InterruptedException {
    String readme = Project.read("README.md");
    String shown =
        code(readme).stream().filter(c -> EXPLAINED.matcher(c).find()).findFirst().orElseThrow();
    String rule = EXPLAINED.matcher(shown).results().map(r -> r.group(1)).findFirst().orElseThrow();
    String printed = Program.run("review", "--color", "never", "examples/shop-insecure").out();
    List<String> findings =
        Stream.of(printed.split("\n\n"))
            .filter(finding -> finding.contains("[" + rule + "]"))
            .map(finding -> finding.strip() + "\n")
            .toList();
    if (Project.updates() && !findings.contains(shown) && !findings.isEmpty()) {
      String subject = subject(shown);
      String now =
          findings.stream()
              .filter(finding -> subject(finding).equals(subject))
              .findFirst()
              .orElse(findings.getFirst());
      Project.write("README.md", readme.replace(shown, now));
    } else {
      assertThat(findings).contains(shown);
    }
  }

  /// The resource that a printed finding is about.
  private static String subject(String finding) {
    String place = finding.lines().skip(1).findFirst().orElse("");
    return place.substring(place.lastIndexOf(' ') + 1);
  }

  @Test
  void linksLeadSomewhere() {
    var broken = new ArrayList<String>();
    for (String file : guides()) {
      LINK.matcher(Project.read(file))
          .results()
          .map(link -> link.group(1))
          .filter(to -> !Files.exists(Project.ROOT.resolve(file).resolveSibling(to)))
          .forEach(to -> broken.add(file + " -> " + to));
    }
    assertThat(broken).isEmpty();
  }

  /// The pages that people wrote.
  private static List<String> guides() {
    return Project.files().stream()
        .filter(file -> file.endsWith(".md") && !file.startsWith(RULES))
        .filter(file -> !file.contains("/src/") && !file.startsWith("docs/decisions/"))
        .toList();
  }

  /// The fenced blocks and the spans of code of a page.
  private static List<String> code(String page) {
    var found = new ArrayList<String>();
    Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$|`([^`\\n]+)`")
        .matcher(page)
        .results()
        .forEach(code -> found.add(code.group(1) != null ? code.group(1) : code.group(2)));
    return found;
  }
}
