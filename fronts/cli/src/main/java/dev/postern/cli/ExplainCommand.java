package dev.postern.cli;

import dev.postern.report.RulePage;
import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import dev.postern.text.Spelling;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `postern explain`: the page of a rule, or the rules behind a requirement.
final class ExplainCommand implements Command {
  private final Terminal terminal;
  private final CommandSpec spec = describe();

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  private static CommandSpec describe() {
    var spec = CommandSpec.create().name("explain");
    spec.usageMessage()
        .description("Explain a rule, or a requirement: F01-F13, C01-C16, P1.1-P3.2.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RULE|ID")
            .arity("1")
            .type(String.class)
            .description("What to explain.")
            .build());
    return spec;
  }

  @Override
  public int run(ParseResult parsed) {
    String wanted = parsed.matchedPositionalValue(0, "");
    RuleBook book = Knowledge.rules();
    for (RuleInfo rule : book.rules()) {
      if (rule.name().equals(wanted)) {
        terminal.out().print(RulePage.text(rule, book));
        return 0;
      }
    }
    String id = wanted.toUpperCase(Locale.ROOT);
    List<RuleInfo> serving =
        book.rules().stream().filter(rule -> rule.serves().contains(id)).toList();
    if (serving.isEmpty()) {
      throw new UsageException(unknown(wanted, book));
    }
    terminal.out().println(id + " is decided by " + serving.size() + " rules:");
    terminal.out().println();
    for (RuleInfo rule : serving) {
      terminal.out().printf("  %-8s  %-40s  %s%n", rule.severity(), rule.name(), rule.title());
    }
    terminal.out().println();
    terminal.out().println("postern explain RULE tells more of each.");
    return 0;
  }

  private static String unknown(String wanted, RuleBook book) {
    List<String> names = book.rules().stream().map(RuleInfo::name).toList();
    String nearest =
        Spelling.closest(wanted, names)
            .map(name -> "; did you mean `" + name + "`?")
            .orElse("; `postern rules` lists all");
    return "no rule or requirement is called `" + wanted + "`" + nearest;
  }
}
