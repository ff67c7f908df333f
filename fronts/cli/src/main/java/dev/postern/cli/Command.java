package dev.postern.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One command of the program.
interface Command {
  /// Its name, options and help.
  CommandSpec spec();

  /// Carries it out and gives the exit code.
  int run(ParseResult parsed) throws Exception;
}
