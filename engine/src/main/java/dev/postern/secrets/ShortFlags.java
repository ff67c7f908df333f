package dev.postern.secrets;

import java.util.List;
import java.util.Optional;

/// Passwords after one-letter flags of the commands that have them: `mysql -pvalue`, `sshpass -p
/// value`, `docker login -p value`, `redis-cli -a value`, `curl -u user:value`. The same letters
/// mean ports and parents elsewhere, so the command must stand before on the line.
final class ShortFlags {
  /// A command and its flag.
  ///
  /// @param attached whether the value may follow without a blank
  /// @param detached whether the value may follow after a blank
  /// @param user whether the value is `user:password`
  private record Command(
      String name, String flag, boolean attached, boolean detached, boolean user) {}

  private static final List<Command> COMMANDS =
      List.of(
          new Command("mysql", "-p", true, false, false),
          new Command("mysqldump", "-p", true, false, false),
          new Command("mysqladmin", "-p", true, false, false),
          new Command("mariadb", "-p", true, false, false),
          new Command("sshpass", "-p", true, true, false),
          new Command("login", "-p", false, true, false),
          new Command("mongo", "-p", false, true, false),
          new Command("mongosh", "-p", false, true, false),
          new Command("mongodump", "-p", false, true, false),
          new Command("sqlcmd", "-P", true, true, false),
          new Command("redis-cli", "-a", false, true, false),
          new Command("ldapsearch", "-w", false, true, false),
          new Command("curl", "-u", false, true, true));

  private ShortFlags() {}

  static void find(CharSequence text, List<Hit> into) {
    int length = text.length();
    Optional<Command> command = Optional.empty();
    for (int i = 0; i < length; i++) {
      char last = i == 0 ? ' ' : text.charAt(i - 1);
      if (last == '\n' && (i < 2 || text.charAt(i - 2) != '\\')) {
        command = Optional.empty();
      }
      if (!Character.isWhitespace(last) && "/(`;|&\"'".indexOf(last) < 0) {
        continue;
      }
      if (command.isPresent() && Formats.startsWith(text, i, command.get().flag())) {
        value(command.get(), text, i + 2, into);
      }
      if (text.charAt(i) >= 'a') {
        Optional<Command> before = command;
        command = commandAt(text, i).or(() -> before);
      }
    }
  }

  private static Optional<Command> commandAt(CharSequence text, int at) {
    for (Command command : COMMANDS) {
      int end = at + command.name().length();
      if (Formats.startsWith(text, at, command.name())
          && end < text.length()
          && Character.isWhitespace(text.charAt(end))) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  private static void value(Command command, CharSequence text, int at, List<Hit> into) {
    boolean blank = at < text.length() && text.charAt(at) == ' ';
    if (blank ? !command.detached() : !command.attached()) {
      return;
    }
    Written value = Written.after(text, at);
    int start = value.start();
    if (command.user()) {
      while (start < value.end() && text.charAt(start) != ':') {
        start++;
      }
      start++;
    }
    if (start < value.end() && text.charAt(start) != '-') {
      NamedValues.judge(Claim.PASSWORD, text, start, value.end()).ifPresent(into::add);
    }
  }
}
