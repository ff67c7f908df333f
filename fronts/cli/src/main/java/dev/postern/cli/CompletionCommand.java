package dev.postern.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `postern completion`: a script that completes commands and options in bash and zsh.
final class CompletionCommand implements Command {
  private final Terminal terminal;
  private final CommandSpec spec = describe();

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  private static CommandSpec describe() {
    var spec = CommandSpec.create().name("completion");
    spec.usageMessage()
        .description(
            "Print a completion script for bash and zsh.",
            "Use it with: source <(postern completion)");
    return spec;
  }

  @Override
  public int run(ParseResult parsed) {
    terminal.out().print(AutoComplete.bash("postern", Main.commandLine(terminal)));
    return 0;
  }
}
