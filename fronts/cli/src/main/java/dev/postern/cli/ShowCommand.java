package dev.postern.cli;

import dev.postern.readers.workspace.Loaded;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `postern show`: the model as rules see it.
final class ShowCommand implements Command {
  private final Terminal terminal;
  private final CommandSpec spec = describe();

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  private static CommandSpec describe() {
    var spec = CommandSpec.create().name("show");
    spec.usageMessage()
        .description(
            "Print the resources as rules see them, as JSON: what is unknown is marked $unknown.");
    Inputs.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed) throws IOException {
    Loaded loaded = Inputs.load(parsed, Inputs.configuration(parsed, Knowledge.rules()));
    if (loaded.isEmpty()) {
      loaded.problems().forEach(p -> terminal.say(p.at() + ": " + p.message()));
      throw new UsageException("nothing to show");
    }
    terminal.out().print(ModelJson.of(loaded));
    return 0;
  }
}
