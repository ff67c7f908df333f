package dev.postern.cli;

import dev.postern.report.RuleList;
import dev.postern.rule.RuleBook;
import dev.postern.rule.RuleInfo;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `postern rules`: every rule.
final class RulesCommand implements Command {
  private final Terminal terminal;
  private final CommandSpec spec = describe();

  RulesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  private static CommandSpec describe() {
    var spec = CommandSpec.create().name("rules");
    spec.usageMessage().description("List the rules.");
    spec.addOption(Inputs.one("--format", "FORMAT", "text (default) or json."));
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    RuleBook book = Knowledge.rules();
    String format = parsed.matchedOptionValue("--format", "text");
    switch (format) {
      case "text" -> {
        for (RuleInfo rule : book.rules()) {
          terminal.out().printf("%-8s  %-44s  %s%n", rule.severity(), rule.name(), rule.title());
        }
      }
      case "json" -> {
        var text = new StringBuilder();
        RuleList.write(book, text);
        terminal.out().print(text);
      }
      default -> throw new UsageException("`--format` takes text or json");
    }
    return 0;
  }
}
