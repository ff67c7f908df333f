package dev.postern.report;

import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A rule's page as Markdown: what it claims, its prose and examples, its fix and its other names.
/// The same for the terminal and for `docs/rules`.
public final class RulePage {
  private RulePage() {}

  /// The page of `rule`; lines end with `\n`.
  public static String text(RuleInfo rule, RuleBook book) {
    var page = new StringBuilder();
    page.append("# ").append(rule.name()).append("\n\n");
    page.append("**").append(rule.severity()).append(": ").append(rule.title()).append("**\n\n");
    page.append(book.page(rule.name()).orElse("").strip()).append("\n\n");
    page.append("## Fix\n\n").append(sentence(rule.fix()));
    if (!rule.price().isEmpty()) {
      page.append(" Price: ").append(rule.price()).append('.');
    }
    page.append("\n\n## Serves\n\n").append(String.join(", ", rule.serves())).append("\n");
    Map<String, List<String>> aliases = new TreeMap<>(book.aliases(rule.name()));
    if (!aliases.isEmpty()) {
      page.append("\n## Other tools call it\n\n");
      aliases.forEach((tool, ids) ->
          page.append("- ").append(tool).append(": ").append(String.join(", ", ids)).append('\n'));
    }
    return page.toString();
  }

  private static String sentence(String words) {
    String text = words.strip();
    String capital =
        text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }
}
