package dev.postern.cli;

import java.io.Serial;
import java.util.List;

/// What the user asked for cannot be done; ends the program with exit code 2 and these messages.
final class UsageException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<String> messages;

  UsageException(String message) {
    this(List.of(message));
  }

  /// @param messages what is wrong, one sentence each; not empty
  UsageException(List<String> messages) {
    super(messages.getFirst());
    this.messages = List.copyOf(messages);
  }

  List<String> messages() {
    return messages;
  }
}
