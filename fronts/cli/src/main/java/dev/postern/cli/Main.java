package dev.postern.cli;

import static java.util.Locale.ROOT;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program `postern`.
///
/// Exit codes: 0 approved, 1 not approved, 2 wrong usage or nothing readable, 3 incomplete, 70 our
/// own bug.
public final class Main {
  private static final int USAGE = 2;

  private Main() {}

  /// Runs the command in `args` and ends the JVM with its exit code.
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    var spec = CommandSpec.create().name("postern");
    spec.usageMessage()
        .description("Reviews AWS infrastructure: yes with a witness, no, or undecided.");
    spec.version("postern " + version());
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help and stop.")
            .build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the version and stop.")
            .build());
    return new CommandLine(spec)
        .setParameterExceptionHandler(Main::wrongUsage)
        .setExecutionStrategy(Main::run);
  }

  private static int run(ParseResult parsed) {
    if (CommandLine.printHelpIfRequested(parsed)) {
      return 0;
    }
    CommandLine command = parsed.commandSpec().commandLine();
    command.usage(command.getErr());
    return USAGE;
  }

  private static int wrongUsage(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    String message = Objects.requireNonNullElse(problem.getMessage(), "wrong usage");
    err.println("postern: " + message.substring(0, 1).toLowerCase(ROOT) + message.substring(1));
    if (!UnmatchedArgumentException.printSuggestions(problem, err)) {
      err.println("see " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return USAGE;
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(development)");
  }
}
