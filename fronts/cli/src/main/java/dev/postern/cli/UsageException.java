package dev.postern.cli;

import java.io.Serial;

/// What the user asked for cannot be done; ends the program with exit code 2 and this message.
final class UsageException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
