package dev.postern.cli;

import static java.util.Locale.ROOT;

import dev.postern.finding.Report;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
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
  static final int USAGE = 2;
  static final int BUG = Report.OUR_BUG;
  private static final int MOST_FRAMES = 40;
  private static final long STACK_BYTES = 256L << 20;

  private Main() {}

  /// Runs the command in `args` and ends the JVM with its exit code.
  public static void main(String[] args) {
    int code = run(args, stream(FileDescriptor.out), stream(FileDescriptor.err));
    System.exit(code);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /// Runs the command in `args`, printing to `out` and `err`.
  static int run(String[] args, PrintStream out, PrintStream err) {
    var terminal = new Terminal(out, err);
    CommandLine line = commandLine(terminal);
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    int code = line.execute(args);
    out.flush();
    err.flush();
    return code;
  }

  static CommandLine commandLine(Terminal terminal) {
    var spec = CommandSpec.create().name("postern");
    spec.usageMessage()
        .description("Reviews AWS infrastructure: yes with a witness, no, or undecided.");
    spec.version("postern " + version());
    spec.addOption(help());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the version and stop.")
            .build());
    List<Command> commands =
        List.of(
            new ReviewCommand(terminal),
            new ExplainCommand(terminal),
            new RulesCommand(terminal),
            new ShowCommand(terminal),
            new CompletionCommand(terminal));
    for (Command command : commands) {
      CommandSpec sub = command.spec();
      sub.addOption(help());
      spec.addSubcommand(sub.name(), sub);
    }
    return new CommandLine(spec)
        .setParameterExceptionHandler(Main::wrongUsage)
        .setExecutionExceptionHandler((e, _, _) -> failed(e, terminal))
        .setExecutionStrategy(parsed -> run(parsed, commands));
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this help and stop.")
        .build();
  }

  private static int run(ParseResult parsed, List<Command> commands) {
    if (CommandLine.printHelpIfRequested(parsed)) {
      return 0;
    }
    if (!parsed.hasSubcommand()) {
      CommandLine command = parsed.commandSpec().commandLine();
      command.usage(command.getErr());
      return USAGE;
    }
    ParseResult sub = parsed.subcommand();
    for (Command command : commands) {
      if (command.spec().name().equals(sub.commandSpec().name())) {
        return run(command, sub);
      }
    }
    throw new IllegalStateException("no command " + sub.commandSpec().name());
  }

  /// What users write may be nested as deep as the readers' bounds, which a small stack may not
  /// hold.
  private static int run(Command command, ParseResult parsed) {
    CommandLine line = parsed.commandSpec().commandLine();
    var task = new FutureTask<>(() -> command.run(parsed));
    Thread.ofPlatform().name("postern").stackSize(STACK_BYTES).start(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExecutionException(line, "interrupted", e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new ExecutionException(line, "failed", e.getCause());
    }
  }

  private static int failed(Exception e, Terminal terminal) {
    Throwable cause =
        e instanceof ExecutionException ? Objects.requireNonNullElse(e.getCause(), e) : e;
    if (cause instanceof UsageException usage) {
      usage.messages().forEach(terminal::say);
      return USAGE;
    }
    // the message may hold what the user wrote, so that only the kind and places are shown
    terminal.say(
        "our bug: " + cause.getClass().getSimpleName() + "; please report it with these lines");
    Arrays.stream(cause.getStackTrace())
        .limit(MOST_FRAMES)
        .forEach(frame -> terminal.detail("  at " + frame));
    return BUG;
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

  static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(development)");
  }
}
